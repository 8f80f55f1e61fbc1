import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {runInThisContext} from "node:vm";
import {afterAll, beforeAll, expect, test} from "vitest";
import {answerQueries, findAnswers, forgetOldAnswers} from "../../../data-loaders/answers/answer-queries.ts";
import type {ProgressUpdate} from "../../../data-loaders/progress.ts";
import {ReportError} from "../../../data-loaders/report-error.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";
import {writeAnswerableSnapshots} from "../../fixtures/write-answerable-snapshots.ts";

const folder = mkdtempSync(join(tmpdir(), "funnelbook-test-"));
const snapshots = mkdtempSync(join(tmpdir(), "funnelbook-test-"));

beforeAll(() => writeAnswerableSnapshots(snapshots));

afterAll(() => {
  for (const made of [snapshots, folder]) rmSync(made, {recursive: true, force: true});
});

test("answerQueries(queries, snapshots) gives each value as JavaScript source", async () => {
  const query = `select date '2024-02-29' as day, timestamp '2024-01-01 10:00:00.5' as moment, 7::bigint as big,
    9223372036854775807 as huge, 0.1::double as tenth, 'nan'::double as nan, true as yes, null as nothing`;
  const [answer] = await answerQueries([query], snapshots, {folder});
  expect(answer?.columns).toEqual(["day", "moment", "big", "huge", "tenth", "nan", "yes", "nothing"]);
  expect(answer?.rows[0]?.map((source): unknown => runInThisContext(source))).toEqual([
    new Date("2024-02-29"),
    new Date("2024-01-01T10:00:00.500Z"),
    7,
    "9223372036854775807",
    0.1,
    null,
    true,
    null
  ]);
});

test("answerQueries(queries, snapshots) escapes text that would end a script", async () => {
  const [answer] = await answerQueries([`select 'a"b\\c</script><!--' || chr(8232) as text`], snapshots, {folder});
  expect(answer?.rows).toEqual([['"a\\"b\\\\c\\u003c/script>\\u003c!--\\u2028"']]);
});

test("answerQueries(queries, snapshots) gives lists of counts", async () => {
  const [answer] = await answerQueries(["select list(users order by users) as counts from brands"], snapshots, {
    folder
  });
  expect(answer).toEqual({columns: ["counts"], rows: [["[1,3]"]]});
});

test("answerQueries(queries, snapshots) knows the tables, the report and the columns", async () => {
  expect(
    await answerQueries(
      ["from brands order by brand", "from event_columns", "select title, currency, last_event_at from report"],
      snapshots
    )
  ).toEqual([
    {
      columns: ["brand", "users", "rate"],
      rows: [
        ['"Alder"', "3", "1.5"],
        ['"O\'Hara"', "1", "null"]
      ]
    },
    {columns: ["column_name"], rows: [['"event_time"'], ['"price"']]},
    {
      columns: ["title", "currency", "last_event_at"],
      rows: [["\"O'Hara's\"", '"EUR"', `new Date(${Date.parse("2024-01-02T11:30:00.500Z")})`]]
    }
  ]);
});

test("answerQueries(queries, snapshots) gives the reason where a query fails, and goes on", async () => {
  const [failed, fine] = await answerQueries(["from brand", "select 1 as one"], snapshots, {folder});
  expect(failed).toMatchObject({columns: [], rows: []});
  expect(failed?.error).toContain("Table with name brand does not exist");
  expect(fine).toEqual({columns: ["one"], rows: [["1"]]});
});

test("answerQueries(queries, snapshots) refuses more rows than a page carries", async () => {
  const [most, more] = await answerQueries(["from range(5000)", "from range(5001)"], snapshots, {folder});
  expect(most?.rows.length).toBe(5000);
  expect(more).toEqual({
    columns: [],
    rows: [],
    error: "gives 5001 rows; a page carries at most 5000: add a limit, or query in the browser"
  });
});

test("answerQueries(queries, snapshots) asks again for what failed", async () => {
  const query = "select added from brands";
  const [failed] = await answerQueries([query], snapshots, {folder});
  expect(failed?.error).toContain('Referenced column "added" not found');
  expect(findAnswers([query], snapshots, folder)).toBeUndefined();
  expect(await answerQueries([query, "select 1"], snapshots, {folder})).toEqual([
    failed,
    {columns: ["1"], rows: [["1"]]}
  ]);
});

test("answerQueries(queries, snapshots) reads and writes nothing but the snapshots", async () => {
  const [file, spilled] = [join(folder, "file.csv"), join(tmpdir(), "funnelbook-test-file.csv")];
  for (const name of [file, spilled]) writeFileSync(name, "n\n1\n");
  const outside = [file, spilled, join(snapshots, "manifest.json"), "https://example.com/file.csv", "/etc/*"];
  const reading = outside.map((name) => `select true as holds from read_text('${name}')`);
  const copying = `copy brands to '${join(folder, "copy.csv")}'`;
  const answers = await answerQueries([...reading, copying], snapshots, {folder});
  for (const name of [file, spilled]) rmSync(name);
  expect(answers.map(({error}) => error)).toEqual(
    [...outside, join(folder, "copy.csv")].map(
      (name) => `${name} is not among the snapshots; a query reads these alone, no other file and no network`
    )
  );
  expect(existsSync(join(folder, "copy.csv"))).toBe(false);
});

