import {expect, test} from "vitest";
import {worthOfOrders} from "../../../../data-loaders/findings/statements/worth-of-orders.ts";

const orders = {value: 10, low: 10, high: 10};

test("worthOfOrders(orders, row) is their number times the average order, with its interval", () => {
  const row = {average_order_value: 50, average_order_value_low: 40, average_order_value_high: 60};
  expect(worthOfOrders(orders, row)).toEqual({
    valueAtStake: 500,
    valueInterval: [expect.closeTo(400, 9), expect.closeTo(600, 9)]
  });
});

test("worthOfOrders(orders, row) says nothing where too few people bought to tell how much orders differ, nor without revenue", () => {
  const row = {average_order_value: 50, average_order_value_low: null, average_order_value_high: null};
  expect(worthOfOrders(orders, row)).toEqual({valueAtStake: null, valueInterval: null});
  expect(worthOfOrders(orders, {...row, average_order_value: null})).toEqual({valueAtStake: null, valueInterval: null});
});
