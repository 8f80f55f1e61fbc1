import {statSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {digestFiles} from "../../../data-loaders/sources/digest-file.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

test("digestFiles(paths) gives the contents' XXH128 in the order of the paths", async () => {
  const paths = ["empty", "abc", "same"].map((name) => join(temporaryFolder(), name));
  ["", "abc", "abc"].forEach((text, i) => writeFileSync(paths[i] as string, text));
  // https://github.com/Cyan4973/xxHash, xxhsum -H2
  expect(await digestFiles(paths)).toEqual([
    "99aa06d3014798d86001c324468d497f",
    "06b05ab6733a618578af5f94892f3950",
    "06b05ab6733a618578af5f94892f3950"
  ]);
});

test("digestFiles(paths, memory) reads a file again that has changed, whatever its size and time", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "events.csv");
  const memory = join(folder, "digests.json");
  writeFileSync(path, "abc");
  const {atime, mtime} = statSync(path);
  const first = await digestFiles([path], memory);
  expect(await digestFiles([path], memory)).toEqual(first);
  writeFileSync(path, "abd");
  utimesSync(path, atime, mtime);
  expect(await digestFiles([path], memory)).not.toEqual(first);
});

test("digestFiles(paths) throws when a file cannot be read", async () => {
  // no process may read its own memory from the beginning
  await expect(digestFiles(["/proc/self/mem"])).rejects.toThrow(
    "/proc/self/mem: the file cannot be read (EIO: i/o error, read); check that it may be"
  );
});
