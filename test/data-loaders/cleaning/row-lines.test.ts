import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {findRowLines, type RowLines} from "../../../data-loaders/cleaning/row-lines.ts";
import type {InputFile} from "../../../data-loaders/sources/inspect-file.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

test.each<[string, string | Buffer, Partial<InputFile>, number[], RowLines]>([
  ["rows below each other", "a,b\n1,2\n3,4\n", {}, [], {stretches: [{row: 0, line: 2}], unreadable: []}],
  [
    "CR LF",
    "a,b\r\n1,2\r\n\r\n3,4\r\n",
    {},
    [],
    {
      stretches: [
        {row: 0, line: 2},
        {row: 1, line: 4}
      ],
      unreadable: []
    }
  ],
  [
    "empty lines",
    "\n \na,b\n\n1,2\n3,4\n\n5,6",
    {},
    [],
    {
      stretches: [
        {row: 0, line: 5},
        {row: 2, line: 8}
      ],
      unreadable: []
    }
  ],
  [
    "quoted line ends",
    '"a\n",b\n"1\n\n",2\n3, "\n4"\n5,6\n',
    {},
    [],
    {
      stretches: [
        {row: 0, line: 3},
        {row: 1, line: 6},
        {row: 2, line: 8}
      ],
      unreadable: []
    }
  ],
  [
    "unreadable lines",
    'a,b\n1,2\nx"\n3,"4\n5,6\n',
    {},
    [8, 11],
    {
      stretches: [
        {row: 0, line: 2},
        {row: 1, line: 5}
      ],
      unreadable: [3, 4]
    }
  ],
  ["an unreadable line that was emptied", "a,b\n\n3,4\n", {}, [4], {stretches: [{row: 0, line: 3}], unreadable: [2]}],
  ["a byte order mark", "\uFEFFa,b\n1,2\nx\n", {}, [11], {stretches: [{row: 0, line: 2}], unreadable: [3]}],
  [
    "JSON lines",
    '{"a":"\n  \n\n{}\n',
    {format: "jsonl"},
    [],
    {
      stretches: [
        {row: 0, line: 1},
        {row: 1, line: 4}
      ],
      unreadable: []
    }
  ],
  ["gzip", gzipSync("a,b\n\n1,2\n"), {compression: "gzip"}, [], {stretches: [{row: 0, line: 3}], unreadable: []}],
  ["a header only", "a,b\n", {}, [], {stretches: [], unreadable: []}],
  ["Parquet, which has no lines", "PAR1", {format: "parquet"}, [], {stretches: [{row: 0, line: 1}], unreadable: []}]
])("findRowLines(file, unreadable, last) follows %s", async (_name, content, about, offsets, expected) => {
  const unreadable = offsets.map((offset) => ({offset, text: "", problem: ""}));
  expect(await findRowLines(write(content, about), unreadable, 1000)).toEqual(expected);
});

test("findRowLines(file, unreadable, last) follows quoted rows wherever chunks of 1 MB begin", async () => {
  const rows = 'x,"\n\n""y"\n1,2\n'.repeat(150_000);
  const {stretches} = await findRowLines(write(`a,b\n${rows}`, {}), [], 299_999);
  expect([stretches.length, stretches[0], stretches.at(-1)]).toEqual([
    300_000 / 2 + 1,
    {row: 0, line: 2},
    {row: 299_999, line: 600_001}
  ]);
});

test("findRowLines(file, unreadable, last) reads no further than it must", async () => {
  const rows = "x,y\n\n".repeat(1_000_000);
  const {stretches} = await findRowLines(write(`a,b\n${rows}`, {}), [], 10);
  expect(stretches.length).toBeLessThan(300_000);
});

function write(content: string | Buffer, about: Partial<InputFile>): InputFile {
  const path = join(temporaryFolder(), "events");
  writeFileSync(path, content);
  const file = {path, format: "csv", compression: "none", encoding: "utf-8", delimiter: ",", columns: []} as const;
  return {...file, columns: [], emptyLines: 0, hasOddLineEnds: false, ...about};
}
