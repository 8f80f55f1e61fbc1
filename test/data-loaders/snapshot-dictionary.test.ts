import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {parseConfiguration} from "../../data-loaders/configuration.ts";
import {projectFolder} from "../../data-loaders/fingerprint.ts";
import {writeSnapshotDictionary} from "../../data-loaders/snapshot-dictionary.ts";
import {buildSnapshots} from "../../data-loaders/snapshots.ts";
import {temporaryFolder} from "../fixtures/temporary-folder.ts";

test("writeSnapshotDictionary(tables) has a heading and a table per table, with signs of markdown made plain", () => {
  const columns = [{name: "a", type: "bigint", description: "a | b, or *nothing*"}];
  const text = writeSnapshotDictionary([{name: "top_users", description: "one row per user", columns}]);
  expect(text).toContain(`## top_users

One row per user.

| column | type | what it is |
| --- | --- | --- |
| \`a\` | \`bigint\` | a \\| b, or \\*nothing\\* |
`);
});

test("docs/snapshot-tables.md is up to date", async () => {
  const configuration = parseConfiguration({events: {source: "demo-store", users: 100}, segmentation: {seeds: 1}});
  const {manifest} = await buildSnapshots(configuration, join(temporaryFolder(), "snapshots"));
  const text = readFileSync(join(projectFolder, "docs", "snapshot-tables.md"), "utf8");
  // npm run docs writes it
  expect(text).toBe(writeSnapshotDictionary(manifest.tables));
});
