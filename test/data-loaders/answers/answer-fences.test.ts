import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, relative} from "node:path";
import {runInThisContext} from "node:vm";
import MarkdownIt from "markdown-it";
import {afterAll, beforeAll, expect, test} from "vitest";
import {answerFences} from "../../../data-loaders/answers/answer-fences.ts";
import {answerQueries} from "../../../data-loaders/answers/answer-queries.ts";
import {findAnswerableFences} from "../../../data-loaders/answers/sql-fences.ts";
import {projectFolder} from "../../../data-loaders/fingerprint.ts";
import {writeAnswerableSnapshots} from "../../fixtures/write-answerable-snapshots.ts";

const folder = mkdtempSync(join(tmpdir(), "funnelbook-test-"));
const root = relative(projectFolder, folder);
let fingerprint = "";

beforeAll(async () => {
  fingerprint = await writeAnswerableSnapshots(folder);
});

afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
  rmSync(join(projectFolder, ".funnelbook", "answers", fingerprint), {recursive: true, force: true});
});

test("answerFences(markdownIt, options) makes a cell that displays the rows", async () => {
  const [cell] = await fencesOf("```sql\nselect brand, users from brands order by users\n```\n");
  expect(cell?.info).toBe("js");
  expect(runCell(cell?.content)).toEqual({
    displayed: [
      [
        {brand: "O'Hara", users: 1},
        {brand: "Alder", users: 3}
      ]
    ]
  });
});

test("answerFences(markdownIt, options) gives a cell with an id a name, and shows it only when told", async () => {
  const cells = await fencesOf(
    "```sql id=brands\nselect 1 as a\n```\n\n```sql id=shown display\nselect 2 as a\n```\n\n" +
      "```sql id=[{a}]\nselect 3 as a\n```\n\n```sql display=false\nselect 4 as a\n```\n"
  );
  expect(runCell(cells[0]?.content, "brands")).toEqual({displayed: [], value: [{a: 1}]});
  expect(runCell(cells[1]?.content, "shown")).toEqual({displayed: [[{a: 2}]], value: [{a: 2}]});
  expect(runCell(cells[2]?.content, "a")).toEqual({displayed: [], value: 3});
  expect(runCell(cells[3]?.content)).toEqual({displayed: []});
});

test("answerFences(markdownIt, options) gives a table as Arrow's, with get, numRows and toArray", async () => {
  const [cell] = await fencesOf("```sql id=t\nselect 5 as a\n```\n");
  expect(runCell(cell?.content, "[t.numRows, t.get(0), [...t.toArray()]]").value).toEqual([1, {a: 5}, [{a: 5}]]);
});

test("answerFences(markdownIt, options) shows the SQL where a fence says echo", async () => {
  const fences = await fencesOf("```sql echo\nselect 1 as a\n```\n");
  expect(fences.map(({info, content}) => [info, info === "js" ? "" : content])).toEqual([
    ["js", ""],
    ["sql run=false", "select 1 as a\n"]
  ]);
});

test("answerFences(markdownIt, options) leaves other fences alone", async () => {
  const markdown = "```js\n1\n```\n\n```sql run=false\nselect 1\n```\n\n```sql\nselect ${n}\n```\n";
  expect((await fencesOf(markdown)).map(({info}) => info)).toEqual(["js", "sql run=false", "sql"]);
  const own = "---\nsql:\n  t: ./t.parquet\n---\n";
  expect((await fencesOf("```sql\nselect 1\n```\n", own)).map(({info}) => info)).toEqual(["sql"]);
});

test("answerFences(markdownIt, options) throws with page and line when a query fails", async () => {
  const page = relative(projectFolder, join(folder, "page.md"));
  await expect(fencesOf("text\n\n```sql\nfrom nowhere\n```\n", "---\ntitle: A\n---\n")).rejects.toThrow(
    `${page}:6: sql: Catalog Error: Table with name nowhere does not exist`
  );
});

test("answerFences(markdownIt, {showErrors}) makes a cell that throws instead", async () => {
  const [cell] = await fencesOf("```sql\nfrom nowhere\n```\n", "", true);
  expect(() => runCell(cell?.content)).toThrow(":1: sql: Catalog Error: Table with name nowhere does not exist");
});

test("answerFences(markdownIt, options) asks for answers that are not there yet", () => {
  writeFileSync(join(folder, "live.md"), "```sql\nselect 42 as a\n```\n");
  const [cell] = parse("```sql\nselect 42 as a\n```\n", "/live.md");
  expect(runCell(cell?.content)).toEqual({displayed: [[{a: 42}]]});
});

async function fencesOf(markdown: string, head = "", showErrors = false) {
  writeFileSync(join(folder, "page.md"), head + markdown);
  await answerQueries(
    findAnswerableFences(markdown).map(({query}) => query),
    folder
  );
  return parse(markdown, "/page", showErrors);
}

// Framework hands over a page without its front matter
function parse(markdown: string, path: string, showErrors = false) {
  const markdownIt = answerFences(new MarkdownIt(), {root, snapshots: folder, showErrors});
  return markdownIt.parse(markdown, {path}).filter(({type}) => type === "fence");
}

function runCell(source = "", value?: string): {displayed: unknown[]; value?: unknown} {
  const displayed: unknown[] = [];
  const Inputs = {table: (rows: unknown[]) => [...rows]};
  const body = `${source}\n${value === undefined ? "" : `return ${value};`}`;
  const run = runInThisContext(`(display, Inputs) => {${body}}`) as (display: unknown, inputs: unknown) => unknown;
  const result = run((shown: unknown) => displayed.push(shown), Inputs);
  if (value === undefined) return {displayed};
  return {displayed, value: Array.isArray(result) ? [...(result as unknown[])] : result};
}
