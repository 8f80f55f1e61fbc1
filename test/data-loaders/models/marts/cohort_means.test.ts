import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "10"};
const means = (columns: string) => `
  select ${columns} from marts.cohort_means
  where cohort_kind = 'first_visit' and period_kind = 'month' and dimension = 'all'`;
const everybody = {privacy: {minimumGroupSize: 1}};
const events = [
  // nobody knows whether zoe came before
  event("2023-12-01 10:00:00", "purchase", "zoe", lamp),
  event("2024-01-01 10:00:00", "purchase", "zoe", lamp),
  event("2024-01-05 10:00:00", "purchase", "ann", lamp),
  event("2024-01-06 10:00:00", "view", "bob", lamp),
  event("2024-01-07 10:00:00", "view", "cyd", lamp),
  event("2024-02-05 10:00:00", "view", "dan", lamp),
  event("2024-02-06 10:00:00", "view", "ann", lamp),
  event("2024-03-07 10:00:00", "purchase", "dan", lamp),
  event("2024-04-01 10:00:00", "view", "dan", lamp)
];

test("marts.cohort_means weighs cohorts by their users, and leaves out periods that are not over", async () => {
  expect(
    await rowsOf(
      means("period, cohorts, users, periods_after, retention_rate, retention_or_later_rate"),
      events,
      everybody
    )
  ).toEqual([
    {period: 0, cohorts: 2, users: 4, periods_after: 1.75, retention_rate: 1, retention_or_later_rate: 1},
    {period: 1, cohorts: 2, users: 4, periods_after: 0.75, retention_rate: 0.5, retention_or_later_rate: 0.5},
    {period: 2, cohorts: 1, users: 3, periods_after: 0, retention_rate: 0, retention_or_later_rate: 0}
  ]);
});

test("marts.cohort_means says how many bought, and what for", async () => {
  expect(
    await rowsOf(
      means("conversion_rate, cumulative_conversion_rate, revenue_per_user, cumulative_revenue_per_user"),
      events,
      everybody
    )
  ).toEqual([
    {conversion_rate: 0.25, cumulative_conversion_rate: 0.25, revenue_per_user: 2.5, cumulative_revenue_per_user: 2.5},
    {conversion_rate: 0.25, cumulative_conversion_rate: 0.5, revenue_per_user: 2.5, cumulative_revenue_per_user: 5},
    {conversion_rate: 0, cumulative_conversion_rate: 1 / 3, revenue_per_user: 0, cumulative_revenue_per_user: 10 / 3}
  ]);
});

test("marts.cohort_means is missing where it would tell what one cohort hides", async () => {
  const visits = (month: string, prefix: string, count: number): RawEvent[] =>
    Array.from({length: count}, (_, i) => event(`2024-${month}-05 10:00:00`, "view", `${prefix}${i}`, lamp));
  expect(
    await rowsOf(means("period, cohorts, retention_rate"), [
      ...visits("01", "z", 10).map((visit) => ({...visit, event_time: "2023-12-01 10:00:00"})),
      ...visits("01", "a", 10),
      ...visits("02", "a", 3),
      ...visits("02", "b", 10),
      ...visits("03", "b", 6),
      ...visits("03", "c", 10),
      ...visits("04", "a", 1)
    ])
  ).toEqual([
    {period: 0, cohorts: 3, retention_rate: 1},
    {period: 1, cohorts: 2, retention_rate: null},
    {period: 2, cohorts: 1, retention_rate: 0}
  ]);
});

test("marts.cohort_means keeps cohorts whose users may have come before the data begins where there are no others, and says so", async () => {
  const month = [event("2024-01-01 10:00:00", "view", "ann", lamp), ...events.slice(2, 5)];
  const rows = (list: RawEvent[]) => rowsOf(means("period, cohorts, users, may_have_come_before"), list, everybody);
  expect(await rows([...month, event("2024-02-01 10:00:00", "view", "eve")])).toEqual([
    {period: 0, cohorts: 1, users: 3, may_have_come_before: true}
  ]);
  expect(
    await rows([...month, event("2024-02-01 10:00:00", "view", "eve"), event("2024-03-01 10:00:00", "view", "eve")])
  ).toEqual([{period: 0, cohorts: 1, users: 1, may_have_come_before: false}]);
});

test("marts.cohort_means has no rows while no period is over", async () => {
  expect(await rowsOf(means("*"), [event("2024-01-05 10:00:00", "view", "ann")], everybody)).toEqual([]);
});
