import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {parseConfiguration, type ReportConfiguration} from "../../../../data-loaders/configuration.ts";
import {readModels} from "../../../../data-loaders/models.ts";
import {runPipeline} from "../../../../data-loaders/pipeline.ts";
import {Warehouse} from "../../../../data-loaders/warehouse.ts";
import {independentMarts, type LearnedSegments} from "../../../fixtures/independent-marts.ts";
import {adCostsFile, demoAdCosts, readAdCosts} from "../../../fixtures/independent/ad-costs.ts";
import {groupBy} from "../../../fixtures/independent/people.ts";
import type {MartRow} from "../../../fixtures/independent/period-marts.ts";
import {messyCsv} from "../../../fixtures/messy-csv.ts";
import {parseRawEvents} from "../../../fixtures/parse-raw-events.ts";
import {plainRows} from "../../../fixtures/plain-rows.ts";
import type {RawEvent} from "../../../fixtures/raw-event.ts";
import {runOnRaw} from "../../../fixtures/run-on-raw.ts";
import {untidyEvents} from "../../../fixtures/untidy-events.ts";

// how well clusters do is compared with published figures where it is computed: test/data-loaders/segmentation/quality
const untold = ["description", "silhouette"];
// what ranks drivers and what is drawn at random is tested where it is computed: test/data-loaders/statistics
const untoldOf: Record<string, string[]> = {
  // compared with simulations and published figures
  metric_days: ["expected", "low", "high", "is_anomalous"],
  drivers: ["score", "p_value", "corrected_p_value", "position", "is_main"],
  impact: ["excess_loss_low", "excess_loss_high", "recoverable_low", "recoverable_high", "position"]
};
const marts = readModels("marts")
  .map(({name}) => name)
  .filter((name) => name !== "segment_quality" && name !== "anomalies");
const numberedMarts = ["sessions", "funnel_events", "session_carts"];
const segmentation = {seeds: 1};
const manyUsers = {users: 60, sessions: 400};
const demoStore = parseConfiguration({events: {source: "demo-store", users: 1500}, segmentation});
const small = parseConfiguration({
  segmentation,
  privacy: {minimumGroupSize: 2},
  thresholds: {minimumProductViews: 1, minimumTrials: 4}
});

const costs = {files: adCostsFile};
const large = parseConfiguration({segmentation, costs});

const cases: [name: string, configuration: ReportConfiguration, raw: RawEvent[] | null, files?: number][] = [
  ["the demo store", demoStore, null],
  ["untidy events", small, untidyEvents(600)],
  ["untidy events in three files", small, untidyEvents(600), 3],
  ["untidy events of people who seldom come back", small, untidyEvents(800, {users: 1500, sessions: 700})],
  ["untidy events without sessions", small, without(untidyEvents(300), "user_session", "source", "order_id")],
  ["untidy events without sessions in three files", small, without(untidyEvents(300), "user_session"), 3],
  ["untidy events in large groups", parseConfiguration({segmentation}), untidyEvents(900)],
  [
    "untidy events with campaigns and costs",
    {...small, costs: large.costs},
    withCampaigns(untidyEvents(700, manyUsers))
  ],
  ["untidy events with costs in large groups", large, withCampaigns(untidyEvents(900, manyUsers))],
  ["untidy events with campaigns alone", large, withCampaigns(without(untidyEvents(500, manyUsers), "source"))],
  ["the messy file", small, parseRawEvents(messyCsv()).events]
];

