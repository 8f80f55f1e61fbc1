import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

test("core.profile_features standardises the logarithm and weights it; a constant feature is 0", async () => {
  const weights = {views: 0.5, carts: 1, sessions: 1, active_days: 1, orders: 1, revenue: 2};
  const rows = await rowsOf(
    "select * from core.profile_features order by profile",
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
    {profile: 1, users: 1, views: minus(0.5), orders: one, revenue: two, ...constant},
    {profile: 2, users: 1, views: half, orders: minus(1), revenue: minus(2), ...constant}
  ]);
});

test("core.profile_features counts users who did the same once each", async () => {
  const buy = (user: string) => event("2024-01-01 10:00:00", "purchase", user, {product_id: "lamp", price: "5"});
  const view = (user: string) => event("2024-01-02 10:00:00", "view", user);
  const [first, second] = await rowsOf("select * from core.profile_features order by profile", [
    ...["ann", "bob", "cyd"].map(buy),
    view("dan")
  ]);
  // the mean of 1, 1, 1 and 0 is 3/4, the deviation √3/4
  expect(first).toMatchObject({users: 3, orders: expect.closeTo(1 / Math.sqrt(3), 6) as number});
  expect(second).toMatchObject({users: 1, orders: expect.closeTo(-Math.sqrt(3), 6) as number});
});
