import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "5"};

test("marts.daily has a row for every day, those without events included", async () => {
  expect(
    await rowsOf("marts.daily", [
      event("2024-02-28 10:00:00", "home", "ann", {user_session: "s1"}),
      event("2024-02-28 10:01:00", "view", "ann", {...lamp, user_session: "s1"}),
      event("2024-02-28 10:02:00", "cart", "ann", {...lamp, user_session: "s1"}),
      event("2024-02-28 10:03:00", "checkout", "ann", {user_session: "s1"}),
      event("2024-02-28 10:04:00", "purchase", "ann", {...lamp, user_session: "s1"}),
      event("2024-02-28 11:00:00", "view", "bob", {...lamp, user_session: "s2"}),
      event("2024-03-01 10:00:00", "view", "bob", {...lamp, user_session: "s3"})
    ])
  ).toEqual([
    {
      event_date: new Date("2024-02-28"),
      events: 6,
      homes: 1,
      views: 2,
      carts: 1,
      checkouts: 1,
      purchases: 1,
      users: 2,
      purchasing_users: 1,
      sessions: 2,
      purchasing_sessions: 1,
      orders: 1,
      revenue: 5,
      user_conversion_rate: 0.5,
      session_conversion_rate: 0.5,
      is_complete: true
    },
    {...emptyDay("2024-02-29"), is_complete: true},
    {
      ...emptyDay("2024-03-01"),
      events: 1,
      views: 1,
      users: 1,
      sessions: 1,
      user_conversion_rate: 0,
      session_conversion_rate: 0,
      is_complete: false
    }
  ]);
});

test("marts.daily calls the last day complete when its last hour has events", async () => {
  expect(
    await rowsOf("select event_date, is_complete from marts.daily", [
      event("2024-01-01 01:00:00", "view", "ann", lamp),
      event("2024-01-02 23:00:00", "view", "ann", lamp)
    ])
  ).toEqual([
    {event_date: new Date("2024-01-01"), is_complete: true},
    {event_date: new Date("2024-01-02"), is_complete: true}
  ]);
});

test("marts.daily counts an order id once a day", async () => {
  expect(
    await rowsOf("select orders, purchases, revenue from marts.daily", [
      event("2024-01-01 10:00:00", "purchase", "ann", {...lamp, order_id: "o1"}),
      event("2024-01-01 12:00:00", "purchase", "ann", {...lamp, order_id: "o1"}),
      event("2024-01-01 12:00:00", "purchase", "ann", {...lamp, order_id: "o2"}),
      event("2024-01-01 13:00:00", "purchase", "ann", {...lamp, order_id: ""})
    ])
  ).toEqual([{orders: 3, purchases: 4, revenue: 20}]);
});

function emptyDay(day: string) {
  const nothing = {events: 0, homes: 0, views: 0, carts: 0, checkouts: 0, purchases: 0, orders: 0, revenue: 0};
  const nobody = {users: 0, purchasing_users: 0, sessions: 0, purchasing_sessions: 0};
  const noRates = {user_conversion_rate: null, session_conversion_rate: null};
  return {event_date: new Date(day), ...nothing, ...nobody, ...noRates};
}
