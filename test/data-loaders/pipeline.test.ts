import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, onTestFinished, test} from "vitest";
import {parseConfiguration, type ReportOptions} from "../../data-loaders/configuration.ts";
import {projectFolder} from "../../data-loaders/fingerprint.ts";
import {runPipeline} from "../../data-loaders/pipeline.ts";
import type {Warehouse} from "../../data-loaders/warehouse.ts";
import {independentKpis} from "../fixtures/independent-kpis.ts";
import {messyCsv} from "../fixtures/messy-csv.ts";
import {parseRawEvents} from "../fixtures/parse-raw-events.ts";
import {plainRows} from "../fixtures/plain-rows.ts";
import type {RawEvent} from "../fixtures/raw-event.ts";
import {temporaryFolder} from "../fixtures/temporary-folder.ts";

const realFile = join(projectFolder, "..", "shared", "data", "rees46-2019-10-01.csv");

describe("runPipeline(configuration) on a messy file", () => {
  test("runPipeline(configuration) loses no row: read = clean + duplicates + rejected", async () => {
    const warehouse = await runOnText(messyCsv());
    expect(await audit(warehouse)).toEqual([
      {step: "parse", position: 1, rows_in: 11, rows_out: 10, rows_removed: 1, share_removed: 1 / 11},
      {step: "type", position: 2, rows_in: 10, rows_out: 7, rows_removed: 3, share_removed: 3 / 11},
      {step: "price", position: 3, rows_in: 7, rows_out: 6, rows_removed: 1, share_removed: 1 / 11},
      {step: "duplicates", position: 4, rows_in: 6, rows_out: 5, rows_removed: 1, share_removed: 1 / 11}
    ]);
  });

  test("runPipeline(configuration) names every rejected row's reason", async () => {
    const warehouse = await runOnText(messyCsv());
    expect(plainRows(await warehouse.rows("select reason, rows from marts.rejected_events"))).toEqual([
      {reason: "malformed_row", rows: 1},
      {reason: "unreadable_event_time", rows: 1},
      {reason: "unknown_event_type", rows: 1},
      {reason: "missing_user_id", rows: 1},
      {reason: "non_positive_price", rows: 1},
      {reason: "stray_event_time", rows: 0},
      {reason: "unreadable_price", rows: 0}
    ]);
  });

  test("runPipeline(configuration) keeps ids as text, quoted commas, and names what is missing", async () => {
    const warehouse = await runOnText(messyCsv());
    expect(await warehouse.rows("select user_id from core.users order by user_id")).toEqual([
      {user_id: "1515915625400000001"},
      {user_id: "1515915625400000002"}
    ]);
    expect(await warehouse.rows("select product_id, brand, category_code from marts.products")).toEqual([
      {product_id: "0042", brand: "Alder", category_code: "Unknown"},
      {product_id: "1004", brand: "Pine, Fir", category_code: "electronics.phone"},
      {product_id: "1005", brand: "Unknown", category_code: "Unknown"}
    ]);
  });

  test("runPipeline(configuration) gives the key figures that Arquero gives", async () => {
    const warehouse = await runOnText(messyCsv());
    expect(await kpis(warehouse)).toEqual(independentKpis(parseRawEvents(messyCsv()).events));
  });
});

test("runPipeline(configuration) gives the demo store's key figures that Arquero gives", async () => {
  const warehouse = await run({events: {source: "demo-store", users: 3000}, segmentation: {seeds: 1}});
  const raw = (await warehouse.rows("from raw.events")) as RawEvent[];
  expect(await kpis(warehouse)).toEqual(independentKpis(raw));
  expect((await audit(warehouse))[0]?.rows_in).toBe(raw.length);
});

describe.skipIf(!existsSync(realFile))("runPipeline(configuration) on a real file", () => {
  test("runPipeline(configuration) accounts for every row and gives the key figures that Arquero gives", async () => {
    const warehouse = await run({events: {source: "files", files: realFile}});
    const {events, malformed} = parseRawEvents(readFileSync(realFile, "utf8"));
    expect(malformed).toBe(1);
    const figures = await kpis(warehouse);
    expect(figures).toEqual(independentKpis(events));
    expect(figures).toMatchObject({events: 17_410, users: 4500, sessions: 5061});
    expect((await audit(warehouse)).map(({step, rows_in, rows_out}) => [step, rows_in, rows_out])).toEqual([
      ["parse", 17_435, 17_434],
      ["type", 17_434, 17_434],
      ["price", 17_434, 17_415],
      ["duplicates", 17_415, 17_410]
    ]);
  });
});

