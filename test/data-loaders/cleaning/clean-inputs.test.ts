import {readdirSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {cleanInputs} from "../../../data-loaders/cleaning/clean-inputs.ts";
import {parseConfiguration, type ReportConfiguration} from "../../../data-loaders/configuration.ts";
import type {EventInput} from "../../../data-loaders/sources/event-input.ts";
import {eventInputs} from "../../../data-loaders/sources/event-inputs.ts";
import {type Row, Warehouse} from "../../../data-loaders/warehouse.ts";
import {plainRows} from "../../fixtures/plain-rows.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";
import {type Files, lines, writeFiles} from "../corpus/clean-files.ts";

const header = "event_time,event_type,user_id";
const ann = "2024-01-01 10:00:00,view,ann";
const bob = "2024-01-02 10:00:00,cart,bob";
const cyd = "2024-01-03 10:00:00,view,cyd";
const files: Files = {"a.csv": lines(header, ann, "x", bob, bob), "b.csv": lines(header, bob, "NaT,view,ann", cyd)};

test("cleanInputs(warehouse, inputs, configuration, {cache}) reads nothing a second time", async () => {
  const cache = temporaryFolder();
  const {inputs, configuration} = await inputsOf(files);
  const first = await clean(inputs, configuration, cache);
  const kept = readdirSync(cache).sort();
  const unreadable = inputs.map((input) => ({...input, open: () => Promise.reject(new Error("read again"))}));
  expect(await clean(unreadable, configuration, cache)).toEqual(first);
  expect(readdirSync(cache).sort()).toEqual(kept);
  expect(kept.length).toBe(2);
});

test("cleanInputs(warehouse, inputs, configuration, {cache}) gives what it gives without", async () => {
  const {inputs, configuration} = await inputsOf(files);
  const expected = {
    totals: {rows: 6, good: 5, copies: 2},
    users: [
      {user_id: "ann", events: 1},
      {user_id: "bob", events: 1},
      {user_id: "cyd", events: 1}
    ],
    rejected: [
      {line: 3, reason: "malformed_row", value: "x"},
      {line: 3, reason: "unreadable_event_time", value: "NaT"}
    ]
  };
  expect(await clean(inputs, configuration)).toEqual(expected);
  expect(await clean(inputs, configuration, temporaryFolder())).toEqual(expected);
});

test("cleanInputs(warehouse, inputs, configuration, {cache}) keeps copies across files out of the cache", async () => {
  const cache = temporaryFolder();
  const {inputs, configuration} = await inputsOf(files);
  await clean(inputs, configuration, cache);
  const {totals} = await clean(
    inputs.filter(({name}) => name.endsWith("b.csv")),
    configuration,
    cache
  );
  expect(totals).toEqual({rows: 3, good: 2, copies: 0});
});

test("cleanInputs(warehouse, inputs, configuration, {cache}) reads again when rules or files change", async () => {
  const cache = temporaryFolder();
  const folder = temporaryFolder();
  const path = join(folder, "a.csv");
  const run = async (text: string, options = {}) => {
    writeFileSync(path, text);
    const configuration = parseConfiguration({events: {source: "files", files: path}, ...options});
    await clean(await eventInputs(configuration), configuration, cache);
    return readdirSync(cache).length;
  };
  expect(await run(lines(header, ann))).toBe(1);
  expect(await run(lines(header, ann), {title: "Other"})).toBe(1);
  expect(await run(lines(header, ann), {stages: ["view", "purchase"]})).toBe(2);
  expect(await run(lines(header, bob))).toBe(3);
});

test("cleanInputs(warehouse, inputs, configuration, {cache}) leaves nothing half done when it throws", async () => {
  const cache = temporaryFolder();
  const {inputs, configuration} = await inputsOf({"a.csv": lines(header, ann), "b.csv": "x"});
  await expect(clean(inputs, configuration, cache)).rejects.toThrow("there is no column");
  const folders = readdirSync(cache);
  expect(folders.filter((folder) => folder.endsWith(".next"))).toEqual([]);
  expect(folders.every((folder) => statSync(join(cache, folder, "read_events.parquet")).isFile())).toBe(true);
});

test("cleanInputs(warehouse, inputs, configuration, {cache}) keeps no copies of the text itself", async () => {
  const cache = temporaryFolder();
  const {inputs, configuration} = await inputsOf({"a.csv": `${header}\r\n${ann}\n${bob}\r\n`});
  await clean(inputs, configuration, cache);
  const [folder = ""] = readdirSync(cache);
  expect(readdirSync(join(cache, folder)).filter((name) => !name.endsWith(".parquet"))).toEqual([]);
});

async function inputsOf(texts: Files): Promise<{inputs: EventInput[]; configuration: ReportConfiguration}> {
  const paths = writeFiles(temporaryFolder(), texts);
  const configuration = parseConfiguration({events: {source: "files", files: paths}});
  return {inputs: await eventInputs(configuration), configuration};
}

async function clean(
  inputs: EventInput[],
  configuration: ReportConfiguration,
  cache?: string
): Promise<{totals: Row | undefined; users: Row[]; rejected: Row[]}> {
  const temporary = temporaryFolder();
  const warehouse = await Warehouse.open({threads: 2});
  try {
    await warehouse.writeSettings(configuration);
    await cleanInputs(warehouse, inputs, configuration, {cache, temporary});
    const read = async (query: string) => plainRows(await warehouse.rows(query));
    const [totals] = await read(
      "select sum(readable_rows)::int as rows, sum(good_rows)::int as good, sum(copies)::int as copies from staging.file_totals"
    );
    return {
      totals,
      users: await read(
        "select user_id, sum(events)::int as events from staging.activity group by user_id order by user_id"
      ),
      rejected: await read("select line, reason, value from staging.rejected_rows order by reason")
    };
  } finally {
    warehouse.close();
    rmSync(temporary, {recursive: true, force: true});
  }
}
