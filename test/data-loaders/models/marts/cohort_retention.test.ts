import {expect, test} from "vitest";
import {parseConfiguration} from "../../../../data-loaders/configuration.ts";
import {type TruthName, truthNames} from "../../../../data-loaders/demo-store/truths.ts";
import {runPipeline} from "../../../../data-loaders/pipeline.ts";
import type {Row} from "../../../../data-loaders/warehouse.ts";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "10"};
const everybody = {privacy: {minimumGroupSize: 1}, thresholds: {minimumTrials: 1}};
const cells = (columns: string, where: string) =>
  `select ${columns} from marts.cohort_retention where ${where} order by cohort_kind, period_kind, dimension, value, cohort, period`;
const ofAll = (period: string, kind = "first_visit") =>
  `dimension = 'all' and period_kind = '${period}' and cohort_kind = '${kind}'`;
const days = (user: string, ...list: string[]): RawEvent[] =>
  list.map((date) => event(`${date} 10:00:00`, "view", user, lamp));

test("marts.cohort_retention by month is the retention table of a known tool", async () => {
  // PostHog (2021), posthog/queries/test/test_retention.py, test_month_interval: the first row, of those who came first
  const one = ["01", "02", "03", "05", "06", "09"].map((month) => `2020-${month}-10`);
  const two = ["01", "02", "03", "06", "07", "11"].map((month) => `2020-${month}-10`);
  const rows = await rowsOf(
    cells("retained, retained_or_later", ofAll("month")),
    [...days("one", ...one), ...days("two", ...two)],
    everybody
  );
  expect(rows.map(({retained}) => retained)).toEqual([2, 2, 2, 0, 1, 2, 1, 0, 1, 0, 1]);
  expect(rows.map(({retained_or_later}) => retained_or_later)).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1]);
});

test("marts.cohort_retention by week is the retention table of a known tool", async () => {
  // the same, test_week_interval, whose weeks begin on Sundays; nothing happens on one
  const one = ["06-10", "06-11", "06-17", "06-24", "07-04", "07-11"].map((date) => `2020-${date}`);
  const two = ["06-10", "06-11", "06-17", "07-04", "07-11", "07-25"].map((date) => `2020-${date}`);
  const rows = await rowsOf(
    cells("retained", ofAll("week")),
    [...days("one", ...one), ...days("two", ...two)],
    everybody
  );
  expect(rows.map(({retained}) => retained)).toEqual([2, 2, 1, 2, 2, 0, 1]);
});

test("marts.cohort_retention says of each cell how many came, came again, bought and spent", async () => {
  const rows = await rowsOf(
    cells("*", ofAll("month")),
    [
      event("2024-01-05 10:00:00", "purchase", "ann", lamp),
      event("2024-01-06 10:00:00", "view", "bob", lamp),
      event("2024-02-07 10:00:00", "purchase", "ann", lamp),
      event("2024-02-08 10:00:00", "purchase", "ann", lamp),
      event("2024-03-09 10:00:00", "purchase", "bob", lamp)
    ],
    everybody
  );
  const cell = {cohort_kind: "first_visit", period_kind: "month", dimension: "all", value: "all"};
  const cohort = {
    ...cell,
    cohort: new Date("2024-01-01"),
    may_have_come_before: true,
    users: 2,
    has_enough_users: true
  };
  // Wilson's interval of 1 of 2 (R: prop.test(1, 2, correct = FALSE) gives 0.0945, 0.9055) and of 2 of 2
  const [half, whole] = [
    {retention_low: 0.0945, retention_high: 0.9055},
    {retention_low: 0.3424, retention_high: 1}
  ];
  expect(rows.map(rounded)).toEqual([
    {
      ...{...cohort, period: 0, is_complete: true, periods_after: 1, retained: 2, retained_or_later: 2},
      ...{retention_rate: 1, ...whole, retention_or_later_rate: 1, purchasers: 1, cumulative_purchasers: 1},
      ...{conversion_rate: 0.5, cumulative_conversion_rate: 0.5, orders: 1, revenue: 10},
      ...{revenue_per_user: 5, cumulative_revenue_per_user: 5}
    },
    {
      ...{...cohort, period: 1, is_complete: true, periods_after: 0, retained: 1, retained_or_later: 2},
      ...{retention_rate: 0.5, ...half, retention_or_later_rate: 1, purchasers: 1, cumulative_purchasers: 1},
      ...{conversion_rate: 0.5, cumulative_conversion_rate: 0.5, orders: 2, revenue: 20},
      ...{revenue_per_user: 10, cumulative_revenue_per_user: 15}
    },
    {
      ...{...cohort, period: 2, is_complete: false, periods_after: 0, retained: 1, retained_or_later: 1},
      ...{retention_rate: 0.5, ...half, retention_or_later_rate: 0.5, purchasers: 1, cumulative_purchasers: 2},
      ...{conversion_rate: 0.5, cumulative_conversion_rate: 1, orders: 1, revenue: 10},
      ...{revenue_per_user: 5, cumulative_revenue_per_user: 20}
    }
  ]);
});

