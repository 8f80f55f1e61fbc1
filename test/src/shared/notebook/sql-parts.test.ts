import fc from "fast-check";
import {expect, test} from "vitest";
import {sqlParts} from "../../../../src/shared/notebook/sql-parts.ts";

test("sqlParts(query) tells keywords, types, text, numbers and comments from names and signs", () => {
  const query = "Select a.\"from\", 'it''s -- so', 1.5 -- from\n/* select */ from t where x::date > '";
  const kinds = sqlParts(query).filter(({kind}) => kind);
  expect(kinds).toEqual([
    {text: "Select", kind: "keyword"},
    {text: "'it''s -- so'", kind: "string"},
    {text: "1", kind: "number"},
    {text: "5", kind: "number"},
    {text: "-- from", kind: "comment"},
    {text: "/* select */", kind: "comment"},
    {text: "from", kind: "keyword"},
    {text: "where", kind: "keyword"},
    {text: "date", kind: "type"},
    {text: "'", kind: "string"}
  ]);
});

test("sqlParts(query) loses nothing", () => {
  const signs = fc.array(fc.constantFrom("'", '"', "--", "/*", "*/", "\n", "a", " ", "select"));
  const queries = fc.oneof(
    fc.string({unit: "binary"}),
    signs.map((parts) => parts.join(""))
  );
  fc.assert(fc.property(queries, (query) => sqlParts(query).reduce((all, {text}) => all + text, "") === query));
});
