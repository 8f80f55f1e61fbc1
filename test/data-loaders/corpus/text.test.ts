import {gzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {ReportError} from "../../../data-loaders/report-error.ts";
import {cleanAndSelect, cleanFiles, lines} from "./clean-files.ts";

const header = "event_time,event_type,user_id";
const ann = "2024-01-01 10:00:00,view,ann";
const elsewhere = "export the events as CSV, JSON lines or Parquet";

test.each<[string, string | Buffer, string]>([
  ["a zip archive", "PK\u0003\u0004\u0014\0\0\0", `events.csv: this is a zip archive or a spreadsheet; ${elsewhere}`],
  ["an empty zip archive", "PK\u0005\u0006\0\0", `events.csv: this is a zip archive or a spreadsheet; ${elsewhere}`],
  ["an old Excel file", Buffer.from("d0cf11e0a1b11ae1", "hex"), `events.csv: this is an old Excel file; ${elsewhere}`],
  ["a PDF document", "%PDF-1.7\n%âãÏÓ", `events.csv: this is a PDF document; ${elsewhere}`],
  ["a PNG image", Buffer.from("89504e470d0a1a0a", "hex"), `events.csv: this is an image; ${elsewhere}`],
  ["a JPEG image", Buffer.from("ffd8ffe000104a46", "hex"), `events.csv: this is an image; ${elsewhere}`],
  [
    "an HTML page",
    "\n<!doctype html>\n<title>Export</title>\n",
    `events.csv: this is an HTML or XML file; ${elsewhere}`
  ],
  [
    "XML after a byte order mark",
    '\uFEFF<?xml version="1.0"?>',
    `events.csv: this is an HTML or XML file; ${elsewhere}`
  ],
  ["a SQLite database", "SQLite format 3\0\u0010", `events.csv: this is a SQLite database; ${elsewhere}`],
  ["an Avro file", "Obj\u0001\u0004\u0014avro.codec", `events.csv: this is an Avro file; ${elsewhere}`],
  ["an ORC file", "ORC\u0011\0\0", `events.csv: this is an ORC file; ${elsewhere}`],
  ["an Arrow file", "ARROW1\0\0", `events.csv: this is an Arrow file; ${elsewhere}`],
  ["a bzip2-compressed file", "BZh91AY&SY", `events.csv: this is a bzip2-compressed file; ${elsewhere}`],
  [
    "an xz-compressed file",
    Buffer.from("fd377a585a00", "hex"),
    `events.csv: this is an xz-compressed file; ${elsewhere}`
  ],
  ["a 7-Zip archive", Buffer.from("377abcaf271c", "hex"), `events.csv: this is a 7-Zip archive; ${elsewhere}`],
  [
    "a tar archive in gzip",
    gzipSync(`events.csv${"\0".repeat(90)}0000644\0`),
    `events.csv: this is a binary file; ${elsewhere}`
  ],
  ["a JSON array", '[{"event_time":"2024-01-01"}]', "events.csv: this is one JSON array; write one object per line"],
  [
    "an indented JSON array",
    '\n[\n  {\n    "event_time": 1',
    "events.csv: this is one JSON array; write one object per line"
  ],
  [
    "UTF-16",
    Buffer.from(`\uFEFF${lines(header, ann)}`, "utf16le"),
    "events.csv: this is text in UTF-16; save it as UTF-8"
  ],
  [
    "UTF-16 without a mark",
    Buffer.from(lines(header, ann), "utf16le"),
    "events.csv: this is text in UTF-16; save it as UTF-8"
  ],
  [
    "UTF-16, big end first",
    Buffer.from(`\uFEFF${lines(header, ann)}`, "utf16le").swap16(),
    "events.csv: this is text in UTF-16; save it as UTF-8"
  ],
  ["other bytes", Buffer.from("00ff00fe01020304", "hex"), `events.csv: this is a binary file; ${elsewhere}`]
])("cleanInputs of %s throws", async (_name, content, message) => {
  await expect(cleanFiles({"events.csv": content})).rejects.toThrow(new ReportError(message));
});

const advice =
  'Convert the file to UTF-8, or say events: {encoding: "latin-1"} in report.config.ts where it is Latin-1';

test.each<[string, Buffer, string]>([
  [
    "a row",
    latin(header, ann, "", '2024-01-02,view,"b\nb"', "2024-01-03,view,müller"),
    `events.csv, line 6: this is not UTF-8: "2024-01-03,view,m?ller". ${advice}`
  ],
  [
    "a row, in gzip",
    gzipSync(latin(header, ann, "2024-01-03,view,müller")),
    `events.csv, line 3: this is not UTF-8: "2024-01-03,view,m?ller". ${advice}`
  ],
  [
    "the header",
    latin(`${header},märke`, `${ann},x`),
    `events.csv, line 1: this is not UTF-8: "event_time,event_type,user_id,m\uFFFDrke". ${advice}`
  ]
])("cleanInputs of Latin-1 in %s throws", async (_name, content, message) => {
  await expect(cleanFiles({"events.csv": content})).rejects.toThrow(new ReportError(message));
});

test("cleanInputs of Latin-1 reads it when told, with the signs of Windows, and numbers lines", async () => {
  const bytes = Buffer.concat([
    latin(`${header},märke`, `${ann},café`, "é,ü", '2024-01-02,view,müller,"a\né"', 'é,"é', "NaT,view,é,"),
    Buffer.from("2024-01-03,view,zoe,5 \x80\n", "latin1")
  ]);
  const options = {encoding: "latin-1", columns: {brand: "märke"}} as const;
  const query = "select user_id, brand from raw.read_events where reject_reason is null";
  for (const content of [bytes, gzipSync(bytes)]) {
    expect(await cleanAndSelect({"events.csv": content}, options, query)).toEqual({
      accounting: {
        clean: 3,
        duplicates: 0,
        rejected: ["3 malformed_row é,ü", '6 malformed_row é,"é', "7 unreadable_event_time NaT"]
      },
      rows: [
        {user_id: "ann", brand: "café"},
        {user_id: "müller", brand: "a\né"},
        {user_id: "zoe", brand: "5 €"}
      ]
    });
  }
});

test("cleanInputs keeps hostile text as it is", async () => {
  const hostile = [
    "<script>alert(1)</script>",
    "'; drop table staging.activity; --",
    '=HYPERLINK("http://x")',
    "${1+1} {{7*7}} %s",
    "👩‍👩‍👧 e\u0301 \u202Eright to left\u202C",
    "../../etc/passwd",
    "x".repeat(20_000)
  ];
  const rows = hostile.map((brand, i) => `2024-01-01 10:00:0${i},view,00${i},"${brand.replaceAll('"', '""')}"`);
  const {accounting, rows: read} = await cleanAndSelect(
    {"a 'quoted' name é.csv": lines(`${header},brand`, ...rows)},
    {},
    "select user_id, brand from raw.read_events"
  );
  expect(accounting).toEqual({clean: 7, duplicates: 0, rejected: []});
  expect(read).toEqual(hostile.map((brand, i) => ({user_id: `00${i}`, brand})));
});

test("cleanInputs keeps hostile text of rejected rows as it is", async () => {
  const {rejected} = await cleanFiles({
    "events.csv": lines(header, "'); drop table x; --,b", "=1+1,view,ann", "2024-01-01,<b>,ann")
  });
  expect(rejected).toEqual([
    "2 malformed_row '); drop table x; --,b",
    "3 unreadable_event_time =1+1",
    "4 unknown_event_type <b>"
  ]);
});

function latin(...list: string[]): Buffer {
  return Buffer.from(lines(...list), "latin1");
}
