import {afterAll, beforeAll, expect, test} from "vitest";
import {parseConfiguration} from "../../../../data-loaders/configuration.ts";
import {explainChanges} from "../../../../data-loaders/statistics/drivers/driver-tasks.ts";
import {type Row, Warehouse} from "../../../../data-loaders/warehouse.ts";
import {buildWarehouse, rowsOf} from "../../../fixtures/build-warehouse.ts";
import {plainRows} from "../../../fixtures/plain-rows.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";
import {runOnRaw} from "../../../fixtures/run-on-raw.ts";

const dayOf = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);

// Ten visits a day on 56 days, half of them on phones, a fifth in Safari, all on phones. Each second one buys, but none in Safari in
// the second half.
const visits = [...Array(560).keys()].flatMap((i): RawEvent[] => {
  const [date, place] = [dayOf(Math.floor(i / 10)), i % 10];
  const browser = place < 2 ? "Safari" : place < 5 ? "Chrome Mobile" : "Chrome";
  const about = {user_session: `s${i}`, device: place < 5 ? "phone" : "desktop", browser, price: "10"};
  const buys = Math.floor(i / 10) % 2 === place % 2 && !(browser === "Safari" && i >= 280);
  return [
    event(`${date} 23:00:00`, "view", `u${i}`, about),
    ...(buys ? [event(`${date} 23:01:00`, "purchase", `u${i}`, about)] : [])
  ];
});

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await Warehouse.open({threads: 2});
  await runOnRaw(warehouse, visits, parseConfiguration({segmentation: {seeds: 1}}));
});

afterAll(() => warehouse.close());

async function rows(query: string): Promise<Row[]> {
  return plainRows(await warehouse.rows(query));
}

test("marts.drivers names first what made a rate fall between the two periods", async () => {
  const first = await rows(
    `select dimension, value, trials_before, amount_before, rate_after, mix_effect, round(effect, 12) as effect, position, is_main
    from marts.drivers where metric = 'session_conversion' and position <= 2`
  );
  expect(first).toEqual([
    {
      dimension: "browser",
      value: "Safari",
      trials_before: 56,
      amount_before: 28,
      rate_after: 0,
      mix_effect: 0,
      effect: -0.1,
      position: 1,
      is_main: true
    },
    {
      dimension: "device",
      value: "phone",
      trials_before: 140,
      amount_before: 70,
      rate_after: 0.3,
      mix_effect: 0,
      effect: -0.1,
      position: 2,
      is_main: false
    }
  ]);
});

test("marts.drivers explains every step, sessions, orders and revenue, and no revenue without prices", async () => {
  const metrics = "select distinct metric from marts.drivers order by metric";
  expect(await rows(metrics)).toEqual(
    ["orders", "revenue", "session_conversion", "sessions", "view_to_purchase"].map((metric) => ({metric}))
  );
  const plain = visits.map(({price: _, ...others}) => others);
  expect((await rowsOf(metrics, plain)).map(({metric}) => metric)).not.toContain("revenue");
});

test("marts.drivers: the parts of each dimension add up to the change of the period comparison", async () => {
  const parts = await warehouse.rows(
    `select metric, dimension, sum(effect) as effect from marts.drivers
    where metric in ('session_conversion', 'orders', 'revenue', 'sessions') group by metric, dimension`
  );
  const compared = await warehouse.row("from marts.period_comparison");
  expect(parts).toHaveLength(12);
  for (const {metric, effect} of parts) {
    const name = metric === "session_conversion" ? "session_conversion_rate" : String(metric);
    const change = Number(compared[name]) - Number(compared[`previous_${name}`]);
    expect(Math.abs(Number(effect) - change)).toBeLessThan(1e-12 * Math.max(1, Math.abs(change)));
  }
});

test("marts.drivers puts values of too few people in one of the periods together", async () => {
  // the fifth's last visits in another browser
  const others = visits.map((visit) => ({...visit, ...(visit.event_time?.startsWith(dayOf(55)) && {browser: "Rare"})}));
  const browsers = "select distinct value from marts.drivers where dimension = 'browser' order by value";
  expect((await rowsOf(browsers, others)).map(({value}) => value)).toContain("Rare");
  const few = visits.map((visit) => (visit.user_session === "s559" ? {...visit, browser: "Rare"} : visit));
  expect((await rowsOf(browsers, few)).map(({value}) => value)).toEqual(["Chrome", "Chrome Mobile", "Other", "Safari"]);
});

test("marts.drivers is empty where the data is of fewer days than two periods", async () => {
  expect(await rowsOf("marts.drivers", visits.slice(-20))).toEqual([]);
});

test("explainChanges(connection, changes) explains any days, also of one value of a dimension", async () => {
  const change = {
    metric: "session_conversion",
    before: [dayOf(14), dayOf(27)],
    after: [dayOf(28), dayOf(41)]
  } as const;
  const drivers = await explainChanges(warehouse.connection, [
    {...change, changeId: "all"},
    {...change, changeId: "phones", dimension: "device", value: "phone"},
    {...change, changeId: "twice as long", metric: "sessions", before: [dayOf(0), dayOf(27)]}
  ]);
  const first = (id: string) => drivers.find(({changeId, position}) => changeId === id && position === 1);
  expect(first("all")).toMatchObject({dimension: "browser", value: "Safari", trialsBefore: 28, rateAfter: 0});
  expect(first("phones")).toMatchObject({dimension: "browser", value: "Safari", trialsBefore: 28, shareBefore: 0.4});
  expect(drivers.filter(({changeId, dimension}) => changeId === "phones" && dimension === "device")).toEqual([]);
  expect(drivers.filter(({changeId}) => changeId === "twice as long").map(({effect}) => effect)).toEqual([
    0, 0, 0, 0, 0, 0
  ]);
  expect(await explainChanges(warehouse.connection, [])).toEqual([]);
});

test("explainChanges(connection, changes) adds up the squares of what each session has", async () => {
  const of = (user_session: string, price: string) => ({user_session, price, device: "phone"});
  const sold = await buildWarehouse(
    [
      event("2024-01-01 10:00:00", "view", "ann", of("a", "2")),
      event("2024-01-01 10:01:00", "view", "ann", of("a", "3")),
      event("2024-01-01 10:02:00", "purchase", "ann", of("a", "10.5")),
      event("2024-01-01 10:03:00", "purchase", "ann", of("a", "20")),
      event("2024-01-02 11:00:00", "purchase", "bob", of("b", "1000000000000")),
      event("2024-01-02 11:01:00", "purchase", "bob", of("b", "1000000000000")),
      event("2024-01-02 10:00:00", "view", "cyd", of("c", "4"))
    ],
    {privacy: {minimumGroupSize: 1}}
  );
  const drivers = await explainChanges(
    sold.connection,
    ["sessions", "views", "orders", "revenue"].map((metric) => ({
      ...{changeId: metric, metric},
      ...{before: ["2024-01-01", "2024-01-01"], after: ["2024-01-02", "2024-01-02"]}
    }))
  );
  const phones = drivers.filter(({dimension}) => dimension === "device");
  expect(phones.map(({metric, squaresBefore, squaresAfter}) => [metric, squaresBefore, squaresAfter])).toEqual([
    ["orders", 4, 4],
    // no more than that of a trillion
    ["revenue", 30.5 ** 2, 1e24],
    ["sessions", 1, 2],
    ["views", 4, 1]
  ]);
});
