import fc from "fast-check";
import {afterAll, beforeAll, expect, test} from "vitest";
import {parseConfiguration} from "../../data-loaders/configuration.ts";
import {layers} from "../../data-loaders/models.ts";
import {type Row, Warehouse} from "../../data-loaders/warehouse.ts";
import {cleanEvents} from "../fixtures/independent/clean-events.ts";
import {peopleOf} from "../fixtures/independent/people.ts";
import {sessionMarts} from "../fixtures/independent/session-marts.ts";
import {independentKpis} from "../fixtures/independent-kpis.ts";
import {plainRows} from "../fixtures/plain-rows.ts";
import type {RawEvent} from "../fixtures/raw-event.ts";
import {runOnRaw} from "../fixtures/run-on-raw.ts";

// few values each, so that copies, shared sessions and ties come up
const event = fc.record(
  {
    event_time: fc.constantFrom("2024-01-01 10:00:00 UTC", "2024-01-01 10:00:00", "2024-01-03 23:59:59", "NaT", ""),
    event_type: fc.constantFrom("home", "view", "cart", "checkout", "purchase", "remove_from_cart", "wink", ""),
    user_id: fc.constantFrom("1515915625400000001", "1515915625400000002", "ann", ""),
    user_session: fc.constantFrom("s1", "s2", ""),
    product_id: fc.constantFrom("p1", "p2", ""),
    price: fc.constantFrom("10", "10.00", "0.1", "0.2", "0", "-1", "x", ""),
    brand: fc.constantFrom("Alder", "O'Hara", ""),
    order_id: fc.constantFrom("o1", "o2", ""),
    quantity: fc.constantFrom("1", "2", ""),
    device: fc.constantFrom("phone", "desktop", "")
  },
  {requiredKeys: ["event_time", "event_type", "user_id", "price"]}
);
const good: RawEvent = {event_time: "2024-01-02 00:00:00", event_type: "view", user_id: "ann", price: "1"};
const events = fc.array(event, {maxLength: 12}).map((list): RawEvent[] => [...list, good]);
const configuration = parseConfiguration({
  segmentation: {seeds: 1, clusters: 2},
  thresholds: {minimumProductViews: 1},
  privacy: {minimumGroupSize: 2}
});

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await Warehouse.open({threads: 2});
});

afterAll(() => warehouse.close());

test("runModels: rows read = clean + duplicates + rejected, for any events", async () => {
  await fc.assert(
    fc.asyncProperty(events, async (raw) => {
      const marts = await martsOf(raw, ["kpis", "cleaning_audit", "rejected_events"]);
      const steps = marts.cleaning_audit ?? [];
      const removed = sum(steps, "rows_removed");
      expect(steps[0]?.rows_in).toBe(raw.length);
      expect(marts.kpis?.[0]?.events).toBe(raw.length - removed);
      const duplicates = Number(steps.find(({step}) => step === "duplicates")?.rows_removed);
      expect(sum(marts.rejected_events, "rows")).toBe(removed - duplicates);
    }),
    {numRuns: 20, seed: 1}
  );
}, 240_000);

test("runModels: the key figures are Arquero's, and parts sum to the whole, for any events", async () => {
  await fc.assert(
    fc.asyncProperty(events, async (raw) => {
      const {
        kpis = [],
        daily,
        hourly,
        rule_segments = [],
        ml_segments,
        sessions
      } = await martsOf(raw, ["kpis", "daily", "hourly", "rule_segments", "ml_segments", "sessions"]);
      const [figures] = kpis;
      expect(figures).toEqual(independentKpis(raw));
      expect(sum(daily, "events")).toBe(figures?.events);
      expect(sum(hourly, "events")).toBe(figures?.events);
      expect(sum(daily, "revenue")).toBeCloseTo(Number(figures?.revenue), 9);
      expect(sum(rule_segments.slice(0, 4), "users")).toBe(figures?.users);
      expect(sum(ml_segments, "users")).toBe(figures?.users);
      expect(sessions?.length).toBe(figures?.sessions);
    }),
    {numRuns: 20, seed: 2}
  );
}, 240_000);

test("runModels: the order of the rows changes no mart, for any events", async () => {
  const shuffled = events.chain((raw) =>
    fc.tuple(fc.constant(raw), fc.shuffledSubarray(raw, {minLength: raw.length, maxLength: raw.length}))
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([raw, other]) => {
      expect(await martsOf(other)).toEqual(await martsOf(raw));
    }),
    {numRuns: 12, seed: 3}
  );
}, 240_000);

// seconds and sessions that meet, so that much hangs on what counts as later
const closeEvents = fc
  .array(
    fc.record({
      event_time: fc.integer({min: 0, max: 5}).map((second) => `2024-01-01 10:00:0${second}`),
      event_type: fc.constantFrom("home", "view", "cart", "purchase", "remove_from_cart"),
      user_id: fc.constantFrom("ann", "bob"),
      user_session: fc.constantFrom("s1", "s2", "s3", ""),
      product_id: fc.constantFrom("p1", "p2"),
      price: fc.constant("10")
    }),
    {minLength: 1, maxLength: 24}
  )
  .map((list): RawEvent[] => list);

test("runModels: sessions end with, and leave in the cart, what plain TypeScript says, in any order of the rows", async () => {
  const names = ["sessions", "session_carts", "session_counts", "funnel_events"];
  await fc.assert(
    fc.asyncProperty(closeEvents, async (raw) => {
      const marts = await martsOf(raw, names);
      const cleaned = cleanEvents(raw);
      const {sessions} = peopleOf(cleaned.events);
      const expected = sessionMarts(sessions, cleaned, {
        minimum: 2,
        stages: configuration.stages,
        segmentOf: ({id}) => id
      });
      const ends = (rows: Row[] = []) =>
        rows.map(({seconds, last_stage, cart_value}) => JSON.stringify([seconds, last_stage, cart_value])).sort();
      expect(ends(marts.sessions)).toEqual(ends(expected.sessions as Row[]));
      expect(sum(marts.session_carts, "value")).toBe(sum(marts.sessions, "cart_value"));
      const again = await martsOf(raw.toReversed(), names);
      for (const name of names) expect(again[name]).toEqual(marts[name]);
    }),
    {numRuns: 15, seed: 4}
  );
}, 240_000);

// all of them unless some are asked for
async function martsOf(raw: RawEvent[], names?: readonly string[]): Promise<Record<string, Row[]>> {
  for (const schema of ["raw", "settings", "segmentation", ...layers]) {
    await warehouse.run(`drop schema if exists ${schema} cascade; create schema ${schema}`);
  }
  await runOnRaw(
    warehouse,
    raw,
    configuration,
    names?.map((name) => `marts.${name}`)
  );
  const tables = await warehouse.rows("select table_name from information_schema.tables where table_schema = 'marts'");
  const marts: Record<string, Row[]> = {};
  for (const {table_name} of tables) {
    marts[String(table_name)] = plainRows(await warehouse.rows(`from marts.${table_name}`));
  }
  return marts;
}

function sum(rows: Row[] = [], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0);
}
