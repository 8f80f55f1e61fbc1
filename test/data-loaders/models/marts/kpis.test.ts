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
      average_order_value_low: null,
      average_order_value_high: null,
      revenue_per_buyer: 10.5,
      revenue_per_buyer_low: null,
      revenue_per_buyer_high: null,
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

// Cochran, W. G. (1977), Sampling techniques, third edition, section 6.3: the standard error of a ratio of two sums over independent
// units. By hand: buyers with (revenue, orders) of (10, 1), (30, 2) and (80, 3), the ratio 20, what is left -10, -10 and 20, and so the
// error sqrt(600 · 3 ÷ 2) ÷ 6 = 5; the mean 40, what is left -30, -10 and 40, and the error sqrt(2600 ÷ 2 ÷ 3)
test("marts.kpis says how sure the mean order and the mean buyer are, by the spread between buyers", async () => {
  const buy = (user: string, price: string, minute: number) =>
    event(`2024-01-01 10:0${minute}:00`, "purchase", user, {product_id: "lamp", price});
  const [row] = await rowsOf(
    `select average_order_value, average_order_value_low, average_order_value_high, revenue_per_buyer, revenue_per_buyer_low,
      revenue_per_buyer_high from marts.kpis`,
    [
      buy("ann", "10", 0),
      ...[0, 1].map((minute) => buy("bob", "15", minute)),
      ...[0, 1].map((minute) => buy("cyd", "20", minute)),
      buy("cyd", "40", 2)
    ],
    {thresholds: {minimumTrials: 3}}
  );
  const z = 1.959963984540054;
  const close = (value: number) => expect.closeTo(value, 9) as number;
  expect(row).toEqual({
    average_order_value: 20,
    average_order_value_low: close(20 - 5 * z),
    average_order_value_high: close(20 + 5 * z),
    revenue_per_buyer: 40,
    revenue_per_buyer_low: close(40 - z * Math.sqrt(1300 / 3)),
    revenue_per_buyer_high: close(40 + z * Math.sqrt(1300 / 3))
  });
});
