import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {checkCompression} from "../../../data-loaders/sources/check-compression.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

// a frame with one raw block of "hello", one whose block repeats a byte, and one that readers skip (RFC 8878)
const raw = Buffer.from("28b52ffd2005290000" + "68656c6c6f", "hex");
const repeated = Buffer.from("28b52ffd20052b000078", "hex");
const skippable = Buffer.from("502a4d1803000000aabbcc", "hex");

test.each<[string, Buffer]>([
  ["a frame", raw],
  ["several frames", Buffer.concat([raw, skippable, repeated, raw])],
  ["nothing", Buffer.alloc(0)]
])("checkCompression({path, compression: zstd}) accepts %s", async (_name, bytes) => {
  await expect(checkCompression({path: write(bytes), compression: "zstd"})).resolves.toBeUndefined();
});

test.each<[string, Buffer, string]>([
  ["the end of a block", raw.subarray(0, -1), "it ends within a frame"],
  ["a block's header", raw.subarray(0, 8), "it ends within a frame"],
  ["the end of what readers skip", skippable.subarray(0, -1), "it ends within a frame"],
  ["the next frame's beginning", Buffer.concat([raw, raw.subarray(0, 3)]), "it ends within a frame"],
  ["anything but a frame", Buffer.concat([raw, Buffer.from("text")]), "unexpected bytes at 14"],
  ["a known type of block", Buffer.from("28b52ffd2005" + "2f0000", "hex"), "a block of an unknown type"]
])("checkCompression({path, compression: zstd}) throws without %s", async (_name, bytes, problem) => {
  const path = write(bytes);
  await expect(checkCompression({path, compression: "zstd"})).rejects.toThrow(
    `${path}: the zstd-compressed file is damaged or was cut off (${problem}); fetch it again`
  );
});

test("checkCompression({path, compression: gzip}) checks all members and their checksums", async () => {
  const bytes = Buffer.concat([gzipSync("a\n"), gzipSync("b\n")]);
  await expect(checkCompression({path: write(bytes), compression: "gzip"})).resolves.toBeUndefined();
  const path = write(bytes.subarray(0, -1));
  await expect(checkCompression({path, compression: "gzip"})).rejects.toThrow(
    `${path}: the gzip-compressed file is damaged or was cut off (unexpected end of file); fetch it again`
  );
});

test("checkCompression({path, compression: none}) reads nothing", async () => {
  await expect(checkCompression({path: "missing.csv", compression: "none"})).resolves.toBeUndefined();
});

function write(content: Buffer): string {
  const path = join(temporaryFolder(), "events");
  writeFileSync(path, content);
  return path;
}
