import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {expect, onTestFinished, test} from "vitest";
import {lineAt, selectLines} from "../../../data-loaders/sources/text-lines.ts";
import {Warehouse} from "../../../data-loaders/warehouse.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

const text = ' a,"b\n\n"c";\t|\u001a\n{"d": 1}\ne';

test.each<["none" | "gzip", string | Buffer]>([
  ["none", text],
  ["none", text.replaceAll("\n", "\r\n")],
  ["gzip", gzipSync(text)]
])("selectLines({path, compression: %j}) reads every line as it is", async (compression, content) => {
  const warehouse = await Warehouse.open({threads: 1});
  onTestFinished(() => warehouse.close());
  const rows = await warehouse.rows(selectLines({path: write(content), compression, encoding: "utf-8"}));
  expect(rows).toEqual([{line: ' a,"b'}, {line: null}, {line: '"c";\t|\u001a'}, {line: '{"d": 1}'}, {line: "e"}]);
});

test.each<[number, number]>([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 3],
  [2_000_003, 3],
  [2_000_004, 4]
])("lineAt(file, %i) is line %i", async (offset, line) => {
  const long = `a\n\n${"x".repeat(2_000_000)}\nb`;
  expect(await lineAt({path: write(long), compression: "none"}, offset)).toBe(line);
  expect(await lineAt({path: write(gzipSync(long)), compression: "gzip"}, offset)).toBe(line);
});

function write(content: string | Buffer): string {
  const path = join(temporaryFolder(), "events");
  writeFileSync(path, content);
  return path;
}
