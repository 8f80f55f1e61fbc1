import {expect, test} from "vitest";
import {countDays} from "../../../../src/shared/sessions/count-days.ts";
import {countKeyFigures} from "../../../../src/shared/sessions/count-key-figures.ts";
import {SessionTable} from "../../../../src/shared/sessions/session-table.ts";

const table = () =>
  new SessionTable({
    stages: ["view", "purchase"],
    reached: {sets: [[0], [0, 1]], codes: Int32Array.of(0, 1, 1, 0)},
    dimensions: {device: {values: ["desktop", "mobile"], codes: Int32Array.of(1, 1, 0, 1)}},
    days: Int32Array.of(0, 0, 2, 2),
    firstDay: "2021-01-31",
    users: Int32Array.of(1, 1, 2, 3),
    measures: {
      purchases: Float64Array.of(0, 2, 1, 0),
      orders: Float64Array.of(0, 1, 1, 0),
      revenue: Float64Array.of(0, 30, 50, 0)
    }
  });

test("countKeyFigures(table) counts people once, whatever they did in which of their sessions", () => {
  expect(countKeyFigures(table(), {hasPrices: true})).toEqual({
    users: 3,
    sessions: 4,
    orders: 2,
    revenue: 80,
    average_order_value: 40,
    user_conversion_rate: 2 / 3
  });
  expect(countKeyFigures(table().select({values: {device: ["mobile"]}}), {hasPrices: false})).toEqual({
    users: 2,
    sessions: 3,
    orders: 1,
    revenue: null,
    average_order_value: null,
    user_conversion_rate: 1 / 2
  });
});

test("countKeyFigures(table) of no sessions has no rates", () => {
  expect(countKeyFigures(table().select({values: {}, from: "2030-01-01"}), {hasPrices: true})).toEqual({
    users: 0,
    sessions: 0,
    orders: 0,
    revenue: 0,
    average_order_value: null,
    user_conversion_rate: null
  });
});

test("countDays(table) has every day, with what its sessions brought", () => {
  const day = (text: string, rest: object) => ({event_date: new Date(text), ...rest});
  expect(countDays(table().select({values: {device: ["mobile"]}}))).toEqual([
    day("2021-01-31", {sessions: 2, purchasing_sessions: 1, orders: 1, revenue: 30, session_conversion_rate: 0.5}),
    day("2021-02-01", {sessions: 0, purchasing_sessions: 0, orders: 0, revenue: 0, session_conversion_rate: null}),
    day("2021-02-02", {sessions: 1, purchasing_sessions: 0, orders: 0, revenue: 0, session_conversion_rate: 0})
  ]);
});
