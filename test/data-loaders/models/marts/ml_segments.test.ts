import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "7"};
const segmentation = {clusters: 2, seeds: 3};

test("marts.ml_segments gives each segment its size, worth and centroid in feature units", async () => {
  const rows = await rowsOf(
    "marts.ml_segments",
    [
      event("2024-01-01 10:00:00", "view", "ann", {...lamp, user_session: "s1"}),
      event("2024-01-01 10:00:00", "view", "bob", {...lamp, user_session: "s2"}),
      event("2024-01-01 10:00:00", "view", "cyd", {...lamp, user_session: "s3"}),
      event("2024-01-01 10:00:00", "purchase", "dan", {...lamp, user_session: "s4"}),
      event("2024-01-03 10:00:00", "purchase", "dan", {...lamp, user_session: "s5"})
    ],
    {segmentation}
  );
  // all spend 7 on average, name no brand or category, put nothing into a cart, and came first two days before the end
  const same = {
    centroid_average_price: null,
    centroid_brands: null,
    centroid_cart_value_left_behind: null,
    centroid_carts: null,
    centroid_categories: null,
    centroid_tenure_days: null
  };
  expect(rows).toEqual([
    {
      segment: "Loyal customers",
      position: 1,
      users: 1,
      share: 1 / 4,
      average_revenue: 14,
      total_revenue: 14,
      average_events: 2,
      average_orders: 2,
      conversion_rate: 1,
      inertia: 0,
      // alone in its cluster
      silhouette: 0,
      ...same,
      centroid_views: 0,
      centroid_sessions: 2,
      centroid_active_days: 2,
      centroid_orders: 2,
      centroid_revenue: 14,
      centroid_recency_days: 0
    },
    {
      segment: "Browsers",
      position: 2,
      users: 3,
      share: 3 / 4,
      average_revenue: 0,
      total_revenue: 0,
      average_events: 1,
      average_orders: 0,
      conversion_rate: 0,
      inertia: 0,
      silhouette: 1,
      ...same,
      centroid_views: 1,
      centroid_sessions: 1,
      centroid_active_days: 1,
      centroid_orders: 0,
      centroid_revenue: 0,
      centroid_recency_days: 2
    }
  ]);
});

test("marts.ml_segments turns the mean on the log scale back", async () => {
  const views = (user: string, count: number) =>
    Array.from({length: count}, (_, i) =>
      event(`2024-01-01 10:0${i}:00`, "view", user, {product_id: "lamp", price: "7"})
    );
  const buy = event("2024-01-01 11:00:00", "purchase", "cyd", {...lamp, price: "1000"});
  const rows = await rowsOf(
    "select users, centroid_views, average_events from marts.ml_segments where segment = 'Browsers'",
    [...views("ann", 1), ...views("bob", 7), buy],
    {segmentation}
  );
  // √(2 · 8) − 1
  expect(rows).toEqual([{users: 2, centroid_views: 3, average_events: 4}]);
});

test("marts.ml_segments puts one user into one segment", async () => {
  expect(
    await rowsOf("select segment, users, share, total_revenue from marts.ml_segments", [
      event("2024-01-01 10:00:00", "view", "ann", lamp)
    ])
  ).toEqual([{segment: "Browsers", users: 1, share: 1, total_revenue: 0}]);
});
