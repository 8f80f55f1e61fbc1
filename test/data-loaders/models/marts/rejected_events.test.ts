import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "5"};

test("marts.rejected_events gives each reason its rows and its first example by the alphabet", async () => {
  expect(
    await rowsOf("marts.rejected_events", [
      event("2024-01-01 10:00:00", "view", "ann", lamp),
      event("tomorrow", "view", "ann", lamp),
      event("soon", "wink", "", {...lamp, price: "0"}),
      event("soon", "wink", "", {...lamp, price: "0"}),
      event("2024-01-01 10:00:00", "", "", lamp),
      event("2024-01-01 10:00:00", "home", ""),
      event("2024-01-01 10:00:00", "cart", "ann", {product_id: "lamp", price: "free"})
    ])
  ).toEqual([
    {reason: "malformed_row", position: 1, rows: 0, first_example: null},
    {
      reason: "unreadable_event_time",
      position: 2,
      rows: 3,
      first_example: "event_time=soon, event_type=wink, product_id=lamp, price=0"
    },
    {
      reason: "unknown_event_type",
      position: 3,
      rows: 1,
      first_example: "event_time=2024-01-01 10:00:00, event_type=, product_id=lamp, price=5"
    },
    {
      reason: "missing_user_id",
      position: 4,
      rows: 1,
      first_example: "event_time=2024-01-01 10:00:00, event_type=home, product_id=, price="
    },
    {
      reason: "non_positive_price",
      position: 5,
      rows: 1,
      first_example: "event_time=2024-01-01 10:00:00, event_type=cart, product_id=lamp, price=free"
    }
  ]);
});
