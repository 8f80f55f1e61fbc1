import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "10"};

test("marts.rule_segments puts every user into exactly one of the first four", async () => {
  expect(
    await rowsOf("marts.rule_segments", [
      event("2024-01-01 10:00:00", "view", "ann", lamp),
      event("2024-01-01 10:00:00", "home", "bob"),
      event("2024-01-01 10:00:00", "cart", "cyd", lamp),
      event("2024-01-01 10:00:00", "purchase", "dan", lamp),
      event("2024-01-01 10:00:00", "purchase", "eve", lamp),
      event("2024-01-02 10:00:00", "purchase", "eve", {...lamp, price: "30"})
    ])
  ).toEqual([
    {segment: "view_only", position: 1, users: 2, share: 2 / 5, revenue: 0},
    {segment: "cart_abandoner", position: 2, users: 1, share: 1 / 5, revenue: 0},
    {segment: "single_purchase_buyer", position: 3, users: 1, share: 1 / 5, revenue: 10},
    {segment: "loyal_multi_buyer", position: 4, users: 1, share: 1 / 5, revenue: 40},
    {segment: "high_value", position: 5, users: 1, share: 1 / 5, revenue: 40}
  ]);
});

test("marts.rule_segments counts several purchases of one order as one", async () => {
  expect(
    await rowsOf("select segment, users from marts.rule_segments where users > 0", [
      event("2024-01-01 10:00:00", "purchase", "ann", {...lamp, order_id: "o1"}),
      event("2024-01-01 10:01:00", "purchase", "ann", {...lamp, order_id: "o1"}),
      event("2024-01-01 10:02:00", "purchase", "bob", {...lamp, order_id: "o2"}),
      event("2024-01-02 10:03:00", "purchase", "bob", {...lamp, order_id: "o3"})
    ])
  ).toEqual([
    {segment: "single_purchase_buyer", users: 1},
    {segment: "loyal_multi_buyer", users: 1},
    // the 90th percentile of two buyers' 20 and 20
    {segment: "high_value", users: 2}
  ]);
});

test("marts.rule_segments calls nobody a high-value buyer where nobody buys", async () => {
  expect(
    await rowsOf("select users, share, revenue from marts.rule_segments where segment = 'high_value'", [
      event("2024-01-01 10:00:00", "view", "ann", lamp)
    ])
  ).toEqual([{users: 0, share: 0, revenue: 0}]);
});

test("marts.rule_segments takes the 90th percentile of buyers' revenue, itself included", async () => {
  const buyers = Array.from({length: 11}, (_, i) =>
    event("2024-01-01 10:00:00", "purchase", `user ${i}`, {product_id: "lamp", price: String(10 * (i + 1))})
  );
  expect(await rowsOf("from marts.rule_segments where segment = 'high_value'", buyers)).toEqual([
    {segment: "high_value", position: 5, users: 2, share: 2 / 11, revenue: 210}
  ]);
});
