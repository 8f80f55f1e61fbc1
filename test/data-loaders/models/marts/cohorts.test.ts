import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "10"};
const january = new Date("2024-01-01");
const february = new Date("2024-02-01");

test("marts.cohorts follows users from the month of their first event to the last month", async () => {
  expect(
    await rowsOf(
      "marts.cohorts",
      [
        event("2024-01-04 10:00:00", "view", "ann", lamp),
        event("2024-01-31 23:59:59", "purchase", "bob", lamp),
        event("2024-03-01 00:00:00", "purchase", "ann", lamp),
        event("2024-03-02 00:00:00", "purchase", "ann", lamp),
        event("2024-02-10 10:00:00", "view", "cyd", lamp)
      ],
      {privacy: {minimumGroupSize: 1}}
    )
  ).toEqual([
    {
      cohort: january,
      may_have_come_before: true,
      period: 0,
      users: 2,
      retained: 2,
      purchasers: 1,
      revenue: 10,
      is_complete: true
    },
    {
      cohort: january,
      may_have_come_before: true,
      period: 1,
      users: 2,
      retained: 0,
      purchasers: 0,
      revenue: 0,
      is_complete: true
    },
    {
      cohort: january,
      may_have_come_before: true,
      period: 2,
      users: 2,
      retained: 1,
      purchasers: 1,
      revenue: 20,
      is_complete: false
    },
    {
      cohort: february,
      may_have_come_before: false,
      period: 0,
      users: 1,
      retained: 1,
      purchasers: 0,
      revenue: 0,
      is_complete: true
    },
    {
      cohort: february,
      may_have_come_before: false,
      period: 1,
      users: 1,
      retained: 0,
      purchasers: 0,
      revenue: 0,
      is_complete: false
    }
  ]);
});

test("marts.cohorts leaves out cohorts of too few people, and does not publish cells of too few", async () => {
  expect(
    await rowsOf(
      "select cohort, period, users, retained, purchasers, revenue from marts.cohorts",
      [
        ...["ann", "bob", "cyd"].map((user) => event("2024-01-05 10:00:00", "purchase", user, lamp)),
        event("2024-02-10 10:00:00", "view", "dan", lamp),
        event("2024-02-10 10:00:00", "view", "ann", lamp),
        event("2024-02-11 10:00:00", "purchase", "bob", lamp),
        event("2024-03-01 10:00:00", "view", "cyd", lamp)
      ],
      {privacy: {minimumGroupSize: 2}}
    )
  ).toEqual([
    {cohort: january, period: 0, users: 3, retained: 3, purchasers: 3, revenue: 30},
    {cohort: january, period: 1, users: 3, retained: 2, purchasers: null, revenue: null},
    {cohort: january, period: 2, users: 3, retained: null, purchasers: null, revenue: null}
  ]);
});

test("marts.cohorts hides a second cell where one could be found as what the month has beyond the others", async () => {
  const buy = (time: string, ...users: string[]) => users.map((user) => event(time, "purchase", user, lamp));
  expect(
    await rowsOf(
      "select cohort, period, retained, purchasers, revenue from marts.cohorts where cohort + to_months(period) = '2024-03-01'",
      [
        ...buy("2024-01-05 10:00:00", "ann", "bob"),
        ...buy("2024-02-05 10:00:00", "cyd", "dan"),
        ...buy("2024-03-05 10:00:00", "eve", "fay", "gil", "ann", "cyd", "dan"),
        event("2024-03-06 10:00:00", "view", "bob", lamp)
      ],
      {privacy: {minimumGroupSize: 2}}
    )
  ).toEqual([
    {cohort: january, period: 2, retained: 2, purchasers: null, revenue: null},
    {cohort: february, period: 1, retained: 2, purchasers: null, revenue: null},
    {cohort: new Date("2024-03-01"), period: 0, retained: 3, purchasers: 3, revenue: 30}
  ]);
});
