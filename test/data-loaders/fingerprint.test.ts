import {copyFileSync, mkdirSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {parseConfiguration, type ReportOptions} from "../../data-loaders/configuration.ts";
import {fingerprintFiles, fingerprintInput, fingerprintSnapshots} from "../../data-loaders/fingerprint.ts";
import {temporaryFolder} from "../fixtures/temporary-folder.ts";

test("fingerprintInput(configuration) depends on what files hold and are called, not on where they lie", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "copy"));
  const [a, b, c] = [join(folder, "a.csv"), join(folder, "b.csv"), join(folder, "copy", "a.csv")];
  writeFileSync(a, "1");
  writeFileSync(b, "2");
  copyFileSync(a, c);
  const of = (...files: string[]) => fingerprintInput(parseConfiguration({events: {source: "files", files}}));
  expect(await of(a)).toMatch(/^[0-9a-f]{64}$/);
  expect(await of(c)).toBe(await of(a));
  expect(await of(b, a)).toBe(await of(a, b));
  expect(await of(b, c)).toBe(await of(a, b));
  expect(await of(b)).not.toBe(await of(a));
  expect(await of(a, c)).not.toBe(await of(a));
  renameSync(b, join(folder, "d.csv"));
  expect(await of(join(folder, "d.csv"), a)).not.toBe(await of(c, a));
});

test("fingerprintInput(configuration) depends on the demo store's settings", async () => {
  const of = (seed: number) => fingerprintInput(parseConfiguration({events: {source: "demo-store", seed}}));
  expect(await of(1)).toBe(await of(1));
  expect(await of(2)).not.toBe(await of(1));
});

test("fingerprintInput(configuration) depends on what files of costs hold, not on where they lie", async () => {
  const folder = temporaryFolder();
  const [a, b, c] = [join(folder, "a.csv"), join(folder, "b.csv"), join(folder, "c.csv")];
  writeFileSync(a, "1");
  writeFileSync(b, "2");
  writeFileSync(c, "1");
  const of = (files: string[]) => fingerprintInput(parseConfiguration({costs: {files}}));
  expect(await of([a])).not.toBe(await fingerprintInput(parseConfiguration({})));
  expect(await of([a])).not.toBe(await of([b]));
  expect(await of([c])).toBe(await of([a]));
  expect(await of([b, c])).toBe(await of([a, b]));
});

test("fingerprintSnapshots(input, configuration) depends on the column names of costs, not on where they lie", () => {
  const of = (files: string, day: string) =>
    fingerprintSnapshots("input", parseConfiguration({costs: {files, columns: {day}}}));
  expect(of("moved.csv", "Tag")).toBe(of("a.csv", "Tag"));
  expect(of("a.csv", "date")).not.toBe(of("a.csv", "Tag"));
});

test.each<[ReportOptions, boolean]>([
  [{basePath: "/shop/"}, false],
  [{siteUrl: "https://example.org/shop/"}, false],
  [{claims: "fail"}, false],
  [{title: "Shop"}, true],
  [{currency: "EUR"}, true],
  [{segmentation: {weights: {views: 1}}}, true]
])("fingerprintSnapshots(input, configuration) with %j changes: %j", (options, changes) => {
  const [before, after] = [{}, options].map((each) => fingerprintSnapshots("input", parseConfiguration(each)));
  expect(before !== after).toBe(changes);
});

test("fingerprintSnapshots(input, configuration) depends on the input and on the files' column names", () => {
  const of = (input: string, files: string, user_id: string) =>
    fingerprintSnapshots(input, parseConfiguration({events: {source: "files", files, columns: {user_id}}}));
  expect(of("1", "moved.csv", "user")).toBe(of("1", "a.csv", "user"));
  expect(of("2", "a.csv", "user")).not.toBe(of("1", "a.csv", "user"));
  expect(of("1", "a.csv", "customer")).not.toBe(of("1", "a.csv", "user"));
});

test("fingerprintFiles(globs) tells one file from another", () => {
  expect(fingerprintFiles(["package.json"])).not.toBe(fingerprintFiles(["tsconfig.json"]));
  expect(fingerprintFiles(["package.json"])).toBe(fingerprintFiles(["package.json"]));
});
