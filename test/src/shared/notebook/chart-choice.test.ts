import {expect, test} from "vitest";
import {chartOf} from "../../../../src/shared/notebook/chart-choice.ts";
import {plainResult} from "../../../../src/shared/notebook/query-result.ts";

const day = new Date("2021-01-02");

test.each([
  ["a line of numbers over days", {n: 1, day}, {mark: "line", x: 1, y: 0}],
  ["a line a text", {day, device: "a", n: 1}, {mark: "line", x: 0, y: 2, color: 1}],
  ["bars by text", {brand: "a", n: 1, rate: 0.5}, {mark: "bar", x: 0, y: 1}],
  ["dots of numbers over numbers", {a: 1, b: 2}, {mark: "dot", x: 0, y: 1}],
  ["nothing of text alone", {a: "a", b: "b"}, undefined],
  ["nothing of one column", {a: 1}, undefined]
])("chartOf(result) draws %s", (_, row, chart) => {
  expect(chartOf(plainResult([row]))).toEqual(chart);
});

test("chartOf(result) tells bars of the same text apart by another", () => {
  const rows = [
    {device: "a", visitor: "new", n: 1},
    {device: "a", visitor: "returning", n: 2}
  ];
  expect(chartOf(plainResult(rows))).toEqual({mark: "bar", x: 0, y: 2, color: 1});
});

test("chartOf(result, choice) follows the reader as far as the columns allow", () => {
  const result = plainResult([{day, brand: "a", n: 1, rate: 0.5}]);
  expect(chartOf(result, {mark: "dot", x: "n", y: "rate", color: ""})).toEqual({mark: "dot", x: 2, y: 3});
  expect(chartOf(result, {x: "brand"})).toEqual({mark: "bar", x: 1, y: 2});
  expect(chartOf(result, {x: "rate", y: "rate"})).toEqual({mark: "line", x: 0, y: 3, color: 1});
  expect(chartOf(result, {x: "gone", y: "brand", color: "gone"})).toEqual({mark: "line", x: 0, y: 2});
});
