import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, expect, test} from "vitest";
import {type InputFile, inspectFile} from "../../../data-loaders/sources/inspect-file.ts";
import {Warehouse} from "../../../data-loaders/warehouse.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

const required = "event_time,event_type,user_id";
const columns = ["event_time", "event_type", "user_id"];
const csv = {
  format: "csv",
  compression: "none",
  encoding: "utf-8",
  delimiter: ",",
  columns,
  emptyLines: 0,
  hasOddLineEnds: false
};

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await Warehouse.open({threads: 1});
});

afterAll(() => warehouse.close());

test.each<[string | Buffer, Partial<InputFile>]>([
  [`${required}\r\n`, {}],
  [`\uFEFF${required}`, {}],
  [`\n \r\n${required}\n`, {emptyLines: 2}],
  [`${required}\r2024`, {hasOddLineEnds: true}],
  [`\r${required}\n`, {emptyLines: 1, hasOddLineEnds: true}],
  [gzipSync(required), {compression: "gzip"}],
  [required.replaceAll(",", "\t"), {delimiter: "\t"}],
  [`${required.replaceAll(",", ";")};a,b`, {delimiter: ";", columns: [...columns, "a,b"]}],
  [`"a|b|c|d,e"|${required.replaceAll(",", "|")}`, {delimiter: "|", columns: ["a|b|c|d,e", ...columns]}],
  ['"event_time","event_type" , user_id , "a, ""b"""\n', {columns: [...columns, 'a, "b"']}],
  [`${required},"a\nb",,\n`, {columns: [...columns, "a\nb", "", ""]}],
  [
    '{"b":{"d":1,"e":{"f":[]}},"a.x":1}\noops\n\n{"c":null}\n',
    {format: "jsonl", delimiter: "", columns: ["a.x", "b", "b.d", "b.e", "b.e.f", "c"]}
  ]
])("inspectFile(warehouse, path, encoding) of %j", async (content, expected) => {
  const path = write(content);
  expect(await inspectFile(warehouse, path, "utf-8")).toEqual({...csv, path, ...expected});
});

test("inspectFile(warehouse, path, encoding) decodes the header", async () => {
  const path = write(Buffer.from(`${required},m\u00e4rke\n`, "latin1"));
  expect((await inspectFile(warehouse, path, "latin-1")).columns).toEqual([...columns, "märke"]);
  await expect(inspectFile(warehouse, path, "utf-8")).rejects.toThrow(`${path}, line 1: this is not UTF-8: `);
});

test("inspectFile(warehouse, path, encoding) reads the columns of Parquet", async () => {
  const path = write("");
  await warehouse.run(`copy (select 1 as event_time, 2 as "a.b") to '${path}' (format parquet)`);
  const expected = {...csv, path, format: "parquet", delimiter: "", columns: ["event_time", "a.b"]};
  expect(await inspectFile(warehouse, path, "utf-8")).toEqual(expected);
});

function write(content: string | Buffer): string {
  const path = join(temporaryFolder(), "events");
  writeFileSync(path, content);
  return path;
}
