import {expect, test} from "vitest";
import {distinctNames, momentText, plainResult} from "../../../../src/shared/notebook/query-result.ts";

test("plainResult(rows) tells numbers, dates and text apart, and keeps whole numbers exact", () => {
  const result = plainResult([
    {day: new Date("2021-02-03"), brand: null, users: 9007199254740993n, rate: 0.5},
    {day: null, brand: "<b>", users: 2, rate: null}
  ]);
  expect(result.columns).toEqual([
    {name: "day", kind: "date", isFraction: false},
    {name: "brand", kind: "text", isFraction: false},
    {name: "users", kind: "number", isFraction: false},
    {name: "rate", kind: "number", isFraction: true}
  ]);
  const rows = [0, 1].map((row) => [0, 1, 2, 3].map((column) => result.text(row, column)));
  expect(rows).toEqual([
    ["2021-02-03", null, "9007199254740993", "0.5"],
    [null, "<b>", "2", null]
  ]);
  expect([0, 1, 2, 3].map((column) => result.value(1, column))).toEqual([null, "<b>", 2, null]);
  expect(plainResult([])).toMatchObject({columns: [], rowCount: 0});
});

test("distinctNames(names) numbers those that came before", () => {
  expect(distinctNames(["a", "b", "a", "a_2", "a"])).toEqual(["a", "b", "a_2", "a_2_2", "a_3"]);
});

test("momentText(milliseconds) has as many digits of a second as it needs", () => {
  const moment = Date.parse("2021-01-02T03:04:05Z");
  expect(momentText(moment)).toBe("2021-01-02 03:04:05");
  expect(momentText(moment + 123.456)).toBe("2021-01-02 03:04:05.123456");
  expect(momentText(moment + 120)).toBe("2021-01-02 03:04:05.12");
  expect(momentText(Date.parse("2021-01-02"))).toBe("2021-01-02");
  expect(momentText(Date.parse("2021-01-02"), {hasTime: true})).toBe("2021-01-02 00:00:00");
  expect(momentText(1e17)).toBe("infinity");
});
