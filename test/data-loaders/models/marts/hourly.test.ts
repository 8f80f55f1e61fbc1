import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "5"};

test("marts.hourly adds up the same weekday and hour of all weeks", async () => {
  expect(
    await rowsOf("marts.hourly", [
      // 2024-01-01 is a Monday
      event("2024-01-01 10:00:00", "view", "ann", {...lamp, user_session: "s1"}),
      event("2024-01-08 10:30:00", "purchase", "ann", {...lamp, user_session: "s2"}),
      event("2024-01-08 10:59:59", "view", "bob", {...lamp, user_session: "s3"}),
      event("2024-01-14 23:00:00", "home", "bob", {user_session: "s4"})
    ])
  ).toEqual([
    {
      event_day: 1,
      event_hour: 10,
      events: 3,
      homes: 0,
      views: 2,
      carts: 0,
      checkouts: 0,
      purchases: 1,
      users: 2,
      purchasing_users: 1,
      sessions: 3,
      purchasing_sessions: 1,
      orders: 1,
      revenue: 5,
      session_conversion_rate: 1 / 3,
      is_complete: true
    },
    {
      event_day: 7,
      event_hour: 23,
      events: 1,
      homes: 1,
      views: 0,
      carts: 0,
      checkouts: 0,
      purchases: 0,
      users: 1,
      purchasing_users: 0,
      sessions: 1,
      purchasing_sessions: 0,
      orders: 0,
      revenue: 0,
      session_conversion_rate: 0,
      is_complete: false
    }
  ]);
});

test("marts.hourly calls the last hour complete when its last minute has events", async () => {
  expect(
    await rowsOf("select event_hour, is_complete from marts.hourly", [
      event("2024-01-01 10:00:00", "view", "ann", lamp),
      event("2024-01-01 11:59:00", "view", "ann", lamp)
    ])
  ).toEqual([
    {event_hour: 10, is_complete: true},
    {event_hour: 11, is_complete: true}
  ]);
});