test.each([
  "copy (select 1) to 'SNAPSHOT' (use_tmp_file false)",
  "copy (pivot brands on brand using sum(users)) to 'SNAPSHOT' (use_tmp_file false)",
  "create or replace view brands as select 1",
  "create table copied as pivot brands on brand using sum(users)",
  "set threads = 1",
  "explain analyze select 1",
  "install httpfs",
  "attach 'other.db'"
])("answerQueries(queries, snapshots) refuses %j, and does not run it", async (statement) => {
  const query = statement.replace("SNAPSHOT", join(snapshots, "brands.parquet"));
  const queries = [query, "select count(*) from brands", "select count(*) from (show tables)"];
  const [answer, ...others] = await answerQueries(queries, snapshots, {folder});
  expect(answer?.error).toBe(
    "the statement is not a query; a fence begins with select, from or with, and changes nothing"
  );
  expect(others.map(({rows}) => rows)).toEqual([[["2"]], [["4"]]]);
});

test.each([
  ["select true as holds; select false as holds", 2],
  [";select 1;\n-- and\nselect 2; select 3;", 3]
])("answerQueries(queries, snapshots) refuses %j, which is several statements", async (query, count) => {
  const [answer] = await answerQueries([query], snapshots, {folder});
  expect(answer?.error).toBe(`the fence has ${count} statements; it takes one query: put each into a fence of its own`);
});

test("answerQueries(queries, snapshots) refuses a query that is empty, and says what DuckDB says of others", async () => {
  const queries = ["", "-- nothing\n;", "select sum(users from brands"];
  const answers = await answerQueries(queries, snapshots, {folder});
  expect(answers.map(({error}) => error?.split("\n")[0])).toEqual([
    "the query is empty",
    "the query is empty",
    'Parser Error: syntax error at or near "from"'
  ]);
});

test.each([
  [
    "a semicolon at the end, and comments",
    "-- one; two\nselect 'a; ''' as text; /* the end; */ -- of it",
    [['"a; \'"']]
  ],
  ["a pivot", "from (pivot brands on brand using sum(users)) select sum(Alder)", [["3"]]],
  ["a description", "select column_name from (describe brands) limit 1", [['"brand"']]]
])("answerQueries(queries, snapshots) answers %s", async (_, query, rows) => {
  const [answer] = await answerQueries([query], snapshots, {folder});
  expect(answer).toMatchObject({rows});
});

test("answerQueries(queries, snapshots, {progress}) tells which query is being answered, also while one goes on", async () => {
  const updates: ProgressUpdate[] = [];
  const queries = ["select 41", "select sleep_ms(1200)", "select 41"];
  await answerQueries(queries, snapshots, {folder, progress: (update) => updates.push(update)});
  const step = "answered queries";
  expect(updates.at(0)).toEqual({step, detail: "1 of 2", share: 0});
  expect(updates.filter(({detail}) => detail === "2 of 2").length).toBeGreaterThan(1);
  expect(updates.at(-1)).toEqual({step, isDone: true});
  updates.length = 0;
  await answerQueries(queries, snapshots, {folder, progress: (update) => updates.push(update)});
  expect(updates).toEqual([]);
});

test("answerQueries(queries, snapshots) throws where there are no snapshots", async () => {
  await expect(answerQueries(["select 1"], "/nowhere")).rejects.toThrow(
    "/nowhere: there are no snapshots; run npm run build or npm run dev"
  );
});

test("findAnswers(queries, snapshots) finds what has been answered", async () => {
  const answers = await answerQueries(["select 2 as two"], snapshots, {folder});
  expect(findAnswers(["select 2 as two"], snapshots, folder)).toEqual(answers);
  expect(findAnswers(["select 2 as two", "select 'never asked'"], snapshots, folder)).toBeUndefined();
});

test("answerQueries(queries, snapshots, {annotations}) asks again when these change, for what names them alone", async () => {
  const annotations = join(temporaryFolder(), "annotations.csv");
  const query = "select label, kind from Annotations";
  const other = "select uuid() as id";
  const answer = () => answerQueries([query, other], snapshots, {folder, annotations});
  const find = (asked: string) => findAnswers([asked], snapshots, folder, annotations);
  const [none, id] = await answer();
  expect(none).toEqual({columns: [], rows: []});
  writeFileSync(annotations, "date,label\n2024-01-01,Sale\n");
  expect(find(query)).toBeUndefined();
  expect(await answer()).toEqual([{columns: ["label", "kind"], rows: [['"Sale"', '"own"']]}, id]);
  writeFileSync(annotations, "date,label\n2024-01-01,Summer sale\n");
  expect(find(query)).toBeUndefined();
  expect(find(other)).toEqual([id]);
  expect((await answer())[0]?.rows).toEqual([['"Summer sale"', '"own"']]);
  rmSync(annotations);
  expect(find(query)).toEqual([none]);
});

test("answerQueries(queries, snapshots, {annotations}) throws where these have a mistake", async () => {
  const annotations = join(temporaryFolder(), "annotations.csv");
  writeFileSync(annotations, "date,label\ntoday,Sale\n");
  await expect(answerQueries(["select 1"], snapshots, {folder, annotations})).rejects.toThrow(
    new ReportError('annotations.csv, line 2, column date: "today" is not a day; write days as 2024-01-31')
  );
});

test("forgetOldAnswers(snapshots) keeps the answers to these snapshots alone", async () => {
  await answerQueries(["select 3"], snapshots, {folder});
  const [current] = readdirSync(folder);
  mkdirSync(join(folder, "old"));
  forgetOldAnswers(snapshots, folder);
  expect(readdirSync(folder)).toEqual([current]);
  expect(existsSync(join(folder, "old"))).toBe(false);
});
