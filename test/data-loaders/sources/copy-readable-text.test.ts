import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {copyReadableText} from "../../../data-loaders/sources/copy-readable-text.ts";
import type {InputFile} from "../../../data-loaders/sources/inspect-file.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

test.each<[string, string | Buffer, Partial<InputFile>, string, [offset: number, text: string][]]>([
  ["line ends", "a,b\r\n1,2\r3,4\n5,6", {}, "a,b\n1,2\n3,4\n5,6", []],
  ["line ends within quotes", 'a,b\r\n"1\r\n","2\r"\r\n', {}, 'a,b\n"1\r\n","2\r"\n', []],
  ["a quote that never closes", 'a,b\n1,"2\n3,4\n', {}, "a,b\n\n3,4\n", [[4, '1,"2']]],
  ["a quote that never closes, at the end", 'a,b\r\n3,4\r\n1,"2', {}, "a,b\n3,4\n\n", [[8, '1,"2']]],
  [
    "text after quoted fields",
    'a,b\n"1"x,2\n3,"4" \n"5"x,6\n',
    {},
    'a,b\n\n3,"4" \n\n',
    [
      [4, '"1"x,2'],
      [12, '"5"x,6']
    ]
  ],
  ["quotes in JSON lines", '{"a":1}\r\n{"a\r{\n', {format: "jsonl"}, '{"a":1}\n{"a\n{\n', []],
  ["gzip", gzipSync("a\r\nb\r\n"), {compression: "gzip"}, "a\nb\n", []],
  ["Latin-1 with the signs of Windows", Buffer.from("a,\xe9\n\x80,1", "latin1"), {encoding: "latin-1"}, "a,é\n€,1", []],
  ["nothing", "", {}, "", []]
])("copyReadableText(file, copy) copies %s", async (_name, content, about, expected, unreadable) => {
  const {text, lines} = await copy(content, about);
  expect(text).toBe(expected);
  expect(lines.map(({offset, text}) => [offset, text])).toEqual(unreadable);
});

test("copyReadableText(file, copy) leaves out lines that are too long for DuckDB", async () => {
  const {text, lines} = await copy(`a,b\n1,${"x".repeat(2_500_000)}\n3,4\r\n`, {});
  expect(text).toBe("a,b\n\n3,4\n");
  expect(lines).toEqual([
    {offset: 4, text: `1,${"x".repeat(9998)}…`, problem: "the line is too long, or a quote never closes"}
  ]);
});

test("copyReadableText(file, copy) copies the same wherever chunks of 1 MB begin", async () => {
  const record = '1,"a\r\n""b"\r\n2,c\n3,"d"e\r\n';
  const copied = '1,"a\r\n""b"\n2,c\n\n';
  const {text, lines} = await copy(`a,b\n${record.repeat(100_000)}`, {});
  expect(text).toBe(`a,b\n${copied.repeat(100_000)}`);
  expect(lines.length).toBe(100_000);
});

async function copy(content: string | Buffer, about: Partial<InputFile>) {
  const folder = temporaryFolder();
  const path = join(folder, "events");
  writeFileSync(path, content);
  const file: InputFile = {
    path,
    format: "csv",
    compression: "none",
    encoding: "utf-8",
    delimiter: ",",
    columns: [],
    emptyLines: 0,
    hasOddLineEnds: false,
    ...about
  };
  const lines = await copyReadableText(file, join(folder, "copy"));
  return {text: readFileSync(join(folder, "copy"), "utf8"), lines};
}
