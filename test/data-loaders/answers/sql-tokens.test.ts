import {expect, test} from "vitest";
import {countStatements, sqlTokens} from "../../../data-loaders/answers/sql-tokens.ts";

test.each([
  ["select  a1,\n\tsum(b) -- text\nfrom t/* a\nb */;", ["select", "a1", ",", "sum", "(", "b", ")", "from", "t", ";"]],
  ["'a -- b' \"c  /* d\" 'it''s'", ["'a -- b'", '"c  /* d"', "'it''s'"]],
  ["e'it\\'s  -- ' date'2021-01-01'", ["e'it\\'s  -- '", "date", "'2021-01-01'"]],
  ["$$ it's -- $$ $q$ $$ $q$", ["$$ it's -- $$", "$q$ $$ $q$"]],
  ["größe 'open", ["größe", "'", "open"]],
  ["-- nothing", []],
  ["", []]
])("sqlTokens(%j) is %j", (query, tokens) => {
  expect(sqlTokens(query)).toEqual(tokens);
});

test.each([
  ["select 1", 1],
  ["select ';' -- ;\n;;", 1],
  [";select 1; select 2", 2],
  ["-- select 1;", 0]
])("countStatements(%j) is %j", (query, count) => {
  expect(countStatements(query)).toBe(count);
});
