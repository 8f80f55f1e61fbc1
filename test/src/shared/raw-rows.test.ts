import {expect, test} from "vitest";
import {rawRows} from "../../../src/shared/raw-rows.ts";

test("rawRows(rows) has names, numbers in full, days, moments and nothing for what is missing", () => {
  const rows = [
    {day: new Date("2021-01-31"), at: new Date("2021-01-31T10:00:00Z"), rate: 0.123456789, brand: "=1", known: true},
    {day: null, at: undefined, rate: 1e21, brand: "", known: false}
  ];
  expect(rawRows(rows)).toEqual([
    ["day", "at", "rate", "brand", "known"],
    ["2021-01-31", "2021-01-31T10:00:00.000Z", "0.123456789", "=1", "true"],
    ["", "", "1e+21", "", "false"]
  ]);
});

test("rawRows(rows) leaves out columns of lists, objects and functions", () => {
  expect(rawRows([{a: 1, list: [1], f: () => 1, o: {}}])).toEqual([["a"], ["1"]]);
});

test("rawRows([]) is empty", () => expect(rawRows([])).toEqual([]));
