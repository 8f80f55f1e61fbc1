import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {readDemoStore} from "../../../data-loaders/demo-store/read-demo-store.ts";
import {writeDemoStore} from "../../../data-loaders/demo-store/write-demo-store.ts";
import {parseConfiguration} from "../../../data-loaders/configuration.ts";
import {runPipeline} from "../../../data-loaders/pipeline.ts";
import {Warehouse} from "../../../data-loaders/warehouse.ts";
import {eventColumns} from "../../../src/shared/event-columns.ts";
import {demoStore} from "../../fixtures/demo-store.ts";
import {plainRows} from "../../fixtures/plain-rows.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

test("readDemoStore(warehouse, store) opens events with all the columns that it says, as text", async () => {
  const warehouse = await Warehouse.open({threads: 2});
  onTestFinished(() => warehouse.close());
  const columns = await readDemoStore(warehouse, demoStore());
  expect([...columns].sort()).toEqual([...eventColumns].sort());
  const filled = columns.map(
    (column) => `count(${column}) > 0 and typeof(any_value(${column})) = 'VARCHAR' as ${column}`
  );
  expect(await warehouse.row(`select ${filled.join(", ")} from raw.demo_events`)).toEqual(
    Object.fromEntries(columns.map((column) => [column, true]))
  );
});

test("runPipeline(configuration) gives the same report for a demo store and for the file that it writes", async () => {
  const folder = join(temporaryFolder(), "shop");
  await writeDemoStore(demoStore(), folder, {format: "csv"});
  const tables = ["kpis", "daily", "brands", "cleaning_audit", "funnel_sessions", "ml_segments", "session_dimensions"];
  const report = async (events: object) => {
    const configuration = parseConfiguration({events, segmentation: {seeds: 1}});
    const warehouse = await runPipeline(configuration, {threads: 2});
    const rows = [];
    for (const table of tables) rows.push(plainRows(await warehouse.rows(`from marts.${table}`)));
    warehouse.close();
    return rows;
  };
  const fromFile = await report({source: "files", files: join(folder, "events.csv")});
  expect(fromFile).toEqual(await report({source: "demo-store", users: 2000}));
});
