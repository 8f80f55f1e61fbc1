import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {checkReplaceable, recoverFolder, replaceFolder, replaceFolderWith} from "../../data-loaders/replace-folder.ts";
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

test("replaceFolderWith(folder, write) replaces a folder once all is written, and leaves it and nothing else when that fails", async () => {
  const parent = temporaryFolder();
  const folder = join(parent, "folder");
  const write = (file: string, problem?: Error) =>
    replaceFolderWith(folder, (next) => {
      writeFileSync(join(next, file), "");
      return problem ? Promise.reject(problem) : Promise.resolve(file);
    });
  expect(await write("1")).toBe("1");
  await expect(write("2", new Error("no room"))).rejects.toThrow("no room");
  expect([readdirSync(folder), readdirSync(parent)]).toEqual([["1"], ["folder"]]);
  await expect(replaceFolderWith(join(folder, "1", "deep"), () => Promise.resolve())).rejects.toThrow(
    `${join(folder, "1", "deep")}: the output folder cannot be made (ENOTDIR)`
  );
});

test("recoverFolder(folder) brings the last state back and removes what killed runs left, but nothing of running ones", () => {
  const parent = temporaryFolder();
  const folder = join(parent, "folder");
  // no process has the highest number
  const killed = 2 ** 22;
  const running = process.ppid;
  for (const name of [
    `.folder.${killed}.next`,
    `.folder.${killed}.previous`,
    `.folder.${running}.next`,
    ".folder.mine"
  ]) {
    mkdirSync(join(parent, name));
    writeFileSync(join(parent, name, "text"), name);
  }
  recoverFolder(folder);
  expect(readdirSync(parent).sort()).toEqual([".folder.mine", `.folder.${running}.next`, "folder"].sort());
  expect(readFileSync(join(folder, "text"), "utf8")).toBe(`.folder.${killed}.previous`);
  mkdirSync(join(parent, `.folder.${killed}.previous`));
  recoverFolder(folder);
  expect(readFileSync(join(folder, "text"), "utf8")).toBe(`.folder.${killed}.previous`);
  expect(readdirSync(parent)).not.toContain(`.folder.${killed}.previous`);
  recoverFolder(join(parent, "nowhere", "folder"));
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
