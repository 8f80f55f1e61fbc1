import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "10"};
const query = `
  select user_id, events, sessions, active_days, purchases, orders, revenue::double as revenue, rule_segment
  from core.users order by user_id`;

test("core.users counts what each user did, events without a session included", async () => {
  expect(
    await rowsOf(query, [
      event("2024-01-01 10:00:00", "view", "ann", {...lamp, user_session: "s1"}),
      event("2024-01-01 23:00:00", "purchase", "ann", {...lamp, user_session: "s1", order_id: "o1"}),
      event("2024-01-02 00:30:00", "purchase", "ann", {...lamp, user_session: "s1", order_id: "o1"}),
      event("2024-01-03 10:00:00", "purchase", "ann", {...lamp, user_session: "", order_id: ""}),
      event("2024-01-01 10:00:00", "cart", "bob", {...lamp, user_session: ""}),
      event("2024-01-01 10:00:00", "home", "cyd", {user_session: "s2"})
    ])
  ).toEqual([
    row("ann", [4, 1, 3, 3, 2, 30], "loyal_multi_buyer"),
    row("bob", [1, 0, 1, 0, 0, null], "cart_abandoner"),
    row("cyd", [1, 1, 1, 0, 0, null], "view_only")
  ]);
});

function row(user_id: string, numbers: (number | null)[], rule_segment: string) {
  const [events, sessions, active_days, purchases, orders, revenue] = numbers;
  return {user_id, events, sessions, active_days, purchases, orders, revenue, rule_segment};
}
