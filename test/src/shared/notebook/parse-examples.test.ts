import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {openSnapshots, type SnapshotReader} from "../../../../data-loaders/answers/snapshot-reader.ts";
import {parseConfiguration} from "../../../../data-loaders/configuration.ts";
import {projectFolder} from "../../../../data-loaders/fingerprint.ts";
import {type Manifest, buildSnapshots} from "../../../../data-loaders/snapshots.ts";
import {parseExamples} from "../../../../src/shared/notebook/parse-examples.ts";

const explore = join(projectFolder, "src", "components", "explore");
const examples = parseExamples(readFileSync(join(explore, "example-queries.sql"), "utf8"));

test("parseExamples(text) reads the table, the question and the query", () => {
  const text = `-- a remark that is none: of them
-- brands: Which sell best?
select brand
from brands;

-- daily: How many?
select 1;
`;
  expect(parseExamples(text)).toEqual([
    {table: "brands", question: "Which sell best?", sql: "-- Which sell best?\nselect brand\nfrom brands"},
    {table: "daily", question: "How many?", sql: "-- How many?\nselect 1"}
  ]);
  expect(parseExamples("select 1;")).toEqual([]);
});

describe("the examples and the snapshots", () => {
  const folder = mkdtempSync(join(tmpdir(), "funnelbook-test-"));
  let manifest: Manifest;
  let reader: SnapshotReader;

  beforeAll(async () => {
    const demo = {events: {source: "demo-store", users: 800}, segmentation: {seeds: 2}} as const;
    ({manifest} = await buildSnapshots(parseConfiguration(demo), folder));
    reader = await openSnapshots(folder, manifest);
  }, 180_000);

  afterAll(() => {
    reader.close();
    rmSync(folder, {recursive: true, force: true});
  });

  test("every table has one example, and a file that readers’ browsers can load", () => {
    const tables = manifest.tables.map(({name}) => name).sort();
    expect(examples.map(({table}) => table).sort()).toEqual(tables);
    const files = readFileSync(join(explore, "snapshot-files.ts"), "utf8");
    const listed = [
      ...files.matchAll(/^ {2}(\w+): \(\) => FileAttachment\("..\/..\/data\/snapshots\/(\w+).parquet"\)/gm)
    ];
    expect(listed.map(([, name, file]) => [name, file])).toEqual(tables.map((name) => [name, name]));
  });

  test.each(examples)("$table can be asked: $question", async ({table, sql}) => {
    expect(sql).toMatch(new RegExp(`\\b(?:from|join) ${table}\\b`));
    const rows = await reader.rows(sql);
    expect(rows.length).toBeLessThan(1000);
    if (table === "kpis") expect(rows.length).toBe(1);
  });

  test("the page opens with the example that the build answers", () => {
    const page = readFileSync(join(projectFolder, "src", "explore.md"), "utf8");
    const fence = /```sql id=reached\n([^`]*?)\n```/.exec(page)?.[1];
    const [, table] = /opening: \{table: "(\w+)", rows: reached\}/.exec(page) ?? [];
    const example = examples.find((each) => each.table === table);
    expect(example?.sql).toBe(`-- ${example?.question}\n${fence}`);
  });
});
