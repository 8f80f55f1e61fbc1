import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, onTestFinished, test} from "vitest";
import {findFiles, inspectCsvFile, listUnreadableLines, readCsvFiles} from "../../../data-loaders/sources/csv-files.ts";
import type {EventFiles} from "../../../data-loaders/configuration.ts";
import {Warehouse} from "../../../data-loaders/warehouse.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

const required = "event_time,event_type,user_id";
const events: EventFiles = {source: "files", files: [], columns: {}, types: {}};

describe("findFiles(globs, folder)", () => {
  test("findFiles(globs, folder) gives each file once, sorted", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "sub"));
    for (const name of ["b.csv", "a.csv", "[1].csv", "sub/c.csv", "note.txt"]) writeFileSync(join(folder, name), "");
    expect(await findFiles(["*.csv", "a.csv"], folder)).toEqual(["[1].csv", "a.csv", "b.csv"]);
    expect(await findFiles(["[1].csv"], folder)).toEqual(["[1].csv"]);
    expect(await findFiles(["**/*.csv"], folder)).toEqual(["[1].csv", "a.csv", "b.csv", "sub/c.csv"]);
  });

  test("findFiles(globs, folder) throws when a glob names none", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a.csv"), "");
    await expect(findFiles(["a.csv", "missing.csv"], folder)).rejects.toThrow(
      `events: no file matches "missing.csv" (looked in ${folder})`
    );
    await expect(findFiles(["*.parquet"], folder)).rejects.toThrow('events: no file matches "*.parquet"');
  });
});

describe("inspectCsvFile(path, events)", () => {
  test.each<[string, string, string[]]>([
    [`${required}\r\n`, ",", ["event_time", "event_type", "user_id"]],
    [`\uFEFF${required}`, ",", ["event_time", "event_type", "user_id"]],
    ["event_time\tevent_type\tuser_id\n", "\t", ["event_time", "event_type", "user_id"]],
    ["event_time;event_type;user_id;a,b\n", ";", ["event_time", "event_type", "user_id", "a,b"]],
    ['"event_time","event_type", user_id ,"a, ""b"""\n', ",", ["event_time", "event_type", "user_id", 'a, "b"']]
  ])("inspectCsvFile of %j finds delimiter and header", (text, delimiter, header) => {
    const path = write(text);
    expect(inspectCsvFile(path, events)).toEqual({path, delimiter, header});
  });

  test("inspectCsvFile(path, events) throws with a guess when a column is misspelt", () => {
    const path = write("event_tme,event_type,user_id\n");
    expect(() => inspectCsvFile(path, events)).toThrow(
      `${path}, line 1: there is no column "event_time" for event_time; did you mean "event_tme"?; ` +
        "the file has event_tme, event_type, user_id. " +
        "Name the file's column in report.config.ts, events.columns.event_time"
    );
  });

  test("inspectCsvFile(path, events) throws when a mapped column is not there", () => {
    const path = write(`${required},preis\n`);
    expect(() => inspectCsvFile(path, {...events, columns: {price: "Betrag"}})).toThrow(
      `${path}, line 1: there is no column "Betrag" for price; the file has event_time, event_type, user_id, preis. `
    );
  });

  test.each<[string, string | Buffer]>([
    ["a Parquet file", "PAR1\u0015\u0004"],
    ["a zip archive or a spreadsheet", "PK\u0003\u0004"],
    ["a gzip-compressed file", gzipSync(required)],
    ["a zstd-compressed file", Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
    ["a PDF document", "%PDF-1.7"],
    ["an image", Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ["a SQLite database", "SQLite format 3\0"],
    ["a JSON file", ' {"event_time": 1}\n'],
    ["a JSON file", "[1]"],
    ["an HTML or XML file", "<!doctype html>"],
    ["a binary file or text that is not UTF-8", Buffer.from(required, "utf16le")]
  ])("inspectCsvFile(path, events) throws for %s", (kind, content) => {
    const path = write(content);
    expect(() => inspectCsvFile(path, events)).toThrow(
      `${path}: this is ${kind}, not a CSV file; export the events as CSV text`
    );
  });

  test("inspectCsvFile(path, events) throws for an empty file", () => {
    const path = write("");
    expect(() => inspectCsvFile(path, events)).toThrow(
      `${path}: the file is empty; expected a first line that names the columns`
    );
  });
});

describe("readCsvFiles(warehouse, paths, events)", () => {
  test("readCsvFiles(warehouse, paths, events) reads files of different columns and delimiters as one", async () => {
    const paths = [
      write(`${required},price\n2024-01-01,view,007,1.50\n`),
      write("user_id;event_type;event_time;brand\n1515915625400000001;cart;2024-01-02;Alder\n")
    ];
    const {columns, rows} = await read(paths);
    expect(columns).toEqual(["event_time", "event_type", "user_id", "brand", "price"]);
    expect(rows).toEqual([
      {event_time: "2024-01-01", user_id: "007", price: "1.50", brand: null},
      {event_time: "2024-01-02", user_id: "1515915625400000001", price: null, brand: "Alder"}
    ]);
  });

  test("listUnreadableLines(warehouse) lists every line that a quote takes along which never closes", async () => {
    const path = write(
      `${required}\n2024-01-01,view,ann\n2024-01-02,view,"bob\n2024-01-03,view,cyd\n2024-01-04,view,dan\n`
    );
    const {rows, unreadable} = await read([path]);
    expect(rows.map(({user_id}) => user_id)).toEqual(["ann"]);
    expect(unreadable.map(({line}) => line)).toEqual([3n, 4n, 5n]);
  });

  test("listUnreadableLines(warehouse) lists lines that are no rows, once each", async () => {
    const path = write(`${required}\n2024-01-01,view,ann,1,2\n2024-01-02,view,"a "b",c"\n2024-01-03,view,cyd\n2024`);
    const {rows, unreadable} = await read([path]);
    expect(rows.map(({user_id}) => user_id)).toEqual(["cyd"]);
    expect(unreadable.map(({file, line}) => [file, line])).toEqual([
      ["events.csv", 2n],
      ["events.csv", 3n],
      ["events.csv", 5n]
    ]);
  });
});

function write(content: string | Buffer): string {
  const path = join(temporaryFolder(), "events.csv");
  writeFileSync(path, content);
  return path;
}

async function read(paths: string[]) {
  const warehouse = await Warehouse.open();
  onTestFinished(() => warehouse.close());
  const columns = await readCsvFiles(warehouse, paths, events);
  const rows = await warehouse.rows(
    "select event_time, user_id, price, brand from raw.events order by event_time, user_id"
  );
  await listUnreadableLines(warehouse);
  return {columns, rows, unreadable: await warehouse.rows("from raw.unreadable_lines order by line")};
}
