import {expect, test} from "vitest";
import {errorPlace} from "../../../../src/shared/notebook/error-place.ts";

test("errorPlace(message, query) finds the caret's place in the query", () => {
  const message = `Binder Error: Referenced column "revnue" not found in FROM clause!
Candidate bindings: "b.revenue"
LINE 2:   sum(revnue)
              ^`;
  expect(errorPlace(message, "select brand,\n  sum(revnue)\nfrom b group by 1")).toEqual({
    line: 2,
    column: 7,
    offset: 20
  });
});

test("errorPlace(message, query) finds it in a long line that DuckDB shortens", () => {
  const query = `select ${"aaaa, ".repeat(20)}nothing, ${"bbbb, ".repeat(20)}c from d`;
  const shown = query.slice(query.indexOf("nothing") - 30, query.indexOf("nothing") + 30);
  const message = `Binder Error: no nothing\nLINE 1: ...${shown}...\n${" ".repeat("LINE 1: ...".length + 30)}^`;
  expect(errorPlace(message, query)).toEqual({line: 1, column: 128, offset: query.indexOf("nothing")});
});

test("errorPlace(message, query) finds none where the message points to none, or to another query", () => {
  expect(errorPlace("Conversion Error: Could not convert string 'a' to INT32", "select 'a'::int")).toBeUndefined();
  expect(errorPlace("Error\nLINE 7: select\n        ^", "select 1")).toBeUndefined();
  expect(errorPlace("Error\nLINE 1: other\n        ^", "select 1")).toBeUndefined();
});
