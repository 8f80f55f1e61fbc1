import {existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {parseArgs} from "node:util";
import {projectFolder} from "../data-loaders/fingerprint.ts";
import {ReportError} from "../data-loaders/report-error.ts";
import {runCommand} from "./run-command.ts";

const help = `Makes a page to begin with.

  npm run new -- finding "Few brands get most views"

Writes src/findings/few-brands-get-most-views.md, with a query, a chart and a claim to change, and adds it to the sidebar under
Findings. A page that is there already stays as it is.
`;

const template = join(import.meta.dirname, "new", "finding.md");

await runCommand(() => {
  const {values, positionals} = readArguments();
  if (values.help) return Promise.resolve(console.log(help));
  const [kind, title = "", ...rest] = positionals;
  if (kind !== "finding")
    throw new ReportError(`there is no page of the kind ${kind ?? "(none)"}; finding is one\n\n${help}`);
  if (rest.length)
    throw new ReportError(`the title is several words; put it in quotes: "${[title, ...rest].join(" ")}"`);
  const file = join(projectFolder, "src", "findings", `${fileName(title)}.md`);
  const path = relative(projectFolder, file);
  if (existsSync(file))
    throw new ReportError(`${path} is there already; give the page another title, or edit that one`);
  mkdirSync(join(file, ".."), {recursive: true});
  writeFileSync(
    file,
    readFileSync(template, "utf8").replaceAll("{{title}}", () => title.trim())
  );
  // a running preview reads its list of pages anew
  utimesSync(join(projectFolder, "observablehq.config.ts"), new Date(), new Date());
  console.log(`${path} is made. Next:
  npm run dev    shows it while you edit it
  npm run check  says whether its claim holds`);
  return Promise.resolve();
});

// letters and digits of any language, as they can stand in an address
function fileName(title: string): string {
  const name = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 80);
  if (!name)
    throw new ReportError(`the page needs a title with letters, such as "Few brands get most views"; got "${title}"`);
  return name;
}

function readArguments() {
  try {
    return parseArgs({allowPositionals: true, options: {help: {type: "boolean", short: "h", default: false}}});
  } catch (error) {
    throw new ReportError(`${(error as Error).message}\n\n${help}`);
  }
}
