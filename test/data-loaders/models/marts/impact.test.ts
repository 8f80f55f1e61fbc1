import {expect, test} from "vitest";
import {buildWarehouse, rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";

// 100 visits on desktops, of which 80 buy for 10; 100 on phones, half in either browser: 40 buy in Chrome, 5 in Safari
const visits = [...Array(200).keys()].flatMap((i): RawEvent[] => {
  const browser = i < 100 ? "Firefox" : i < 150 ? "Chrome Mobile" : "Safari";
  const about = {user_session: `s${i}`, device: i < 100 ? "desktop" : "phone", browser, price: "10"};
  const buys = i < 80 || (i >= 100 && i < 140) || i >= 195;
  return [
    event("2024-01-01 10:00:00", "view", `u${i}`, about),
    ...(buys ? [event("2024-01-01 10:01:00", "purchase", `u${i}`, about)] : [])
  ];
});
const columns = "dimension, value, sessions, lost_sessions, benchmark_value, verdict, counts_in_total";

test("marts.impact sizes what a value loses against the best comparable one, the most first", async () => {
  expect(
    await rowsOf(`select ${columns} from marts.impact where dimension <> 'visitor' order by position`, visits)
  ).toEqual([
    rowOf("browser", "Safari", 50, 45, "Chrome Mobile", "loss", true),
    rowOf("device", "phone", 100, 55, "desktop", "loss", false),
    // the best on its device
    rowOf("browser", "Chrome Mobile", 50, 10, "Chrome Mobile", "benchmark", false),
    rowOf("browser", "Firefox", 100, 20, "Firefox", "benchmark", false),
    rowOf("device", "desktop", 100, 20, "desktop", "benchmark", false)
  ]);
});

test("marts.impact ranks what can be mended before larger losses of people from elsewhere", async () => {
  // everybody who comes from the newsletter buys
  const sources = visits.map((visit) => {
    const isReader = Number(visit.user_session?.slice(1)) < 80;
    return {...visit, source: isReader ? "newsletter" : "search"};
  });
  const rows = await rowsOf(
    `select dimension, value, is_actionable, rank() over (order by recoverable_revenue) as smallest
    from marts.impact where verdict = 'loss' order by position`,
    sources.map(({browser: _, ...others}) => others)
  );
  expect(rows).toEqual([
    {dimension: "device", value: "phone", is_actionable: true, smallest: 1},
    {dimension: "source", value: "search", is_actionable: false, smallest: 2}
  ]);
});

test("marts.impact is never more than the loss, nor is its total within a step", async () => {
  const warehouse = await buildWarehouse(visits);
  const [row] = await warehouse.rows(
    `select excess_loss, excess_loss_low, excess_loss_high, recoverable_revenue, value_per_session
    from marts.impact where value = 'Safari'`
  );
  const {excess_loss, excess_loss_low, excess_loss_high, recoverable_revenue, value_per_session} = row ?? {};
  expect(Number(excess_loss)).toBeGreaterThan(20);
  expect(Number(excess_loss)).toBeLessThan(35);
  expect(Number(excess_loss_low)).toBeLessThan(Number(excess_loss));
  expect(Number(excess_loss_high)).toBeGreaterThan(Number(excess_loss));
  expect(value_per_session).toBe(10);
  expect(recoverable_revenue).toBeCloseTo(10 * Number(excess_loss), 9);
  expect(
    await warehouse.rows("from marts.impact where excess_loss > lost_sessions or excess_loss_high > lost_sessions")
  ).toEqual([]);
  const [total] = await warehouse.rows(
    `select sum(excess_loss) <= 75 as is_within, count(distinct dimension) as dimensions
    from marts.impact where counts_in_total`
  );
  expect(total).toEqual({is_within: true, dimensions: 1n});
});

test("marts.impact has no revenue without prices, and losses all the same", async () => {
  const plain = visits.map(({price: _, ...others}) => others);
  const rows = await rowsOf(
    "select value, value_per_session, recoverable_revenue, recoverable_low from marts.impact limit 1",
    plain
  );
  expect(rows).toEqual([{value: "Safari", value_per_session: null, recoverable_revenue: null, recoverable_low: null}]);
});

test("marts.impact has no revenue from the orders of a few people, and losses all the same", async () => {
  // 29 people who come and buy twice, all on desktops
  const few = visits.filter(({event_type}, i) => event_type === "view" || i < 58);
  const again = few.map((visit) => ({...visit, user_session: `${visit.user_session} again`}));
  const query = `select value, verdict, value_per_session, recoverable_revenue, recoverable_low, recoverable_high
    from marts.impact where dimension = 'device' order by position`;
  const nothing = {value_per_session: null, recoverable_revenue: null, recoverable_low: null, recoverable_high: null};
  expect(await rowsOf(query, [...few, ...again])).toEqual([
    {value: "phone", verdict: "loss", ...nothing},
    {value: "desktop", verdict: "benchmark", ...nothing}
  ]);
  const [enough] = await rowsOf(query, [...few, ...again, ...visits.slice(58, 60)]);
  expect(enough).toMatchObject({value: "phone", verdict: "loss", value_per_session: 10});
});

test("marts.impact takes returns off what a session brings in", async () => {
  const back = {
    user_session: "s1",
    device: "desktop",
    browser: "Firefox",
    product_id: "p",
    price: "10",
    quantity: "-5"
  };
  const returned = [...visits, event("2024-01-01 11:00:00", "purchase", "u1", back)];
  const rows = await rowsOf("select distinct value_per_session from marts.impact", returned);
  // 125 sessions bought for 10, one of them brought back 5 of them
  expect(rows).toEqual([{value_per_session: (1250 - 50) / 125}]);
});

test("marts.impact finds no loss without orders, in a single value, or among too few", async () => {
  const looking = visits.filter(({event_type}) => event_type === "view");
  expect(await rowsOf("marts.impact", looking)).toEqual([]);
  const alone = visits.filter(({device}) => device === "desktop");
  expect(await rowsOf("select distinct verdict from marts.impact", alone)).toEqual([{verdict: "benchmark"}]);
  const few = [...visits.slice(0, 4), ...visits.slice(-4)];
  expect(await rowsOf("select distinct verdict, benchmark_value from marts.impact", few)).toEqual([
    {verdict: "too_few_to_tell", benchmark_value: null}
  ]);
  const single = await rowsOf(
    "select sessions, excess_loss from marts.impact where dimension = 'device'",
    visits.slice(0, 2)
  );
  expect(single).toEqual([{sessions: null, excess_loss: 0}]);
});

function rowOf(
  dimension: string,
  value: string,
  sessions: number,
  lost_sessions: number,
  benchmark_value: string,
  verdict: string,
  counts_in_total: boolean
) {
  return {dimension, value, sessions, lost_sessions, benchmark_value, verdict, counts_in_total};
}
