import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {findFiles} from "../../../data-loaders/sources/find-files.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

test("findFiles(globs, {folder}) gives each file once, sorted", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "sub"));
  for (const name of ["b.csv", "a.csv", "[1].csv", "sub/c.csv", "note.txt"]) writeFileSync(join(folder, name), "");
  expect(await findFiles(["*.csv", "a.csv"], {folder})).toEqual(["[1].csv", "a.csv", "b.csv"]);
  expect(await findFiles(["[1].csv"], {folder})).toEqual(["[1].csv"]);
  expect(await findFiles(["**/*.csv"], {folder})).toEqual(["[1].csv", "a.csv", "b.csv", "sub/c.csv"]);
});

test("findFiles(globs, {folder}) throws when a glob names none", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "a.csv"), "");
  await expect(findFiles(["a.csv", "missing.csv"], {folder})).rejects.toThrow(
    `events: no file matches "missing.csv" (looked in ${folder})`
  );
  await expect(findFiles(["*.parquet"], {folder})).rejects.toThrow('events: no file matches "*.parquet"');
});
