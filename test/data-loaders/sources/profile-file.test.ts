import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {expect, onTestFinished, test} from "vitest";
import {profileFile} from "../../../data-loaders/sources/profile-file.ts";
import {Warehouse} from "../../../data-loaders/warehouse.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

test("profileFile(warehouse, path) measures every column over all rows", async () => {
  const {file, bytes, rows, unreadable, columns, others} = await profile(
    ["ts,kind,user id,price", "2021-01-01T10:00:00Z,view,1515915625353457259,9.50", "NaT,cart,,10", '2021-01-02 00:30:00+01:00,view,"7,5",', "1"]
      .join("\n"),
    "events.csv"
  ); // prettier-ignore
  expect([file.format, file.compression, file.encoding, file.delimiter]).toEqual(["csv", "none", "utf-8", ","]);
  expect([bytes, rows, unreadable, others]).toEqual([125, 3, 1, 0]);
  expect(columns).toEqual([
    {
      name: "ts", type: "text", filled: 3, misfits: 0, distinct: 3, range: ["2021-01-01T10:00:00Z", "NaT"],
      examples: ["2021-01-01T10:00:00Z", "NaT", "2021-01-02 00:30:00+01:00"], values: undefined
    },
    {
      name: "kind", type: "text", filled: 3, misfits: 0, distinct: 2, range: ["cart", "view"],
      examples: ["view", "cart"], values: [{value: "view", rows: 2}, {value: "cart", rows: 1}]
    },
    {
      name: "user id", type: "text", filled: 2, misfits: 0, distinct: 2, range: ["1515915625353457259", "7,5"],
      examples: ["1515915625353457259", "7,5"], values: undefined
    },
    {
      name: "price", type: "decimal", filled: 2, misfits: 0, distinct: 2, range: ["9.5", "10"],
      examples: ["9.50", "10"], values: undefined
    }
  ]); // prettier-ignore
});

test("profileFile(warehouse, path) gives times in UTC, and values of later rows that do not fit", async () => {
  const times = [...Array.from({length: 3000}, () => "2021-01-02 00:30:00+01:00"), "2021-06-01 00:00:00", "NaT"];
  const lines = times.map((time, i) => `${time},${i === 2999 ? "1.5" : i},${i > 2998 ? "late" : ""}`);
  const {rows, columns} = await profile(["at,n,comment", ...lines].join("\n"), "events.csv");
  expect([rows, columns.map(({type, filled, misfits, range}) => [type, filled, misfits, range])]).toEqual([
    3002,
    [
      ["time", 3002, 1, ["2021-01-01 23:30:00", "2021-06-01 00:00:00"]],
      ["decimal", 3002, 0, ["0", "3001"]],
      ["text", 3, 0, ["late", "late"]]
    ]
  ]);
  expect(columns[2]?.examples).toEqual(["late"]);
});

test("profileFile(warehouse, path) reads compressed JSON lines with objects in them", async () => {
  const text = '{"a":{"b":1614592800000,"time":1614592800000},"products":[1]}\nnot json\n{"a":{},"c":"x"}\n';
  const {file, rows, unreadable, columns} = await profile(gzipSync(text), "events.jsonl.gz");
  expect([file.format, file.compression, rows, unreadable]).toEqual(["jsonl", "gzip", 2, 1]);
  expect(columns.map(({name, type, filled}) => [name, type, filled])).toEqual([
    ["a", "object", 2],
    ["a.b", "integer", 1],
    ["a.time", "milliseconds since 1970", 1],
    ["c", "text", 1],
    ["products", "list", 1]
  ]);
});

test("profileFile(warehouse, path) reads Latin-1, mixed line ends, no rows and more columns than an event has", async () => {
  const latin = await profile(Buffer.from("type\nK\xe4ufe\n", "latin1"), "latin.csv");
  expect([latin.file.encoding, latin.columns[0]?.examples]).toEqual(["latin-1", ["Käufe"]]);
  const mixed = await profile("type,n\r\nview,1\ncart,2\r\n", "mixed.csv");
  expect([mixed.rows, mixed.unreadable, mixed.columns[0]?.examples]).toEqual([2, 0, ["view", "cart"]]);
  const empty = await profile("type,n\n", "empty.csv");
  expect([empty.rows, empty.columns.map(({type}) => type)]).toEqual([0, ["empty", "empty"]]);
  const names = Array.from({length: 100}, (_, i) => `c${i}`);
  const wide = await profile(
    [[...names, "user_id"].join(), [...names.map((_, i) => i), "7"].join()].join("\n"),
    "wide.csv"
  );
  expect([wide.columns.length, wide.others]).toEqual([84, 17]);
  expect(wide.columns.at(-1)).toMatchObject({name: "user_id", examples: ["7"], filled: 1});
  expect(wide.columns[50]).toMatchObject({name: "c50", examples: ["50"]});
});

test.each<[string, string | Buffer, string]>([
  ["empty.csv", "", "the file is empty"],
  ["book.xlsx", "PK\u0003\u0004", "this is a zip archive or a spreadsheet; export the events as CSV"],
  ["cut.csv.gz", gzipSync("type\nview\ncart\n".repeat(99)).subarray(0, 40), "damaged or was cut off"],
  ["bad.parquet", "PAR1 and nothing else", "the Parquet file is damaged"]
])("profileFile(warehouse, %j) says why it cannot be read", async (name, content, message) => {
  await expect(profile(content, name)).rejects.toThrow(message);
});

async function profile(content: string | Buffer, name: string) {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  const warehouse = await Warehouse.open({threads: 2});
  onTestFinished(() => warehouse.close());
  return profileFile(warehouse, path);
}
