import {createHash} from "node:crypto";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, relative} from "node:path";
import {runInThisContext} from "node:vm";
import MarkdownIt from "markdown-it";
import {afterAll, beforeAll, expect, test} from "vitest";
import {answerQueries} from "../../../data-loaders/answers/answer-queries.ts";
import {findClaims} from "../../../data-loaders/claims/find-claims.ts";
import {showClaims} from "../../../data-loaders/claims/show-claims.ts";
import {projectFolder} from "../../../data-loaders/fingerprint.ts";
import {readManifest} from "../../../data-loaders/snapshots.ts";
import {writeAnswerableSnapshots} from "../../fixtures/write-answerable-snapshots.ts";

const folder = mkdtempSync(join(tmpdir(), "funnelbook-test-"));
const root = relative(projectFolder, folder);
const history = join(folder, "claims.json");
let fingerprint = "";

beforeAll(async () => {
  fingerprint = await writeAnswerableSnapshots(folder);
  const file = join(folder, "manifest.json");
  writeFileSync(file, JSON.stringify({...readManifest(folder), source: "files", sourceFingerprint: "source"}));
});

afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
  rmSync(join(projectFolder, ".funnelbook", "answers", fingerprint), {recursive: true, force: true});
});

test("showClaims(markdownIt, options) makes a cell of the claim's row, and a mark around its query", async () => {
  const tokens = await show(
    "Text.\n\n```sql claim id=lost\nselect sum(users) as n, n > 3 as holds, max(brand) as brand from brands\n```\n"
  );
  expect(tokens.map(({type, info}) => [type, info])).toEqual([
    ["fence", "js"],
    ["html_block", ""],
    ["fence", "sql run=false"],
    ["html_block", ""]
  ]);
  expect(runInThisContext(`(() => {${tokens[0]?.content} return lost;})()`)).toEqual({
    n: 4,
    holds: true,
    brand: "O'Hara"
  });
  expect(tokens[1]?.content).toContain("<b>Holds</b> in the data up to 2 Jan 2024");
  expect(tokens[2]?.content).toBe("select sum(users) as n, n > 3 as holds, max(brand) as brand from brands\n");
  expect(tokens[3]?.content).toBe("</details>\n");
});

test("showClaims(markdownIt, options) shows what is remembered, and remembers nothing", async () => {
  const query = "select false as holds, 5 as n\n";
  const held = {day: "2024-01-01", events: "source", state: "holds", values: {n: 4}};
  const record = {
    query: createHash("sha256").update(query.replace(",", " ,").trim()).digest("hex").slice(0, 16),
    first: held,
    since: held,
    before: null,
    held,
    latest: held
  };
  const page = relative(projectFolder, join(folder, "page.md"));
  const text = JSON.stringify({version: 2, sources: {"own-events": {[`${page}#kept`]: record}}});
  writeFileSync(history, text);
  const [, mark] = await show("```sql claim id=kept\n" + query + "```\n");
  expect(mark?.content).toContain("<b>No longer holds</b>, since the data up to 2 Jan 2024");
  expect(mark?.content).toContain('<tr><th scope="row">n</th><td class="number">4</td><td class="number">5</td></tr>');
  expect(readFileSync(history, "utf8")).toBe(text);
  rmSync(history);
});

test("showClaims(markdownIt, options) works on pages that load their own tables, and leaves other fences alone", async () => {
  const head = "---\nsql:\n  t: ./t.parquet\n---\n";
  const tokens = await show("```sql claim\nselect true as holds\n```\n\n```sql\nselect 1\n```\n", {head});
  expect(tokens.map(({type, info}) => [type, info])).toEqual([
    ["html_block", ""],
    ["fence", "sql run=false"],
    ["html_block", ""],
    ["fence", "sql"]
  ]);
});

test("showClaims(markdownIt, options) throws with page and line, or makes a cell that throws", async () => {
  const markdown = "Text.\n\n```sql claim\nselect 1 as one\n```\n";
  const head = "---\ntitle: A\n---\n";
  const problem = `${relative(projectFolder, join(folder, "page.md"))}:6: claim: the query has no column holds; it has one`;
  await expect(show(markdown, {head})).rejects.toThrow(problem);
  const [cell] = await show(markdown, {head, showErrors: true});
  expect(() => runInThisContext(cell?.content ?? "") as unknown).toThrow(problem);
});

async function show(markdown: string, {head = "", showErrors = false} = {}) {
  const page = {path: "page.md", markdown: head + markdown};
  writeFileSync(join(folder, "page.md"), page.markdown);
  await answerQueries(
    findClaims(page).map(({query}) => query),
    folder
  );
  const markdownIt = showClaims(new MarkdownIt({html: true}), {root, snapshots: folder, history, showErrors});
  return markdownIt.parse(markdown, {path: "/page"}).filter(({type}) => type === "fence" || type === "html_block");
}
