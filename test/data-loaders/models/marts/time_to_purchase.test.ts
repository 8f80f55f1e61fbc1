import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "10"};
const everybody = {privacy: {minimumGroupSize: 1}, thresholds: {minimumTrials: 1}};
const curve = (kind: string) =>
  `select days_since, at_risk, events, censored, share from marts.time_to_purchase where kind = '${kind}' and dimension = 'all'`;
const events = [
  event("2024-01-01 10:00:00", "view", "ann", lamp),
  event("2024-01-03 10:00:00", "purchase", "ann", lamp),
  event("2024-01-08 10:00:00", "purchase", "ann", lamp),
  event("2024-01-05 10:00:00", "purchase", "bob", {...lamp, order_id: "o1"}),
  event("2024-01-05 10:00:00", "purchase", "bob", {...lamp, product_id: "chair", order_id: "o1"}),
  event("2024-01-09 10:00:00", "view", "cyd", lamp),
  event("2024-01-10 23:00:00", "view", "dan", lamp)
];

test("marts.time_to_purchase follows users from their first visit to their first purchase, or the last complete day", async () => {
  expect(await rowsOf(curve("first_purchase"), events, everybody)).toEqual([
    {days_since: 0, at_risk: 4, events: 1, censored: 1, share: 0.25},
    {days_since: 2, at_risk: 2, events: 1, censored: 1, share: 1}
  ]);
});

test("marts.time_to_purchase follows buyers to their second order", async () => {
  expect(await rowsOf(curve("second_purchase"), events, everybody)).toEqual([
    {days_since: 5, at_risk: 2, events: 1, censored: 1, share: 0.5}
  ]);
});

test("marts.time_to_purchase leaves out what is of the unfinished last day", async () => {
  expect(
    await rowsOf(curve("first_purchase"), [...events, event("2024-01-11 10:00:00", "purchase", "cyd", lamp)], everybody)
  ).toEqual([
    {days_since: 0, at_risk: 4, events: 1, censored: 1, share: 0.25},
    {days_since: 2, at_risk: 2, events: 1, censored: 1, share: 1}
  ]);
  expect(await rowsOf(curve("first_purchase"), [event("2024-01-11 10:00:00", "purchase", "cyd")], everybody)).toEqual(
    []
  );
});

test("marts.time_to_purchase of a day without purchases is a share of 0 without an interval", async () => {
  expect(
    await rowsOf(
      "select days_since, at_risk, share, low, high from marts.time_to_purchase",
      [event("2024-01-11 23:00:00", "view", "ann")],
      everybody
    )
  ).toEqual([
    {days_since: 0, at_risk: 1, share: 0, low: null, high: null},
    {days_since: 0, at_risk: 1, share: 0, low: null, high: null}
  ]);
});

test("marts.time_to_purchase_tests compares the values of a dimension", async () => {
  const visit = (user: string, source: string, type: string) =>
    event("2024-01-05 23:00:00", type, user, {...lamp, user_session: user, source});
  const [row] = await rowsOf(
    "select * from marts.time_to_purchase_tests where kind = 'first_purchase' and dimension = 'source'",
    [visit("ann", "mail", "purchase"), visit("bob", "mail", "purchase"), visit("cyd", "bing", "view")],
    everybody
  );
  // two of three at once: 4/3 are expected of two, with a variance of 2/9
  expect(row).toMatchObject({
    ...{compared_values: 2, users: 3, chi_square: expect.closeTo(2, 9) as number, degrees_of_freedom: 1},
    p_value: expect.closeTo(0.1573, 4) as number
  });
});
