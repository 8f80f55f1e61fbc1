import {expect, test} from "vitest";
import {countDays} from "../../../../src/shared/sessions/count-days.ts";
import {countKeyFigures} from "../../../../src/shared/sessions/count-key-figures.ts";
import {countPeriods} from "../../../../src/shared/sessions/count-periods.ts";
import {countValues} from "../../../../src/shared/sessions/count-values.ts";
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

test("countPeriods(days, rows, kind) has the selected sessions of each period in place of all", () => {
  const week = (text: string, revenue: number | null) => ({
    event_week: new Date(text),
    sessions: 9,
    purchasing_sessions: 9,
    orders: 9,
    revenue,
    session_conversion_rate: 1,
    is_complete: true
  });
  const rows = [week("2021-01-25", 9), week("2021-02-01", null)];
  const counted = countPeriods(countDays(table().select({values: {device: ["mobile"]}})), rows, "week");
  expect(counted).toEqual([
    {...rows[0], sessions: 2, purchasing_sessions: 1, orders: 1, revenue: 30, session_conversion_rate: 0.5},
    {...rows[1], sessions: 1, purchasing_sessions: 0, orders: 0, revenue: null, session_conversion_rate: 0}
  ]);
  const none = countPeriods(countDays(table().select({values: {}, to: "2020-01-01"})), rows, "week");
  expect(none.map((row) => [row.sessions, row.session_conversion_rate])).toEqual([
    [0, null],
    [0, null]
  ]);
});

test("countValues(table, dimension) adds up what each value's sessions brought, and counts their people once", () => {
  const value = (name: string, ...[sessions, users, purchasing_sessions, orders, revenue]: number[]) => ({
    ...{value: name, sessions, users, purchasing_sessions, orders, revenue}
  });
  expect(countValues(table(), "device")).toEqual([value("desktop", 1, 1, 1, 1, 50), value("mobile", 3, 2, 1, 1, 30)]);
  expect(countValues(table().select({values: {}, from: "2021-02-01"}), "device")).toEqual([
    value("desktop", 1, 1, 1, 1, 50),
    value("mobile", 1, 1, 0, 0, 0)
  ]);
  expect(countValues(table().select({values: {}, from: "2030-01-01"}), "device")).toEqual([]);
  expect(countValues(table(), "country")).toEqual([]);
});

test("countValues(table, dimension) gives the sessions that have no value, and tells more users apart than a byte has bits", () => {
  const length = 100;
  const all = (value: (i: number) => number) => Int32Array.from({length}, (_, i) => value(i));
  const many = new SessionTable({
    stages: ["view"],
    reached: {sets: [[0]], codes: all(() => 0)},
    dimensions: {source: {values: ["a", "b"], codes: all((i) => i % 3)}},
    days: all(() => 0),
    firstDay: "2021-01-31",
    users: all((i) => 1 + Math.floor(i / 3)),
    measures: {}
  });
  expect(countValues(many, "source").map(({value, sessions, users}) => [value, sessions, users])).toEqual([
    ["a", 34, 34],
    ["b", 33, 33],
    [null, 33, 33]
  ]);
});
