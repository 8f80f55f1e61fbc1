import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

test("core.user_features standardises the logarithm and weights it; a constant feature is 0", async () => {
  const weights = {views: 0.5, carts: 1, sessions: 1, active_days: 1, orders: 1, revenue: 2};
  const rows = await rowsOf(
    "select * from core.user_features order by user_id",
    [
      event("2024-01-01 10:00:00", "view", "ann", {user_session: "s1"}),
      event("2024-01-01 10:00:00", "purchase", "bob", {user_session: "s2", product_id: "lamp", price: "5"})
    ],
    {segmentation: {weights}}
  );
  // of two values, each is one population standard deviation from the mean
  const one = expect.closeTo(1, 6) as number;
  const half = expect.closeTo(0.5, 6) as number;
  const two = expect.closeTo(2, 6) as number;
  const minus = (value: number) => expect.closeTo(-value, 6) as number;
  const constant = {carts: 0, sessions: 0, active_days: 0};
  expect(rows).toEqual([
    {user_id: "ann", views: half, orders: minus(1), revenue: minus(2), ...constant},
    {user_id: "bob", views: minus(0.5), orders: one, revenue: two, ...constant}
  ]);
});