describe.each(cases)("marts of %s", (_, configuration, given, files = 1) => {
  let warehouse: Warehouse;
  let expected: Record<string, MartRow[]>;

  beforeAll(async () => {
    if (given) {
      warehouse = await Warehouse.open({threads: 2});
      await runOnRaw(warehouse, deal(given, files), configuration);
    } else warehouse = await runPipeline(configuration, {threads: 2});
    const raw = given ?? (await warehouse.rows("from raw.demo_events"));
    const costs = given ? (configuration.costs ? readAdCosts() : []) : demoAdCosts(await warehouse.rows(interactions));
    expected = independentMarts(raw, configuration, await learnedSegments(warehouse), costs);
  });

  afterAll(() => warehouse.close());

  test.each(marts)("marts.%s is what the raw events add up to in plain TypeScript", async (mart) => {
    // changes of episodes are those of other days: test/data-loaders/models/analysis/changes.test.ts
    const period = mart === "drivers" ? " where change_id like 'period %'" : "";
    const rows = plainRows(await warehouse.rows(`from marts.${mart}${period}`));
    const same = expected[mart] ?? [];
    const columns = Object.keys(same[0] ?? rows[0] ?? {});
    expect(columns.sort()).toEqual(
      Object.keys(rows[0] ?? same[0] ?? {})
        .filter((name) => ![...untold, ...(untoldOf[mart] ?? [])].includes(name))
        .sort()
    );
    const sessions = plainRows(await warehouse.rows("from marts.sessions"));
    const actualRows = numberedMarts.includes(mart) ? withoutNumbers(rows, sessions) : rows;
    const expectedRows = numberedMarts.includes(mart) ? withoutNumbers(same, expected.sessions ?? []) : same;
    expect(sorted(actualRows, columns)).toEqual(sorted(expectedRows, columns).map((row) => nearly(row, mart)));
  });
});

const interactions = `
  select ad_interactions.*, ads.platform, campaigns.name as campaign
  from demo.ad_interactions as ad_interactions
  inner join demo.ads as ads on ads.ad_id = ad_interactions.ad_id
  inner join demo.campaigns as campaigns on campaigns.campaign_id = ads.campaign_id`;

async function learnedSegments(warehouse: Warehouse): Promise<LearnedSegments> {
  const users = await warehouse.rows(`
    select labels.user_id, segments.segment
    from segmentation.labels as labels
    inner join segmentation.segments as segments on segments.cluster = labels.cluster`);
  const names = await warehouse.rows("select segment from segmentation.segments order by position");
  return {
    byUser: new Map(users.map(({user_id, segment}) => [String(user_id), String(segment)])),
    names: names.map(({segment}) => String(segment))
  };
}

// rows of these columns in an order that does not hang on the last digits
function sorted(rows: MartRow[], columns: string[]): MartRow[] {
  const keyed = rows.map((row) => {
    const values = columns.map((column) => [column, row[column]] as const);
    const key = JSON.stringify(values, (_, value: unknown) => (typeof value === "number" ? value.toFixed(3) : value));
    return {key, row: Object.fromEntries(values)};
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({row}) => row);
}

// sums of doubles and logarithms differ in their last digits, parts of orders may add up to whole ones; segments are published with four
function nearly(row: MartRow, mart: string): MartRow {
  const near = (name: string, value: unknown) =>
    typeof value === "number" && (!Number.isInteger(value) || mart === "attribution")
      ? (expect.closeTo(value, rounded.test(name) ? 3 : 5) as unknown)
      : value;
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, near(name, value)]));
}

const rounded = /^(centroid_.*|inertia|average|overall_average)$/;

// which number stands for a person or a session is of no interest, but what is said of it and whose sessions are one person's is
function withoutNumbers(rows: MartRow[], sessions: MartRow[]): MartRow[] {
  const told = new Map(sessions.map((row) => [row.session_number, tell(row)]));
  const people = groupBy(sessions, ({user_number}) => user_number as number);
  const owners = new Map([...people].map(([number, list]) => [number, list.map(tell).sort().join()]));
  return rows.map((row) => ({
    ...row,
    user_number: owners.get(row.user_number as number) ?? null,
    session_number: told.get(row.session_number) ?? null
  }));
}

function tell({user_number: _, session_number: __, ...row}: MartRow): string {
  return JSON.stringify(row, Object.keys(row).sort());
}

function without(events: RawEvent[], ...columns: (keyof RawEvent)[]): RawEvent[] {
  return events.map(
    (event) =>
      Object.fromEntries(
        Object.entries(event).filter(([name]) => !columns.includes(name as keyof RawEvent))
      ) as RawEvent
  );
}

function withCampaigns(events: RawEvent[]): RawEvent[] {
  const names = ["Spring", "Sale", "Rare one", "", "Other", "Spring", "", ""];
  // hangs on what copies have in common
  return events.map((event) => ({
    ...event,
    campaign: names[(event.user_session ?? "").length * 3 + (Number((event.event_time ?? "").at(-5)) % 5)]
  }));
}

function deal(events: RawEvent[], files: number): RawEvent[][] {
  return Array.from({length: files}, (_, file) => events.filter((_, i) => i % files === file));
}
