import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {demoTables} from "../../data-loaders/demo-store/schema.ts";
import type {Truth} from "../../data-loaders/demo-store/truths.ts";
import {readMethods} from "../../data-loaders/methods.ts";
import {modelCardFile} from "../../data-loaders/snapshots.ts";
import {temporaryFolder} from "../fixtures/temporary-folder.ts";

const columns = [{name: "users", type: "bigint", description: "distinct user ids"}];
const manifest = {
  fingerprint: "0",
  tables: [{name: "kpis", description: "one row per report", rows: 1, bytes: 512, sha256: "0", columns}]
};
const planted = {
  name: "email_cohort",
  title: "Those who came by email in November come back more often",
  startsOn: "2020-11-01",
  endsOn: "2020-11-30",
  segment: "users who came by email",
  size: "1 in 10 users",
  metric: "orders per user",
  effect: "doubles"
} as const;

const card = [{title: "Limits", paragraphs: ["A user is an id."]}];

test("readMethods(snapshots) describes the tables of the manifest, and no demo store where there is no truth", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, modelCardFile), JSON.stringify(card));
  expect(readMethods(folder)).toEqual({
    tables: [{name: "kpis", description: "one row per report", rows: 1, columns}],
    modelCard: card,
    demoStore: null
  });
});

test("readMethods(snapshots) gives the demo store's tables and what was planted, but nobody's id", () => {
  const folder = temporaryFolder();
  const truth: Truth = {users: 100, seed: 7, truths: [{...planted, ids: ["1000000000000000001"]}]};
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "truth.json"), JSON.stringify(truth));
  writeFileSync(join(folder, modelCardFile), JSON.stringify(card));
  const {demoStore} = readMethods(folder);
  expect(demoStore?.truth).toEqual({users: 100, seed: 7, truths: [planted]});
  expect(demoStore?.tables.map(({name}) => name)).toEqual(demoTables.map(({name}) => name));
});

test("readMethods(snapshots) throws where there are none", () => {
  expect(() => readMethods("nowhere")).toThrow("nowhere: there are no snapshots; run npm run build or npm run dev");
});
