import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "10"};

// the last complete day is 2024-02-25: the current period begins on 01-29, the previous one on 01-01
const events = [
  event("2024-01-01 00:00:00", "view", "ann", {...lamp, user_session: "s1"}),
  event("2024-01-28 23:59:59", "purchase", "ann", {...lamp, user_session: "s2"}),
  event("2024-01-29 00:00:00", "purchase", "bob", {...lamp, user_session: "s3", order_id: "o1"}),
  event("2024-01-29 00:00:01", "purchase", "bob", {...lamp, user_session: "s3", order_id: "o1"}),
  event("2024-02-10 10:00:00", "purchase", "bob", {...lamp, user_session: "s4"}),
  event("2024-02-25 23:59:59", "view", "cyd", {...lamp, user_session: "s5"}),
  event("2024-02-26 10:00:00", "purchase", "cyd", {...lamp, user_session: "s6"})
];

test("marts.period_comparison sets the last 28 complete days beside the 28 before", async () => {
  expect(await rowsOf("marts.period_comparison", events)).toEqual([
    {
      started_on: new Date("2024-01-29"),
      ended_on: new Date("2024-02-25"),
      users: 2,
      previous_users: 1,
      sessions: 3,
      previous_sessions: 2,
      orders: 2,
      previous_orders: 1,
      revenue: 30,
      previous_revenue: 10,
      user_conversion_rate: 1 / 2,
      previous_user_conversion_rate: 1,
      session_conversion_rate: 2 / 3,
      previous_session_conversion_rate: 1 / 2
    }
  ]);
});

test("marts.period_comparison is empty where the data does not reach back 56 days", async () => {
  expect(await rowsOf("marts.period_comparison", events.slice(1))).toEqual([]);
});
