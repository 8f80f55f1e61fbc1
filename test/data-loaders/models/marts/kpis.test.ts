import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "10.50"};

test("marts.kpis gives every key figure", async () => {
  expect(
    await rowsOf("marts.kpis", [
      event("2024-01-01 10:00:00", "view", "ann", {...lamp, user_session: "s1"}),
      event("2024-01-01 10:01:00", "cart", "ann", {...lamp, user_session: "s1"}),
      event("2024-01-01 10:02:00", "purchase", "ann", {...lamp, user_session: "s1"}),
      event("2024-01-01 11:00:00", "view", "bob", {...lamp, user_session: "s2"}),
      event("2024-01-02 11:00:00", "view", "bob", {...lamp, user_session: "s3"}),
      event("2024-01-02 12:00:00", "cart", "cyd", {...lamp, user_session: "s4"}),
      event("2024-01-02 13:00:00", "purchase", "dan", {...lamp, user_session: "s5"}),
      event("2024-01-02 14:00:00", "view", "eve", lamp)
    ])
  ).toEqual([
    {
      events: 8,
      users: 5,
      sessions: 5,
      views: 4,
      carts: 2,
      purchases: 2,
      orders: 2,
      revenue: 21,
      average_order_value: 10.5,
      user_conversion_rate: 2 / 5,
      session_conversion_rate: 2 / 5,
      view_to_cart_rate: 2 / 3,
      cart_to_purchase_rate: 2 / 2,
      overall_conversion_rate: 2 / 3,
      cart_to_purchase_event_rate: 2 / 2,
      viewing_users: 3,
      carting_users: 2,
      purchasing_users: 2,
      purchasing_users_without_cart: 1,
      first_event_at: new Date("2024-01-01T10:00:00Z"),
      last_event_at: new Date("2024-01-02T14:00:00Z")
    }
  ]);
});

test("marts.kpis multiplies price by quantity, and counts 1 where there is none", async () => {
  expect(
    await rowsOf("select revenue from marts.kpis", [
      event("2024-01-01 10:00:00", "purchase", "ann", {...lamp, quantity: "3"}),
      event("2024-01-01 10:01:00", "purchase", "ann", {...lamp, quantity: ""}),
      event("2024-01-01 10:02:00", "view", "ann", {...lamp, quantity: "9"})
    ])
  ).toEqual([{revenue: 42}]);
});

test("marts.kpis counts an order id once, and a purchase without one as an order", async () => {
  expect(
    await rowsOf("select purchases, orders, revenue, average_order_value from marts.kpis", [
      event("2024-01-01 10:00:00", "purchase", "ann", {product_id: "a", price: "10", order_id: "o1"}),
      event("2024-01-01 10:00:00", "purchase", "ann", {product_id: "b", price: "20", order_id: "o1"}),
      event("2024-01-01 23:59:59", "purchase", "bob", {product_id: "a", price: "10", order_id: "o2"}),
      event("2024-01-02 00:00:00", "purchase", "bob", {product_id: "b", price: "20", order_id: "o2"}),
      event("2024-01-03 10:00:00", "purchase", "cyd", {product_id: "a", price: "30"})
    ])
  ).toEqual([{purchases: 5, orders: 3, revenue: 90, average_order_value: 30}]);
});

test("marts.kpis gives no revenue as 0, and rates without trials as null", async () => {
  expect(
    await rowsOf("select revenue, orders, average_order_value, cart_to_purchase_rate from marts.kpis", [
      event("2024-01-01 10:00:00", "view", "ann", lamp)
    ])
  ).toEqual([{revenue: 0, orders: 0, average_order_value: null, cart_to_purchase_rate: null}]);
});

test("marts.kpis counts purchases of data without prices", async () => {
  expect(
    await rowsOf("select purchases, orders, user_conversion_rate from marts.kpis", [
      event("2024-01-01 10:00:00", "view", "ann", {product_id: "lamp"}),
      event("2024-01-01 10:01:00", "purchase", "ann", {product_id: "lamp"})
    ])
  ).toEqual([{purchases: 1, orders: 1, user_conversion_rate: 1}]);
});

test("marts.kpis takes a price of ten billion, as small currency units have", async () => {
  expect(
    await rowsOf("select revenue from marts.kpis", [
      event("2024-01-01 10:00:00", "purchase", "ann", {product_id: "yacht", price: "10000000000"})
    ])
  ).toEqual([{revenue: 10_000_000_000}]);
});

test("marts.kpis takes a refund, a purchase of a negative quantity", async () => {
  expect(
    await rowsOf("select users, purchases from marts.kpis", [
      event("2024-01-01 10:00:00", "purchase", "ann", {...lamp, quantity: "-1"}),
      event("2024-01-01 10:01:00", "purchase", "bob", {...lamp, quantity: "1"})
    ])
  ).toMatchObject([{users: 2}]);
});
