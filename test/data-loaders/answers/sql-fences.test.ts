import {expect, test} from "vitest";
import {
  attribute,
  findAnswerableFences,
  frontMatter,
  isAnswerable,
  loadsOwnTables
} from "../../../data-loaders/answers/sql-fences.ts";

test.each([
  ["sql", "select 1", true],
  ["sql id=kpis display", "select 1", true],
  ["sql run=false", "select 1", false],
  ["sql run=true", "select 1", true],
  ["sql", "select ${limit}", false],
  ["sql claim id=lost", "select 1", false],
  ["sql claim=false", "select 1", true],
  ["sql claims id=lost", "select 1", false],
  ["SQL id=kpis", "select 1", true],
  ["sql Run=False", "select 1", false],
  ["sqlite", "select 1", false],
  ["js", "select 1", false],
  ["", "select 1", false]
])("isAnswerable of a fence %j with %j is %j", (info, query, expected) => {
  expect(isAnswerable({info, query})).toBe(expected);
});

test("findAnswerableFences(markdown) finds fences that are to run and take no input", () => {
  const markdown = [
    "---",
    "title: Page",
    "---",
    "```sql id=kpis",
    "select *",
    "from kpis",
    "```",
    "text with `sql` and ```sql inline```",
    "```js",
    "display(1)",
    "```",
    "```sql run=false",
    "select 2",
    "```",
    "```sql",
    "select ${n}",
    "```",
    "```sql",
    "```"
  ].join("\n");
  expect(findAnswerableFences(markdown)).toEqual([
    {info: "sql id=kpis", query: "select *\nfrom kpis\n"},
    {info: "sql", query: ""}
  ]);
  expect(findAnswerableFences("no fence")).toEqual([]);
});

test("findAnswerableFences(markdown) finds none on a page that loads its own tables", () => {
  const page = "---\ntitle: Page\nsql:\n  kpis: ./kpis.parquet\n---\n```sql\nselect 1\n```\n";
  expect(findAnswerableFences(page)).toEqual([]);
  expect(loadsOwnTables(page)).toBe(true);
  expect(loadsOwnTables("---\ntitle: the sql: word\n---\n\nsql:\n")).toBe(false);
});

test.each([
  ["---\na: 1\n---\ntext", "---\na: 1\n---\n"],
  ["---\r\na: 1\r\n---\r\ntext", "---\r\na: 1\r\n---\r\n"],
  ["text\n---\na: 1\n---\n", ""],
  ["", ""]
])("frontMatter(%j) is %j", (markdown, expected) => {
  expect(frontMatter(markdown)).toBe(expected);
});

test.each<[string, string, string | undefined]>([
  ["sql id=kpis", "id", "kpis"],
  ['sql id="kpis" echo', "id", "kpis"],
  ["sql id='kpis'", "id", "kpis"],
  ["sql id=[{users}]", "id", "[{users}]"],
  ["sql echo", "echo", ""],
  ["sql echo=false", "echo", "false"],
  ["sql video=1", "id", undefined],
  ["sql", "display", undefined]
])("attribute(%j, %j) is %j", (info, name, expected) => {
  expect(attribute(info, name)).toBe(expected);
});