test("runPipeline(configuration, {tables}) makes those tables and what they take, and no findings", async () => {
  const events = {source: "demo-store", users: 300} as const;
  const warehouse = await runPipeline(parseConfiguration({events}), {threads: 2, tables: ["marts.daily"]});
  onTestFinished(() => warehouse.close());
  const made = await warehouse.rows(
    "select table_schema as layer, table_name as name from information_schema.tables where table_schema in ('segmentation', 'marts')"
  );
  expect(made).toEqual([{layer: "marts", name: "daily"}]);
});

describe("runPipeline(configuration) throws", () => {
  test("runPipeline(configuration) throws when there are no events below the header", async () => {
    await expect(runOnText("event_time,event_type,user_id\n")).rejects.toThrow(
      "events: the input names its columns but has no events below them"
    );
  });

  test("runPipeline(configuration) throws with the reasons when no row can be used", async () => {
    const text = "event_time,event_type,user_id\nNaT,view,ann\n2024-01-01 10:00:00,zoom,ann\nNaT,view,bob\n2024";
    const problem = await runOnText(text).catch((error: Error) =>
      error.message.replaceAll(/[^ ]*events\.csv/g, "events.csv")
    );
    expect(problem).toBe(
      [
        "events: none of the rows could be used",
        "4 rows read: 0 clean, 0 duplicates, 4 rejected",
        '  unreadable_event_time: 2 rows, such as events.csv, line 2: "NaT"; check events.columns.event_time, and that times are ' +
          "ISO or seconds since 1970",
        '  malformed_row: 1 rows, such as events.csv, line 5: "2024"; check how the file was written',
        '  unknown_event_type: 1 rows, such as events.csv, line 3: "zoom"; map the values to stages in events.types'
      ].join("\n")
    );
  });

  test("runPipeline(configuration) throws when more rows are rejected than the configuration allows", async () => {
    const text = "event_time,event_type,user_id\n2024-01-01,view,ann\nNaT,view,bob\nNaT,view,cyd\n";
    await expect(runOnText(text)).rejects.toThrow(
      "events: 66.7 % of the rows are rejected, more than the 50 % that report.config.ts allows (thresholds.maximumRejectedShare)"
    );
    const warehouse = await runOnText(text, {thresholds: {maximumRejectedShare: 0.7}});
    expect((await kpis(warehouse))?.events).toBe(1);
  });

  test("runPipeline(configuration) throws when no file has a column that the configuration names", async () => {
    const text = "event_time,event_type,user_id,preis\n2024-01-01,view,ann,1\n";
    const path = join(temporaryFolder(), "events.csv");
    writeFileSync(path, text);
    await expect(run({events: {source: "files", files: path, columns: {price: "pres"}}})).rejects.toThrow(
      'there is no column "pres" for price; did you mean "preis"?; the file has event_time, event_type, user_id, preis. ' +
        "Correct report.config.ts, events.columns.price"
    );
  });
});

test("runPipeline(configuration) reads a file whose lines end differently", async () => {
  const warehouse = await runOnText("event_time,event_type,user_id\r\n2024-01-01,view,ann\n2024-01-02,view,bob\r\n");
  expect(await kpis(warehouse)).toMatchObject({events: 2, users: 2});
});

async function run(options: ReportOptions): Promise<Warehouse> {
  const warehouse = await runPipeline(parseConfiguration(options), {threads: 2});
  onTestFinished(() => warehouse.close());
  return warehouse;
}

function runOnText(text: string, options: ReportOptions = {}): Promise<Warehouse> {
  const path = join(temporaryFolder(), "events.csv");
  writeFileSync(path, text);
  return run({...options, events: {source: "files", files: path}});
}

async function kpis(warehouse: Warehouse) {
  return plainRows(await warehouse.rows("from marts.kpis"))[0];
}

async function audit(warehouse: Warehouse) {
  return plainRows(await warehouse.rows("from marts.cleaning_audit"));
}
