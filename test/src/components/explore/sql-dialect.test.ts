import {expect, test} from "vitest";
import {splitStatements} from "../../../../src/components/explore/sql-dialect.ts";

test("splitStatements(query) splits at semicolons outside quotes and comments", () => {
  const query = "select ';' as a; -- x; y\nselect $$;$$, \"b;c\" /* ; */ from d;";
  expect(splitStatements(query)).toEqual([
    {text: "select ';' as a", offset: 0},
    {text: 'select $$;$$, "b;c" /* ; */ from d', offset: 25}
  ]);
});

test("splitStatements(query) takes comments and empty statements for none", () => {
  expect(splitStatements("")).toEqual([]);
  expect(splitStatements("-- nothing\n;; ;")).toEqual([]);
});
