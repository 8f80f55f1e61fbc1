import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "5"};
const query = "select event_week, events, users, sessions, orders, revenue, is_complete from marts.weekly";

test("marts.weekly has a row for every week from Monday to Sunday, those without events included", async () => {
  expect(
    await rowsOf(query, [
      // a Sunday, and the Monday after it
      event("2023-12-31 23:59:59", "view", "ann", {...lamp, user_session: "s1"}),
      event("2024-01-01 00:00:00", "view", "ann", {...lamp, user_session: "s1"}),
      event("2024-01-07 10:00:00", "purchase", "bob", {...lamp, user_session: "s2"}),
      event("2024-01-15 10:00:00", "home", "bob", {user_session: "s3"})
    ])
  ).toEqual([
    {event_week: new Date("2023-12-25"), events: 1, users: 1, sessions: 1, orders: 0, revenue: 0, is_complete: true},
    {event_week: new Date("2024-01-01"), events: 2, users: 2, sessions: 2, orders: 1, revenue: 5, is_complete: true},
    {event_week: new Date("2024-01-08"), events: 0, users: 0, sessions: 0, orders: 0, revenue: 0, is_complete: true},
    {event_week: new Date("2024-01-15"), events: 1, users: 1, sessions: 1, orders: 0, revenue: 0, is_complete: false}
  ]);
});

test.each([
  ["2024-01-07 23:00:00", true],
  ["2024-01-07 22:59:59", false],
  ["2024-01-06 23:59:59", false]
])("marts.weekly of events until %s calls the last week complete: %s", async (last, is_complete) => {
  expect(await rowsOf("select event_week, is_complete from marts.weekly", [event(last, "view", "ann", lamp)])).toEqual([
    {event_week: new Date("2024-01-01"), is_complete}
  ]);
});
