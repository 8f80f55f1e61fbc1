import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "5"};
const completeness = "select event_month, is_complete from marts.monthly";

test("marts.monthly has a row for every month, those without events included", async () => {
  const nothing = {homes: 0, views: 0, carts: 0, checkouts: 0, purchases: 0, orders: 0, revenue: 0};
  expect(
    await rowsOf("marts.monthly", [
      event("2023-12-31 23:59:59", "view", "ann", {...lamp, user_session: "s1"}),
      event("2024-01-01 00:00:00", "purchase", "ann", {...lamp, user_session: "s1"}),
      event("2024-01-31 10:00:00", "home", "bob", {user_session: "s2"}),
      event("2024-03-15 10:00:00", "cart", "ann", {...lamp, user_session: "s3"})
    ])
  ).toEqual([
    {
      event_month: new Date("2023-12-01"),
      ...nothing,
      events: 1,
      views: 1,
      users: 1,
      purchasing_users: 0,
      sessions: 1,
      purchasing_sessions: 0,
      user_conversion_rate: 0,
      session_conversion_rate: 0,
      is_complete: true
    },
    {
      event_month: new Date("2024-01-01"),
      ...nothing,
      events: 2,
      homes: 1,
      purchases: 1,
      users: 2,
      purchasing_users: 1,
      sessions: 2,
      purchasing_sessions: 1,
      orders: 1,
      revenue: 5,
      user_conversion_rate: 1 / 2,
      session_conversion_rate: 1 / 2,
      is_complete: true
    },
    {
      event_month: new Date("2024-02-01"),
      ...nothing,
      events: 0,
      users: 0,
      purchasing_users: 0,
      sessions: 0,
      purchasing_sessions: 0,
      user_conversion_rate: null,
      session_conversion_rate: null,
      is_complete: true
    },
    {
      event_month: new Date("2024-03-01"),
      ...nothing,
      events: 1,
      carts: 1,
      users: 1,
      purchasing_users: 0,
      sessions: 1,
      purchasing_sessions: 0,
      user_conversion_rate: 0,
      session_conversion_rate: 0,
      is_complete: false
    }
  ]);
});

test.each([
  ["2024-02-29 23:00:00", true],
  ["2024-02-29 22:59:59", false],
  ["2024-02-28 23:59:59", false]
])("marts.monthly of events until %s calls the last month complete: %s", async (last, is_complete) => {
  expect(await rowsOf(completeness, [event(last, "view", "ann", lamp)])).toEqual([
    {event_month: new Date("2024-02-01"), is_complete}
  ]);
});