test("marts.cohort_retention by first purchase leaves out those who never bought, and what was before", async () => {
  expect(
    await rowsOf(
      cells("cohort, period, users, retained, purchasers, is_complete", ofAll("month", "first_purchase")),
      [
        event("2024-01-05 10:00:00", "view", "ann", lamp),
        event("2024-02-05 10:00:00", "purchase", "ann", lamp),
        event("2024-03-05 10:00:00", "view", "ann", lamp),
        event("2024-03-05 10:00:00", "view", "bob", lamp)
      ],
      everybody
    )
  ).toEqual([
    {cohort: new Date("2024-02-01"), period: 0, users: 1, retained: 1, purchasers: 1, is_complete: true},
    {cohort: new Date("2024-02-01"), period: 1, users: 1, retained: 1, purchasers: 0, is_complete: false}
  ]);
});

test("marts.cohort_retention marks cohorts that begin in the first four weeks of the data", async () => {
  const first = (start: string, ...others: string[]) => [
    ...days("ann", start),
    ...others.flatMap((date) => days(date, date)),
    event("2024-04-30 10:00:00", "purchase", "ann", lamp)
  ];
  const marked = async (events: RawEvent[], where: string) => {
    const rows = await rowsOf(cells("cohort, may_have_come_before", `${where} and period = 0`), events, everybody);
    return rows.map(({cohort, may_have_come_before}) => [
      (cohort as Date).toISOString().slice(5, 10),
      may_have_come_before
    ]);
  };
  // a Thursday
  const weekly = first("2024-02-01", "2024-02-05", "2024-02-26", "2024-03-04");
  expect(await marked(weekly, ofAll("week"))).toEqual([
    ["01-29", true],
    ["02-05", true],
    ["02-26", true],
    ["03-04", false]
  ]);
  expect(await marked(first("2024-02-01", "2024-03-01"), ofAll("month"))).toEqual([
    ["02-01", true],
    ["03-01", false]
  ]);
  // of two weeks before March nobody can tell who comes once a month
  expect(await marked(first("2024-02-15", "2024-03-01", "2024-04-01"), ofAll("month"))).toEqual([
    ["02-01", true],
    ["03-01", true],
    ["04-01", false]
  ]);
  expect(await marked(first("2024-02-15"), ofAll("month", "first_purchase"))).toEqual([["04-01", false]]);
});

test("marts.cohort_retention counts weeks from Mondays, across the end of a year", async () => {
  expect(
    await rowsOf(
      cells("cohort, period, retained, is_complete", ofAll("week")),
      days("ann", "2020-12-27", "2020-12-28", "2021-01-03", "2021-01-04"),
      everybody
    )
  ).toEqual([
    {cohort: new Date("2020-12-21"), period: 0, retained: 1, is_complete: true},
    {cohort: new Date("2020-12-21"), period: 1, retained: 1, is_complete: true},
    {cohort: new Date("2020-12-21"), period: 2, retained: 1, is_complete: false}
  ]);
});

test("marts.cohort_retention tells users apart by their first session, and is Unknown without one", async () => {
  const rows = await rowsOf(
    cells(
      "dimension, value, users, retained",
      `${ofAll("month").replace("= 'all'", "in ('device', 'source')")} and period = 1`
    ),
    [
      event("2024-01-05 10:00:00", "view", "ann", {user_session: "s1", device: "phone", source: "google"}),
      event("2024-02-05 10:00:00", "view", "ann", {user_session: "s2", device: "desktop", source: "bing"}),
      event("2024-01-05 10:00:00", "view", "bob", {user_session: "s3", device: "desktop"}),
      event("2024-01-06 10:00:00", "view", "bob", {user_session: "s4", device: "phone", source: "google"}),
      event("2024-01-05 10:00:00", "view", "cyd", {device: "phone", source: "google"})
    ],
    everybody
  );
  expect(rows).toEqual([
    {dimension: "device", value: "Unknown", users: 1, retained: 0},
    {dimension: "device", value: "desktop", users: 1, retained: 0},
    {dimension: "device", value: "phone", users: 1, retained: 1},
    {dimension: "source", value: "Unknown", users: 2, retained: 0},
    {dimension: "source", value: "google", users: 1, retained: 1}
  ]);
});

