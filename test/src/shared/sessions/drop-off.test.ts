import {expect, test} from "vitest";
import {builtDropOff, countDropOff, lostSessions} from "../../../../src/shared/sessions/drop-off.ts";
import {sessionOrder} from "../../../../src/shared/sessions/session-order.ts";
import {SessionTable} from "../../../../src/shared/sessions/session-table.ts";

// of five sessions: what they reached, device, day, value left in the cart
const table = () =>
  new SessionTable({
    stages: ["view", "cart", "purchase"],
    reached: {sets: [[0], [0, 1], [0, 1, 2], [1]], codes: Int32Array.of(0, 1, 2, 3, 1)},
    dimensions: {device: {values: ["desktop", "mobile"], codes: Int32Array.of(1, 1, 0, 0, 2)}},
    days: Int32Array.of(0, 0, 1, 1, 1),
    firstDay: "2021-01-31",
    users: Int32Array.of(1, 2, 3, 4, 5),
    measures: {cart_value: Float64Array.of(0, 5, 0, 20, 5), started_hour: Float64Array.of(3, 1, 0, 2, 2)}
  });

test("countDropOff(table, stage) counts those that did not go on, and for each filter what the others leave", () => {
  const sessions = table().select({values: {device: ["mobile"]}});
  const {reached, lost, values} = countDropOff(sessions, 0);
  expect([reached, lost]).toEqual([2, 1]);
  expect(values.get("device")).toEqual([
    {value: "desktop", reached: 1, lost: 0},
    {value: "mobile", reached: 2, lost: 1}
  ]);
  expect(values.get("days")).toEqual([
    {value: "2021-01-31", reached: 2, lost: 1},
    {value: "2021-02-01", reached: 0, lost: 0}
  ]);
});

test("lostSessions(table, stage, order) are those that did not go on, in that order", () => {
  const sessions = table().select({values: {}});
  expect([...lostSessions(sessions, 1, sessionOrder(sessions, "cart_value"))]).toEqual([3, 1, 4]);
  expect([
    ...lostSessions(sessions.select({values: {}, from: "2021-02-01"}), 1, sessionOrder(sessions, "day"))
  ]).toEqual([3, 4]);
});

test("sessionOrder(table, column) sorts dimensions by name, with those that have none last", () => {
  expect([...sessionOrder(table(), "device")]).toEqual([2, 3, 0, 1, 4]);
  expect(() => sessionOrder(table(), "shoe_size")).toThrow("unknown column of sessions: shoe_size");
});

test("builtDropOff(counts, position) has the counts of the stage, and totals from the days", () => {
  const count = {position: 1, sessions: 0, lost_sessions: 0};
  const rows = [
    {...count, dimension: "device", value: "mobile", sessions: 3, lost_sessions: 2},
    {...count, dimension: "device", value: "mobile", position: 2, sessions: 1, lost_sessions: null},
    {...count, dimension: "started_on", value: "2021-01-31", sessions: 5, lost_sessions: 4},
    {...count, dimension: "started_on", value: "2021-02-01"}
  ];
  const {reached, lost, values} = builtDropOff(rows, 1);
  expect([reached, lost]).toEqual([5, 4]);
  expect(values.get("device")).toEqual([{value: "mobile", reached: 3, lost: 2}]);
  expect(builtDropOff([], 1)).toEqual({reached: 0, lost: 0, values: new Map()});
});
