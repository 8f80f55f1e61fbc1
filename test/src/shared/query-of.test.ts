import {expect, test} from "vitest";
import {queryOf} from "../../../src/shared/query-of.ts";

test("queryOf(rows) is the query that a fence's answer carries, and none for other rows", () => {
  expect(queryOf(Object.assign([{n: 1}], {query: "select 1 as n"}))).toBe("select 1 as n");
  expect(queryOf([{query: "no"}])).toBe(undefined);
  expect(queryOf(null)).toBe(undefined);
});