test("marts.cohort_retention has no rows of dimensions that the files lack, and no revenue without prices", async () => {
  const [row, ...others] = await rowsOf(
    cells("dimension, users, orders, revenue, revenue_per_user, cumulative_revenue_per_user", "period_kind = 'month'"),
    [event("2024-01-05 10:00:00", "purchase", "ann")],
    everybody
  );
  const cell = {users: 1, orders: 1, revenue: null, revenue_per_user: null, cumulative_revenue_per_user: null};
  expect([row, ...others]).toEqual(["all", "segment", "all", "segment"].map((dimension) => ({dimension, ...cell})));
});

test("marts.cohort_retention hides a second value where one would be what the total has beyond the others", async () => {
  const visits = (count: number, source: string, again: number) =>
    Array.from({length: count}, (_, i) => [
      event("2024-01-05 10:00:00", "view", `${source}${i}`, {user_session: `${source}${i}`, source}),
      ...(i < again
        ? [event("2024-02-05 10:00:00", "view", `${source}${i}`, {user_session: `again ${source}${i}`, source})]
        : [])
    ]).flat();
  const retained = await rowsOf(
    cells("value, users, retained", `${ofAll("month").replace("'all'", "'source'")} and period = 1`),
    [...visits(9, "bing", 2), ...visits(9, "google", 6), ...visits(9, "mail", 7), ...visits(9, "radio", 0)],
    {thresholds: {minimumTrials: 1}}
  );
  expect(retained).toEqual([
    {value: "bing", users: 9, retained: null},
    {value: "google", users: 9, retained: null},
    {value: "mail", users: 9, retained: 7},
    {value: "radio", users: 9, retained: 0}
  ]);
});

test("marts.cohort_retention tells running totals when they have gained nobody or enough people", async () => {
  const buyers = (month: string, from: number, to: number) =>
    Array.from({length: to - from}, (_, i) => event(`2024-${month}-05 10:00:00`, "purchase", `user ${from + i}`, lamp));
  const rows = await rowsOf(cells("period, cumulative_purchasers, cumulative_revenue_per_user", ofAll("month")), [
    ...days("user 19", "2024-01-01"),
    ...buyers("01", 0, 6),
    ...Array.from({length: 13}, (_, i) => days(`user ${6 + i}`, "2024-01-01")).flat(),
    ...buyers("02", 6, 8),
    ...buyers("03", 8, 14),
    ...days("user 0", "2024-04-01")
  ]);
  expect(rows).toEqual([
    {period: 0, cumulative_purchasers: 6, cumulative_revenue_per_user: 3},
    {period: 1, cumulative_purchasers: null, cumulative_revenue_per_user: null},
    {period: 2, cumulative_purchasers: 14, cumulative_revenue_per_user: 7},
    {period: 3, cumulative_purchasers: 14, cumulative_revenue_per_user: 7}
  ]);
});

test("marts.cohort_retention shows the people whom a letter brought in November, where they were planted", async () => {
  const planted = await novemberCohorts(truthNames);
  const absent = await novemberCohorts(truthNames.filter((name) => name !== "email_cohort"));
  const isAbove = ({retention_low}: Row, others: Row[]) =>
    others.every(({retention_high}) => Number(retention_low) > Number(retention_high));
  const told = (rows: Row[]) => rows.filter(({retention_low}) => retention_low !== null);
  const [letter, ...others] = told(planted);
  expect(letter).toMatchObject({value: "newsletter"});
  expect(Number(letter?.retention_or_later_rate)).toBeGreaterThan(0.25);
  expect(others.length).toBeGreaterThan(2);
  expect(isAbove(letter ?? {}, others)).toBe(true);
  const [first, ...rest] = told(absent);
  expect(rest.length).toBeGreaterThan(2);
  expect(isAbove(first ?? {}, rest)).toBe(false);
}, 120_000);

// the month after, the source that brings most people back first
async function novemberCohorts(truths: readonly TruthName[]): Promise<Row[]> {
  const events = {source: "demo-store", users: 40_000, truths: [...truths]} as const;
  const warehouse = await runPipeline(parseConfiguration({events, segmentation: {seeds: 1}}), {
    threads: 2,
    tables: ["marts.cohort_retention"]
  });
  try {
    return await warehouse.rows(`
      select value, retention_low, retention_high, retention_or_later_rate
      from marts.cohort_retention
      where ${ofAll("month").replace("= 'all'", "= 'source'")} and cohort = '2020-11-01' and period = 1
      order by retention_rate desc nulls last`);
  } finally {
    warehouse.close();
  }
}

function rounded(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value
    ])
  );
}
