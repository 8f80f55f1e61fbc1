import {existsSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {expect, test} from "vitest";
import {projectFolder} from "../../data-loaders/fingerprint.ts";
import {vendoredFonts, vendoredPackages} from "../../scripts/vendored-packages.ts";

const nodeModules = join(projectFolder, "node_modules");

test("vendoredPackages serves DuckDB under the version that Framework looks for", async () => {
  const path = join(nodeModules, "@observablehq", "framework", "dist", "duckdb.js");
  const {DUCKDB_WASM_VERSION} = (await import(pathToFileURL(path).href)) as {DUCKDB_WASM_VERSION: string};
  expect(vendoredPackages.find(({name}) => name === "@duckdb/duckdb-wasm")?.servedAs).toBe(DUCKDB_WASM_VERSION);
});

test.each(vendoredPackages)(
  "vendoredPackages names files of $name that are installed",
  ({name, files = [], shares = []}) => {
    for (const file of ["package.json", ...files]) expect(existsSync(join(nodeModules, name, file)), file).toBe(true);
    for (const shared of shares) expect(vendoredPackages.map((each) => each.name)).toContain(shared);
  }
);

test("vendoredPackages are dependencies with a pinned version", () => {
  const require = createRequire(join(projectFolder, "package.json"));
  const {dependencies} = require("./package.json") as {dependencies: Record<string, string>};
  for (const {name} of vendoredPackages) expect(dependencies[name], name).toMatch(/^\d+\.\d+\.\d+$/);
});

test("vendoredFonts name files of packages, whose parts share no character and have all that prose in English needs", () => {
  for (const font of vendoredFonts) {
    expect(existsSync(join(nodeModules, font.package, "files", font.source)), font.source).toBe(true);
    const parts = vendoredFonts.filter(({source}) => source === font.source).flatMap(({part}) => part.ranges);
    const codes = parts.flatMap(([from, to]) => Array.from({length: to - from + 1}, (_, i) => from + i));
    expect(new Set(codes).size).toBe(codes.length);
    for (const character of "Ärger, façade, Œuvre, señor") expect(codes).toContain(character.codePointAt(0));
    if (font.part.name !== "common") continue;
    const has = (code: number) => font.part.ranges.some(([from, to]) => code >= from && code <= to);
    const signs = "azAZ09 “it’s” – … × ÷ · − ≤ ≥ → ↓ € £ $ %\u00A0\u202F";
    for (const character of signs) expect(has(character.codePointAt(0) ?? 0), character).toBe(true);
  }
});
