import {mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {checkReplaceable, replaceFolder} from "../../data-loaders/replace-folder.ts";
import {temporaryFolder} from "../fixtures/temporary-folder.ts";

test("replaceFolder(folder, next) puts one folder in another's place", () => {
  const parent = temporaryFolder();
  const [folder, next] = [join(parent, "deep", "folder"), join(parent, "next")];
  for (const text of ["1", "2"]) {
    mkdirSync(next);
    writeFileSync(join(next, text), text);
    replaceFolder(folder, next);
    expect([readdirSync(folder), readdirSync(parent)]).toEqual([[text], ["deep"]]);
  }
});

test("checkReplaceable(folder, isOurs) throws for a folder that holds anything else, and for a file", () => {
  const folder = temporaryFolder();
  const check = (path: string) => () => checkReplaceable(path, (file) => file === "ours");
  expect(check(join(folder, "missing"))).not.toThrow();
  writeFileSync(join(folder, "ours"), "");
  expect(check(folder)).not.toThrow();
  writeFileSync(join(folder, "theirs"), "");
  expect(check(folder)).toThrow(`${folder}: the output folder would be replaced but holds theirs`);
  expect(check(join(folder, "ours"))).toThrow("would be replaced but holds ours; name an empty or new folder");
});
