import {parseArgs} from "node:util";
import {checkPages} from "../data-loaders/claims/check-pages.ts";
import {claimErrors, claimLines, claimWarnings} from "../data-loaders/claims/claim-lines.ts";
import {loadReport} from "../data-loaders/report.ts";
import {ReportError} from "../data-loaders/report-error.ts";
import {prepareSnapshots} from "./prepare-snapshots.ts";
import {runCommand} from "./run-command.ts";
import {showProgress} from "./show-progress.ts";

const help = `Checks the claims of all pages: the sentences that have a sql claim beside them.

  npm run check -- [--warn | --fail]

  --warn  a claim that does not hold is no failure
  --fail  a claim that does not hold ends the command with exit code 1
          (without either, as claims in report.config.ts says: "warn" or "fail")

Prints for each claim its page and line, whether it holds and since when, its sentence, and the numbers that have
changed. A claim with an error is always a failure; one that cannot be told is none. Builds the snapshots first where
they are not fresh, of the events that report.config.ts or EVENTS name; what is remembered of claims is left to
npm run build.
`;

await runCommand(async () => {
  const {fail, warn, help: isAsked} = readArguments();
  if (isAsked) return void console.log(help);
  if (fail && warn) throw new ReportError("--warn and --fail exclude each other; give one of them");
  const {claims} = await loadReport();
  const isStrict = fail || (claims === "fail" && !warn);
  const manifest = await prepareSnapshots(process.stderr);
  const {checked} = await checkPages(manifest, {progress: showProgress(process.stderr)});
  console.log(claimLines(checked, manifest).join("\n"));
  const errors = claimErrors(checked).length;
  const broken = isStrict ? claimWarnings(checked, manifest).length : 0;
  const problems = [
    errors > 0 && `${errors} ${errors === 1 ? "claim has an error" : "claims have errors"}`,
    broken > 0 && `${broken} ${broken === 1 ? "claim does not hold" : "claims do not hold"}`
  ].filter((problem) => problem !== false);
  if (problems.length) throw new ReportError(problems.join(", "));
});

function readArguments() {
  try {
    return parseArgs({
      options: {
        fail: {type: "boolean", default: false},
        warn: {type: "boolean", default: false},
        help: {type: "boolean", short: "h", default: false}
      }
    }).values;
  } catch (error) {
    throw new ReportError(`${(error as Error).message}\n\n${help}`);
  }
}
