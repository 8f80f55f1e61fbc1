import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {ReportError} from "../../../data-loaders/report-error.ts";
import {Warehouse} from "../../../data-loaders/warehouse.ts";
import {type Accounting, cleanFiles, type Files, lines} from "./clean-files.ts";

const header = "event_time,event_type,user_id";
const ann = "2024-01-01 10:00:00,view,ann";
const late = "NaT,view,cyd";
const text = lines(header, ann, "", "x,y", '"2024-01-02 10:00:00",cart,"b\nob"', late);
const usual: Accounting = {clean: 2, duplicates: 0, rejected: ["4 malformed_row x,y", "7 unreadable_event_time NaT"]};
const json = lines(
  '{"event_time":"2024-01-01","event_type":"view","user_id":"ann"}',
  "",
  "oops",
  '{"event_time":"NaT"}'
);
const many = lines(
  header,
  ...Array.from({length: 3000}, (_, i) => `2024-01-01 10:00:00,view,user ${(i * 7919) % 3001}`)
);

test.each<[string, () => Files | Promise<Files>, Accounting]>([
  ["gzip", () => ({"a.csv.gz": gzipSync(text)}), usual],
  ["gzip whose name does not say so", () => ({"a.csv": gzipSync(text)}), usual],
  ["text whose name says gzip", () => ({"a.csv.gz": text}), usual],
  [
    "several gzip members",
    () => ({"a.csv.gz": Buffer.concat([gzipSync(text.slice(0, 50)), gzipSync(text.slice(50))])}),
    usual
  ],
  [
    "gzip with different line ends",
    () => ({"a.csv.gz": gzipSync(`${header}\r\n${ann}\nx,y\r\n${late}\n`)}),
    {clean: 1, duplicates: 0, rejected: ["3 malformed_row x,y", "4 unreadable_event_time NaT"]}
  ],
  [
    "gzip with a quote that never closes",
    () => ({"a.csv.gz": gzipSync(lines(header, ann, 'x,"y', late))}),
    {clean: 1, duplicates: 0, rejected: ['3 malformed_row x,"y', "4 unreadable_event_time NaT"]}
  ],
  ["zstd", async () => ({"a.csv.zst": await zstd(text)}), usual],
  ["zstd whose name does not say so", async () => ({"a.csv": await zstd(text)}), usual],
  [
    "zstd with a quote that never closes",
    async () => ({"a.csv.zst": await zstd(lines(header, ann, 'x,"y', late))}),
    {clean: 1, duplicates: 0, rejected: ['3 malformed_row x,"y', "4 unreadable_event_time NaT"]}
  ],
  [
    "JSON lines in gzip",
    () => ({"a.jsonl.gz": gzipSync(json)}),
    {clean: 1, duplicates: 0, rejected: ["3 malformed_row oops", "4 unreadable_event_time NaT"]}
  ],
  [
    "JSON lines in zstd",
    async () => ({"a.jsonl.zst": await zstd(json)}),
    {clean: 1, duplicates: 0, rejected: ["3 malformed_row oops", "4 unreadable_event_time NaT"]}
  ]
])("cleanInputs of %s", async (_name, files, expected) => {
  expect(await cleanFiles(await files())).toEqual(expected);
});

const damaged = "compressed file is damaged or was cut off";

test.each<[string, () => Files | Promise<Files>, string]>([
  [
    "gzip that is cut off",
    () => ({"a.csv.gz": gzipSync(many).subarray(0, -20)}),
    `a.csv.gz: the gzip-${damaged} (unexpected end of file); fetch it again`
  ],
  [
    "gzip that is cut off at once",
    () => ({"a.csv.gz": gzipSync(many).subarray(0, 12)}),
    `a.csv.gz: the gzip-${damaged} (unexpected end of file); fetch it again`
  ],
  [
    "gzip with other bytes",
    () => ({"a.csv.gz": otherBytes(gzipSync(many))}),
    `a.csv.gz: the gzip-${damaged} (invalid distance too far back); fetch it again`
  ],
  [
    "gzip with another checksum",
    () => ({"a.csv.gz": otherBytes(gzipSync(many), gzipSync(many).length - 8)}),
    `a.csv.gz: the gzip-${damaged} (incorrect data check); fetch it again`
  ],
  [
    "gzip with text behind it",
    () => ({"a.csv.gz": Buffer.concat([gzipSync(many), Buffer.from("text")])}),
    `a.csv.gz: the gzip-${damaged} (incorrect header check); fetch it again`
  ],
  [
    "gzip of nothing",
    () => ({"a.csv.gz": gzipSync("")}),
    "a.csv.gz: the file is empty; expected a first line that names the columns"
  ],
  [
    "gzip of gzip",
    () => ({"a.csv.gz": gzipSync(gzipSync(text))}),
    "a.csv.gz: this is compressed twice; export the events as CSV, JSON lines or Parquet"
  ],
  [
    "zstd that is cut off",
    async () => ({"a.csv.zst": (await zstd(many)).subarray(0, -20)}),
    `a.csv.zst: the zstd-${damaged} (it ends within a frame); fetch it again`
  ],
  [
    "zstd that is cut off at once",
    async () => ({"a.csv.zst": (await zstd(many)).subarray(0, 8)}),
    `a.csv.zst: the zstd-${damaged} (it ends within a frame); fetch it again`
  ],
  [
    "zstd with other bytes",
    async () => ({"a.csv.zst": otherBytes(await zstd(many), 10)}),
    "a.csv.zst: the zstd-compressed file cannot be unpacked (IO Error: Data corruption detected); fetch it again"
  ],
  [
    "zstd with different line ends",
    async () => ({"a.csv.zst": await zstd(`${header}\r\n${ann}\n${late}\r\n`)}),
    "a.csv.zst: some lines end with CR LF and others with LF, which can be read only once the file is unpacked; " +
      "unpack it, or compress it with gzip"
  ]
])("cleanInputs of %s throws", async (_name, files, message) => {
  await expect(cleanFiles(await files())).rejects.toThrow(new ReportError(message));
});

function otherBytes(bytes: Buffer, start = 300): Buffer {
  return Buffer.from(bytes).fill(7, start, Math.min(start + 50, bytes.length - 4));
}

// Node 20 has no zstd; DuckDB writes any text as one column of CSV
async function zstd(content: string): Promise<Buffer> {
  const path = join(tmpdir(), `funnelbook-test-${process.pid}.zst`);
  const warehouse = await Warehouse.open({threads: 1});
  try {
    writeFileSync(`${path}.txt`, content.replace(/\n$/, ""));
    await warehouse.run(`copy (select content from read_text('${path}.txt'))
      to '${path}' (format csv, header false, quote '', escape '', delimiter '\u0002', compression zstd)`);
    return readFileSync(path);
  } finally {
    warehouse.close();
    rmSync(path, {force: true});
    rmSync(`${path}.txt`, {force: true});
  }
}
