import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {openSnapshots} from "../../../data-loaders/answers/snapshot-reader.ts";
import {requireManifest} from "../../../data-loaders/snapshots.ts";
import {Warehouse} from "../../../data-loaders/warehouse.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";
import {writeAnswerableSnapshots} from "../../fixtures/write-answerable-snapshots.ts";

const sale = {startedOn: "2024-01-03", endedOn: "2024-01-05", label: "O'Hara's sale"};

test("openSnapshots(folder, manifest, annotations) has the analyst's annotations and the main episodes, by day", async () => {
  const {folder, manifest} = await writeSnapshots();
  const warehouse = await Warehouse.open({threads: 1});
  await warehouse.run(`copy (select * from (values
      (2, true, 'business', date '2024-01-03', date '2024-01-04', 'Orders fell'),
      (1, true, 'tracking', date '2024-01-01', date '2024-01-01', 'Views were lost'),
      (3, false, 'business', date '2024-01-02', date '2024-01-02', 'A part of another')
    ) as t(episode, is_main, kind, started_on, ended_on, explanation)) to '${join(folder, "anomalies.parquet")}' (format parquet)`);
  warehouse.close();
  const tables = [...manifest.tables, {...manifest.tables[0], name: "anomalies"}] as typeof manifest.tables;
  expect(await rowsOf(folder, {...manifest, tables}, [sale])).toEqual([
    {
      started_on: new Date("2024-01-01"),
      ended_on: new Date("2024-01-01"),
      label: "Views were lost",
      kind: "episode",
      episode: 1
    },
    {
      started_on: new Date("2024-01-03"),
      ended_on: new Date("2024-01-04"),
      label: "Orders fell",
      kind: "episode",
      episode: 2
    },
    {
      started_on: new Date("2024-01-03"),
      ended_on: new Date("2024-01-05"),
      label: "O'Hara's sale",
      kind: "own",
      episode: null
    }
  ]);
});

test("openSnapshots(folder, manifest, annotations) has the analyst's alone where there are no anomalies, or none", async () => {
  const {folder, manifest} = await writeSnapshots();
  expect((await rowsOf(folder, manifest, [sale])).map(({label}) => label)).toEqual(["O'Hara's sale"]);
  expect(await rowsOf(folder, manifest)).toEqual([]);
});

async function writeSnapshots() {
  const folder = temporaryFolder();
  await writeAnswerableSnapshots(folder);
  return {folder, manifest: requireManifest(folder)};
}

async function rowsOf(...[folder, manifest, annotations]: Parameters<typeof openSnapshots>) {
  const reader = await openSnapshots(folder, manifest, annotations);
  onTestFinished(() => reader.close());
  return reader.rows("from annotations");
}
