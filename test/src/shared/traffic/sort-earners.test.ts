import {expect, test} from "vitest";
import {type EarnerOrder, sortEarners} from "../../../../src/shared/traffic/sort-earners.ts";
import {earner} from "./earner.ts";

const rows = [
  {...earner, name: "a", sessions: 10, conversion_rate: 1, verdict: "too_few_to_tell", cost: 5, cost_per_order: 2},
  {...earner, name: "b", sessions: 300, conversion_rate: 0.1, verdict: "lower", cost: 9, cost_per_order: 1},
  {...earner, name: "c", sessions: 300, conversion_rate: 0.2, verdict: "higher"}
];

test.each<[EarnerOrder, string]>([
  ["visits", "bca"],
  // a rate of too few says nothing
  ["conversion", "cba"],
  ["cost", "bac"],
  // the lowest first, and what is not known last
  ["cost_per_order", "bac"],
  ["return", "abc"]
])("sortEarners(rows, %j) puts %s", (order, names) => {
  expect(
    sortEarners(rows, order)
      .map(({name}) => name)
      .join("")
  ).toBe(names);
  expect(rows.map(({name}) => name).join("")).toBe("abc");
});

test("sortEarners(rows, order) of none gives none", () => {
  expect(sortEarners([], "visits")).toEqual([]);
});
