import {expect, test} from "vitest";
import {groupBy} from "../../../src/shared/group-by.ts";

test("groupBy(items, key) keeps the order of items and of their keys", () => {
  const groups = groupBy([3, 1, 4, 1, 5], (value) => (value % 2 ? "odd" : "even"));
  expect([...groups]).toEqual([
    ["odd", [3, 1, 1, 5]],
    ["even", [4]]
  ]);
  expect([...groupBy([], String)]).toEqual([]);
});
