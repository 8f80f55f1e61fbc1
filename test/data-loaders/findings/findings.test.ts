import {readdirSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {parseConfiguration, type ReportOptions} from "../../../data-loaders/configuration.ts";
import {findings} from "../../../data-loaders/findings/findings.ts";
import {writeFindings} from "../../../data-loaders/findings/write-findings.ts";
import {projectFolder} from "../../../data-loaders/fingerprint.ts";
import {runPipeline} from "../../../data-loaders/pipeline.ts";
import type {Row, Warehouse} from "../../../data-loaders/warehouse.ts";
import {dimensionNames} from "../../../src/shared/selection/session-dimensions.ts";
import {buildWarehouse} from "../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../fixtures/raw-event.ts";
import {untidyEvents} from "../../fixtures/untidy-events.ts";

const folder = join(projectFolder, "data-loaders", "findings");

test("findings has one finding per file, named after it, by the alphabet", () => {
  const files = readdirSync(folder).map((file) => file.replace(/\.\w+$/, ""));
  const others = new Set([
    "evidence",
    "finding",
    "findings",
    "read-finding-query",
    "statements",
    "tracking-finding",
    "write-findings"
  ]);
  expect(findings.map(({name}) => name)).toEqual([...new Set(files)].filter((name) => !others.has(name)).sort());
});

const hostile = '<b>"x"</b>, =1+1';
const shops: [name: string, events: RawEvent[], options?: ReportOptions][] = [
  ["a single event of a single user", [event("2024-01-01 10:00:00", "view", "ann")]],
  [
    "nothing but users, times and types",
    untidyEvents(300).map(({event_time, event_type, user_id}) => ({event_time, event_type, user_id}))
  ],
  ["untidy events", untidyEvents(900)],
  [
    "untidy events in small groups",
    untidyEvents(900),
    {privacy: {minimumGroupSize: 1}, thresholds: {minimumTrials: 1, minimumProductViews: 1}}
  ],
  [
    "events with hostile names",
    untidyEvents(600).map((raw) => ({...raw, brand: hostile, browser: hostile, source: hostile, campaign: hostile}))
  ],
  [
    "stages of the analyst's own",
    untidyEvents(300).map((raw) => ({...raw, event_type: raw.event_type === "view" ? "landing" : "signup"})),
    {stages: ["landing", "signup"]}
  ]
];

describe.each(shops)("findings of %s", (_, events, options) => {
  test("are sentences, whose evidence can be asked for", async () => {
    const warehouse = await buildWarehouse(events, options);
    await writeFindings(warehouse, parseConfiguration(options ?? {}));
    await checkSentences(warehouse);
  });
});

test("findings of the demo store are sentences, whose evidence is there where they hold, in the order of their worth", async () => {
  const warehouse = await runPipeline(
    parseConfiguration({events: {source: "demo-store", users: 3000}, segmentation: {seeds: 1}})
  );
  const rows = await checkSentences(warehouse);
  const held = rows.filter(({holds}) => holds);
  expect(held.length).toBeGreaterThan(4);
  for (const {evidence_query} of held) expect(await warehouse.rows(String(evidence_query))).not.toEqual([]);
  expect(rows.slice(0, held.length)).toEqual(held);
  // what is over after what goes on, and what has no worth last
  const worths = held.map(
    ({is_over, value_at_stake}) => [value_at_stake == null ? 2 : Number(is_over), -Number(value_at_stake ?? 0)] as const
  );
  expect(worths).toEqual([...worths].sort(([a, c], [b, d]) => a - b || c - d));
  const recommendations = await warehouse.rows("from marts.recommendations order by position");
  expect(recommendations.map(({finding}) => finding)).toEqual(held.map(({finding}) => finding));
  for (const {steps, effort, measure, assumption} of recommendations) {
    // what it brings, or why that cannot be told
    expect(assumption).toMatch(/\.$/);
    expect(String(steps).split("\n").length).toBeGreaterThan(2);
    expect(["hours", "days", "weeks"]).toContain(effort);
    expect(measure).toMatch(/\.$/);
  }
  warehouse.close();
});

async function checkSentences(warehouse: Warehouse): Promise<Row[]> {
  const rows = await warehouse.rows("from marts.findings order by position");
  expect(rows).toHaveLength(findings.length);
  // as the pages have them, under their own names
  await warehouse.run("set schema = 'marts'");
  for (const {
    claim,
    worth,
    evidence,
    action,
    evidence_query,
    chart_x,
    chart_y,
    chart_series,
    dimension,
    value,
    value_low,
    value_at_stake,
    value_high
  } of rows) {
    expect(claim).toMatch(/^[A-Z$0-9].*[.]$/s);
    expect([claim, worth, evidence, action].filter(Boolean).join(" ")).not.toMatch(
      /undefined|NaN|null|Infinity|\[object|–| {2}/
    );
    const result = await warehouse.connection.runAndReadAll(String(evidence_query));
    expect(result.columnNames()).toEqual(
      expect.arrayContaining([chart_x, chart_y, ...(chart_series === null ? [] : [chart_series])])
    );
    // what readers can filter sessions by
    if (dimension !== null) expect(dimensionNames).toContain(dimension);
    expect(value === null).toBe(dimension === null);
    expect(value_low == null).toBe(value_at_stake == null);
    if (value_low != null) {
      expect(Number(value_low)).toBeLessThanOrEqual(Number(value_at_stake) + 1e-9);
      expect(Number(value_high)).toBeGreaterThanOrEqual(Number(value_at_stake) - 1e-9);
    }
  }
  return rows;
}
