import {describe, expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";
import {tablesOf} from "../../../../data-loaders/models.ts";
import {Warehouse} from "../../../../data-loaders/warehouse.ts";
import {parseConfiguration} from "../../../../data-loaders/configuration.ts";
import {plainRows} from "../../../fixtures/plain-rows.ts";
import {runOnRaw} from "../../../fixtures/run-on-raw.ts";

const lamp = {product_id: "lamp", price: "10", brand: "Alder", category_code: "home.light"};
const sofa = {product_id: "sofa", price: "300", brand: "Birch", category_code: "home.seats"};
const book = {product_id: "book", price: "5", brand: "Cedar", category_code: "books"};

const columns = `user_id, views, carts, orders, cast(revenue as double) as revenue, sessions, active_days, recency_days, tenure_days,
  brands, categories, average_price, cast(cart_value_left_behind as double) as left_behind`;

test("core.user_features knows what each user did, in its own units", async () => {
  expect(
    await rowsOf(`select ${columns} from core.user_features order by user_id`, [
      event("2024-01-01 10:00:00", "view", "ann", {...lamp, user_session: "a1"}),
      event("2024-01-01 10:01:00", "view", "ann", {...sofa, user_session: "a1"}),
      event("2024-01-01 10:02:00", "view", "ann", {...book, user_session: "a1"}),
      event("2024-01-01 10:03:00", "cart", "ann", {...sofa, quantity: "2", user_session: "a1"}),
      event("2024-01-03 10:00:00", "view", "bob", {...lamp, user_session: "b1"}),
      event("2024-01-06 10:00:00", "cart", "bob", {...lamp, user_session: "b2"}),
      event("2024-01-06 10:01:00", "purchase", "bob", {...lamp, user_session: "b2"}),
      event("2024-01-11 10:00:00", "home", "cyd", {user_session: "c1"})
    ])
  ).toEqual([
    {
      ...{user_id: "ann", views: 3, carts: 1, orders: 0, revenue: 0, sessions: 1, active_days: 1},
      ...{recency_days: 10, tenure_days: 10, brands: 3, categories: 3},
      ...{average_price: (10 + 300 + 5 + 300) / 4, left_behind: 600}
    },
    {
      ...{user_id: "bob", views: 1, carts: 1, orders: 1, revenue: 10, sessions: 2, active_days: 2},
      ...{recency_days: 5, tenure_days: 8, brands: 1, categories: 1, average_price: 10, left_behind: 0}
    },
    {
      ...{user_id: "cyd", views: 0, carts: 0, orders: 0, revenue: 0, sessions: 1, active_days: 1},
      ...{recency_days: 0, tenure_days: 0, brands: 0, categories: 0, average_price: 0, left_behind: 0}
    }
  ]);
});

describe("core.user_features counts distinct brands", () => {
  const at = (day: number) => `2024-01-0${day} 10:00:00`;
  const view = (day: number, user: string, brand: string) =>
    event(at(day), "view", user, {product_id: brand, price: "1", brand, category_code: `${brand}.x`});
  const query = "select user_id, brands, categories from core.user_features order by user_id";

  test("core.user_features counts distinct brands over a user's visits", async () => {
    expect(
      await rowsOf(query, [view(1, "ann", "A"), view(2, "ann", "B"), view(3, "ann", "A"), view(1, "bob", "A")])
    ).toEqual([
      {user_id: "ann", brands: 2, categories: 2},
      {user_id: "bob", brands: 1, categories: 1}
    ]);
  });

  test("core.user_features counts distinct brands over files that have others", async () => {
    const warehouse = await Warehouse.open({threads: 1});
    try {
      const first = [view(1, "ann", "C"), view(1, "ann", "A"), view(1, "ann", "B"), view(1, "bob", "C")];
      // the same brand has another number in the alphabet of this file
      const second = [view(2, "ann", "C"), view(2, "bob", "C"), view(2, "cyd", "D"), view(2, "bob", "B")];
      await runOnRaw(warehouse, [first, second], parseConfiguration({}), tablesOf(query));
      expect(plainRows(await warehouse.rows(query))).toEqual([
        {user_id: "ann", brands: 3, categories: 3},
        {user_id: "bob", brands: 2, categories: 2},
        {user_id: "cyd", brands: 1, categories: 1}
      ]);
    } finally {
      warehouse.close();
    }
  });
});

test("core.feature_scales has the mean and population deviation of the logarithm of one more, and none of what all share", async () => {
  const rows = await rowsOf("select feature, mean, deviation from core.feature_scales order by position", [
    event("2024-01-01 10:00:00", "view", "ann", {user_session: "s1"}),
    event("2024-01-05 10:00:00", "purchase", "bob", {user_session: "s2", product_id: "lamp", price: "5"})
  ]);
  const half = (value: number) => expect.closeTo(value / 2, 6) as number;
  expect(rows.filter(({deviation}) => deviation !== null)).toEqual([
    {feature: "views", mean: half(Math.log(2)), deviation: half(Math.log(2))},
    {feature: "orders", mean: half(Math.log(2)), deviation: half(Math.log(2))},
    {feature: "revenue", mean: half(Math.log(6)), deviation: half(Math.log(6))},
    {feature: "recency_days", mean: 2, deviation: 2},
    {feature: "tenure_days", mean: 2, deviation: 2},
    {feature: "average_price", mean: half(Math.log(6)), deviation: half(Math.log(6))}
  ]);
  expect(rows.length).toBe(12);
});
