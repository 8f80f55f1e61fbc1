import {expect, test} from "vitest";
import {findClaims} from "../../../data-loaders/claims/find-claims.ts";

const find = (...lines: string[]) => findClaims({path: "src/page.md", markdown: lines.join("\n")});

test("findClaims(page) gives each claim with its line, its query and the paragraph before it", () => {
  expect(
    find(
      "---",
      "title: Page",
      "---",
      "",
      "# Heading",
      "",
      "Most people leave: ${lost.share}.",
      "Nobody knows *why*.",
      "",
      "```sql claim id=lost",
      "select true as holds,",
      "    0.9 as share",
      "```"
    )
  ).toEqual([
    {
      page: "src/page.md",
      line: 10,
      id: "lost",
      query: "select true as holds,\n    0.9 as share\n",
      sentence: "Most people leave: ${lost.share}.\nNobody knows *why*.",
      problem: undefined
    }
  ]);
  expect(find("text")).toEqual([]);
});

test("findClaims(page) reads lines that end as on Windows", () => {
  const markdown = "---\r\ntitle: Page\r\n---\r\nText.\r\n\r\n```sql claim\r\nselect 1\r\nas holds\r\n```\r\n";
  expect(findClaims({path: "p.md", markdown})).toMatchObject([
    {line: 6, query: "select 1\nas holds\n", sentence: "Text.", id: undefined}
  ]);
});

test.each([
  ["the paragraph before", "Before.\n\nFENCE\n\nAfter.", "Before."],
  ["the paragraph before several claims", "Before.\n\n```sql claim\nselect 0\n```\n\nFENCE\n\nAfter.", "Before."],
  ["a paragraph of HTML", "<p>Before.</p>\n\nFENCE", "<p>Before.</p>"],
  ["the paragraph after", "# Title\n\nFENCE\n\nAfter.", "After."],
  ["the heading before", "# Title\n\nFENCE\n\n```js\n1\n```", "Title"],
  ["none", "```js\n1\n```\n\nFENCE", ""]
])("findClaims(page) takes %s as the sentence", (_, text, sentence) => {
  const claims = find(text.replace("FENCE", "```sql claim id=last\nselect 1\n```"));
  expect(claims.find(({id}) => id === "last")?.sentence).toBe(sentence);
});

test.each([
  ["a fence within a longer one", "````md\n```sql claim\nselect 1\n```\n````"],
  ["a comment", "<!--\n```sql claim\nselect 1\n```\n-->"],
  ["a fence that is not run", "```sql claim run=FALSE\nselect 1\n```"],
  ["a fence that shows how claims are misspelt", "```sql claims run=false\nselect 1\n```"],
  ["other SQL", "```sql id=claim\nselect 1\n```\n\n```sql claim=false\nselect 1\n```"],
  ["another language", "```js claim\n1\n```"]
])("findClaims(page) finds none in %s", (_, text) => {
  expect(find(text)).toEqual([]);
});

test("findClaims(page) finds claims on pages that load their own tables, in lists, and between tildes", () => {
  expect(find("---", "sql:", "  t: ./t.parquet", "---", "~~~sql claim", "select 1", "~~~")).toMatchObject([{line: 5}]);
  expect(find("- Point.", "", "  ```sql claim", "  select 1", "  ```")).toMatchObject([
    {line: 3, query: "select 1\n", sentence: "Point."}
  ]);
});

test.each([
  ["id=2nd", "select 1", "id=2nd is not a name; use letters, digits and underscores, such as id=carts"],
  ["id=[row]", "select 1", "id=[row] is not a name; use letters, digits and underscores, such as id=carts"],
  ["id", "select 1", 'id="" is not a name; use letters, digits and underscores, such as id=carts'],
  ["id=taken", "select 1", "id=taken is a name that another fence of this page defines too; give each its own"],
  ["", "select ${n}", "a claim takes no input from the page; take ${…} out of its query"],
  ["", "", "the fence is empty; its query gives one row with a column holds"]
])("findClaims(page) of a claim %j with %j says what is wrong", (id, query, problem) => {
  const claims = find("```sql id=[taken]", "select 1", "```", "", `\`\`\`sql claim ${id}`, query, "```");
  expect(claims.map((claim) => claim.problem)).toEqual([problem]);
});

test.each(["SQL claim id=lost", "Sql CLAIM id=lost", 'sql id="lost" claim=true'])(
  "findClaims(page) finds the claim of a fence %j",
  (info) => {
    expect(find(`\`\`\`${info}`, "select 1", "```")).toMatchObject([{id: "lost", problem: undefined}]);
  }
);

test.each([
  ["sql claims id=lost", "claims is not a word of a claim’s fence; did you mean claim?"],
  ["sql id=lost Clam", "Clam is not a word of a claim’s fence; did you mean claim?"],
  ["SQL cliam=true", "cliam is not a word of a claim’s fence; did you mean claim?"],
  ["sql claim lost", "lost is not a word of a claim’s fence; write sql claim, and id=name for its name"],
  ["sql claim name=lost", "name is not a word of a claim’s fence; write sql claim, and id=name for its name"]
])("findClaims(page) of a fence %j says that %s", (info, problem) => {
  expect(find("Text.", "", `\`\`\`${info}`, "select 1", "```")).toMatchObject([{line: 3, problem}]);
});

test.each([
  "```js\nconst lost = 1;\n```",
  "```JS echo\nfunction lost() {}\n```",
  "```ts\nconst {lost}: {lost: number} = other;\n```",
  "```jsx\nconst lost = <p/>;\n```",
  "```sql id={share,lost}\nselect 1\n```"
])("findClaims(page) says so of an id that %j defines too", (cell) => {
  const [claim] = find("```sql claim id=lost", "select 1", "```", "", cell);
  expect(claim?.problem).toBe("id=lost is a name that another fence of this page defines too; give each its own");
});

test.each(["```js run=false\nconst lost = 1;\n```", "```js\ndisplay(lost)\n```", "```\nconst lost = 1\n```"])(
  "findClaims(page) finds nothing wrong with an id beside %j",
  (cell) => {
    expect(find("```sql claim id=lost", "select 1", "```", "", cell)[0]?.problem).toBeUndefined();
  }
);

test("findClaims(page) says so of both claims that share an id", () => {
  const fence = "```sql claim id=same\nselect 1\n```";
  expect(find(fence, "", fence).map(({line, problem}) => [line, problem?.slice(0, 7)])).toEqual([
    [1, "id=same"],
    [5, "id=same"]
  ]);
});
