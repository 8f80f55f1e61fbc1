import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {parseConfiguration} from "../../../data-loaders/configuration.ts";
import {runPipeline} from "../../../data-loaders/pipeline.ts";
import {ReportError} from "../../../data-loaders/report-error.ts";
import {plainRows} from "../../fixtures/plain-rows.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";
import {type Accounting, cleanFiles, type Files, lines, writeFiles} from "./clean-files.ts";

const header = "event_time,event_type,user_id";
const ann = "2024-01-01 10:00:00,view,ann";
const bob = "2024-01-02 10:00:00,cart,bob";
const cyd = "2024-01-03 10:00:00,view,cyd";

test.each<[string, Files, Accounting]>([
  [
    "the same file twice",
    {"a.csv": lines(header, ann, bob), "b.csv": lines(header, ann, bob)},
    {clean: 2, duplicates: 2, rejected: []}
  ],
  [
    "copies in files whose times overlap",
    {"a.csv": lines(header, ann, cyd), "b.csv": lines(header, bob, cyd)},
    {clean: 3, duplicates: 1, rejected: []}
  ],
  [
    "copies within and across files",
    {"a.csv": lines(header, ann, ann), "b.csv": lines(header, ann, bob)},
    {clean: 2, duplicates: 2, rejected: []}
  ],
  [
    "the same rows in another order",
    {"a.csv": lines(header, ann, bob), "b.csv": lines("user_id,event_type,event_time", "bob,cart,2024-01-02 10:00:00")},
    {clean: 2, duplicates: 1, rejected: []}
  ],
  [
    "the same event in other formats",
    {
      "a.csv": lines(header, ann),
      "b.jsonl": lines('{"event_time":"2024-01-01T10:00:00Z","event_type":"VIEW","user_id":"ann"}'),
      "c.tsv.gz": gzipSync("event_time\tevent_type\tuser_id\n1704103200\tview\tann\n")
    },
    {clean: 1, duplicates: 2, rejected: []}
  ],
  [
    "columns that only some have",
    {
      "a.csv": lines(`${header},price,product_id`, `${ann},0,p`, `${bob},1.5,p`),
      "b.csv": lines(header, cyd),
      "c.csv": lines(`${header},x`, `${ann},1`)
    },
    {clean: 3, duplicates: 0, rejected: ["a.csv 2 non_positive_price 0"]}
  ],
  [
    "a product in a file that has no price",
    {"a.csv": lines(`${header},product_id`, `${ann},p`), "b.csv": lines(`${header},product_id,price`, `${bob},p,`)},
    {clean: 1, duplicates: 0, rejected: ["b.csv 2 non_positive_price "]}
  ],
  [
    "rejected rows in each, one with different line ends",
    {
      "a.csv": lines(header, "x", ann, "NaT,view,b"),
      "b.csv": `${header}\r\n${bob}\nNaT,view,b\r\ny\n`,
      "c.csv": lines(header, "", 'z,"')
    },
    {
      clean: 2,
      duplicates: 0,
      rejected: [
        "a.csv 2 malformed_row x",
        "a.csv 4 unreadable_event_time NaT",
        "b.csv 3 unreadable_event_time NaT",
        "b.csv 4 malformed_row y",
        'c.csv 3 malformed_row z,"'
      ]
    }
  ],
  [
    "a file with a header only",
    {"a.csv": lines(header, ann), "b.csv": lines(header)},
    {clean: 1, duplicates: 0, rejected: []}
  ]
])("cleanInputs of %s", async (_name, files, expected) => {
  expect(await cleanFiles(files)).toEqual(expected);
});

test("cleanInputs throws for the one file among others that cannot be read", async () => {
  const files = {"a.csv": lines(header, ann), "b.csv": "", "c.csv": lines(header, bob)};
  await expect(cleanFiles(files)).rejects.toThrow(
    new ReportError("b.csv: the file is empty; expected a first line that names the columns")
  );
});

test("runPipeline gives the same marts for a file, its rows in another order, and its parts with copies", async () => {
  const rows = [ann, bob, cyd, "2024-01-03 10:05:00,cart,cyd", "2024-01-03 10:09:00,purchase,cyd", "NaT,view,dan"];
  const whole = await martsOf({"a.csv": lines(header, ...rows)});
  expect(await martsOf({"z.csv": lines(header, ...rows.toReversed())})).toEqual(whole);
  const parts = {"x.csv": lines(header, ...rows.slice(0, 3)), "y.csv": lines(header, ...rows.slice(3))};
  expect(await martsOf(parts)).toEqual(whole);
  const {kpis} = await martsOf({...parts, "w.csv": lines(header, ...rows.slice(1, 5))});
  expect(kpis).toEqual(whole.kpis);
});

test.each<[string, (folder: string) => string]>([
  ["a glob that matches nothing", (folder) => join(folder, "*.csv")],
  ["a path that is not there", (folder) => join(folder, "missing.csv")],
  ["a folder", (folder) => folder]
])("runPipeline of %s throws", async (_name, path) => {
  const folder = join(temporaryFolder(), "sub");
  mkdirSync(folder);
  const files = path(folder);
  await expect(runPipeline(parseConfiguration({events: {source: "files", files}}))).rejects.toThrow(
    new ReportError(`events: no file matches ${JSON.stringify(files)} (looked in ${process.cwd()})`)
  );
});

async function martsOf(files: Files): Promise<Record<string, unknown>> {
  const configuration = parseConfiguration({
    events: {source: "files", files: writeFiles(temporaryFolder(), files)},
    segmentation: {seeds: 1, clusters: 2}
  });
  const warehouse = await runPipeline(configuration, {threads: 2});
  try {
    const tables = await warehouse.rows(
      "select table_name from information_schema.tables where table_schema = 'marts' order by table_name"
    );
    const marts: Record<string, unknown> = {};
    for (const {table_name} of tables) {
      marts[String(table_name)] = plainRows(await warehouse.rows(`from marts.${table_name}`));
    }
    return marts;
  } finally {
    warehouse.close();
  }
}
