import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {pathToFileURL} from "node:url";
import {globSync} from "tinyglobby";
import {expect, test} from "vitest";
import {bundlePages} from "../../scripts/bundle-pages.ts";
import {temporaryFolder} from "../fixtures/temporary-folder.ts";

const plot = "_npm/@observablehq/plot@0.6.17/aaaa.js";

const files = {
  // so that Node, too, takes the site's files for modules
  "package.json": '{"type": "module"}',
  "_import/shared/store.11.js": "export const seen = [];\nexport const place = import.meta.url;\n",
  "_import/components/chart.22.js": `import * as Plot from "../../${plot}";
import {seen} from "../shared/store.11.js";
export function chart() { seen.push("chart"); return typeof Plot.plot; }
export const later = () => import("./later.33.js");
`,
  "_import/components/later.33.js":
    'import {seen} from "../shared/store.11.js";\nexport const isSame = (other) => seen === other;\n',
  "_import/components/left.44.js": "export const left = 1;\n",
  [plot]: "export const plot = undefined;\n"
};

function siteOf(pages: Record<string, string>, more: Record<string, string> = {}): string {
  const folder = temporaryFolder();
  for (const [file, text] of Object.entries({...files, ...more, ...pages})) {
    mkdirSync(dirname(join(folder, file)), {recursive: true});
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

function page(toSite: string, code: string): string {
  const preloads = ["_npm/htl/bb.js", plot, "_import/components/chart.22.js", "_import/shared/store.11.js"];
  return `<link rel="stylesheet" type="text/css" href="${toSite}_import/style.00.css">
${preloads.map((file) => `<link rel="modulepreload" href="${toSite}${file}">`).join("\n")}
<script type="module">
${code}
</script>
`;
}

const cell = (toSite: string) => `const {chart, later} = await import("${toSite}_import/components/chart.22.js");
const {seen, place} = await import("${toSite}_import/shared/store.11.js");
`;

// what a page's script imports, run where the page stands
async function run(folder: string, file: string): Promise<Record<string, unknown>> {
  const html = readFileSync(join(folder, file), "utf8");
  const [, code = ""] = /<script type="module">([\s\S]*?)<\/script>/.exec(html) ?? [];
  const module = join(folder, dirname(file), `run-${file.replace(/\W/g, "-")}.js`);
  writeFileSync(module, `${code}\nexport {chart, later, seen, place};\n`);
  return (await import(pathToFileURL(module).href)) as Record<string, unknown>;
}

test("bundlePages(folder) gives pages the same modules in few files, also in folders", async () => {
  const folder = siteOf({"index.html": page("./", cell("./")), "findings/carts.html": page("../", cell("../"))});
  await bundlePages(folder);
  for (const file of ["index.html", "findings/carts.html"]) {
    const {chart, later, seen, place} = await run(folder, file);
    expect((chart as () => unknown)()).toBe("function");
    expect(seen).toContain("chart");
    const {isSame} = await (later as () => Promise<{isSame: (other: unknown) => boolean}>)();
    expect(isSame(seen)).toBe(true);
    // a module finds files from where it stood
    expect(place).toBe(pathToFileURL(join(folder, "_import/shared/store.11.js")).href);
  }
  expect(globSync("_import/{components,shared}/*.js", {cwd: folder})).toEqual(["_import/components/left.44.js"]);
});

test("bundlePages(folder) preloads what a page needs at once, and Plot as a whole for cells that draw with it", async () => {
  const draws = 'define({id: "1", inputs: ["Plot","display"], body: (Plot) => Plot.plot()});\n';
  const folder = siteOf({"index.html": page("./", cell("./")), "drawn.html": page("./", cell("./") + draws)});
  await bundlePages(folder);
  const preloads = (file: string) =>
    [...readFileSync(join(folder, file), "utf8").matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(
      ([, path = ""]) => path
    );
  const [first, ...bundled] = preloads("index.html");
  expect(first).toBe("./_npm/htl/bb.js");
  expect(bundled.length).toBeGreaterThan(0);
  expect(bundled.every((path) => path.startsWith("./_import/bundled/") && existsSync(join(folder, path)))).toBe(true);
  const later = globSync("_import/bundled/*.js", {cwd: folder}).filter((file) => !bundled.includes(`./${file}`));
  expect(later.length).toBeGreaterThan(0);
  expect(preloads("drawn.html").slice(0, 2)).toEqual(["./_npm/htl/bb.js", `./${plot}`]);
});

test("bundlePages(folder) keeps what a worker imports, and tells it where it is", async () => {
  const folder = siteOf(
    {"index.html": page("./", cell("./"))},
    {
      "_import/components/later.33.js": `import {seen} from "../shared/store.11.js";
export const isSame = (other) => seen === other;
export const worker = import.meta.resolve("./worker.66.js");
`,
      "_import/components/worker.66.js": 'import "../shared/store.11.js";\n'
    }
  );
  await bundlePages(folder);
  const {later} = await run(folder, "index.html");
  const {worker} = await (later as () => Promise<{worker: string}>)();
  expect(worker).toBe(pathToFileURL(join(folder, "_import/components/worker.66.js")).href);
  expect(globSync("_import/{components,shared}/*.js", {cwd: folder}).sort()).toEqual([
    "_import/components/left.44.js",
    "_import/components/worker.66.js",
    "_import/shared/store.11.js"
  ]);
});

test("bundlePages(folder) leaves out maps and colour schemes unless a module asks for one", async () => {
  const sizeWith = async (module: string) => {
    const folder = siteOf({"index.html": page("./", cell("./"))}, {"_import/components/own.55.js": module});
    await bundlePages(folder);
    return globSync("_import/bundled/*.js", {cwd: folder, absolute: true})
      .map((file) => readFileSync(file).length)
      .reduce((a, b) => Math.max(a, b));
  };
  const without = await sizeWith("");
  expect(
    await sizeWith(`import * as Plot from "../../${plot}";\nPlot.plot({color: {scheme: "blues"}});\n`)
  ).toBeGreaterThan(1.1 * without);
  expect(await sizeWith(`import * as Plot from "../../${plot}";\nPlot.plot({color: {range: ["red"]}});\n`)).toBe(
    without
  );
});

test("bundlePages(folder) takes text that looks like an import for text, and leaves a site without modules as it is", async () => {
  const text = `const text = ${JSON.stringify('await import("./_import/components/left.44.js")')};\n`;
  const folder = siteOf({
    "index.html": page("./", cell("./") + text),
    "plain.html": '<p>import("./_import/none.js")</p>\n'
  });
  await bundlePages(folder);
  expect(readFileSync(join(folder, "index.html"), "utf8")).toContain(text);
  expect(readFileSync(join(folder, "plain.html"), "utf8")).toBe('<p>import("./_import/none.js")</p>\n');
});

test("bundlePages(folder) gives the same bytes for the same site", async () => {
  const pages = {"index.html": page("./", cell("./"))};
  const read = async () => {
    const folder = siteOf(pages);
    await bundlePages(folder);
    return globSync("**", {cwd: folder})
      .sort()
      .map((file) => [file, readFileSync(join(folder, file), "utf8")]);
  };
  expect(await read()).toEqual(await read());
});
