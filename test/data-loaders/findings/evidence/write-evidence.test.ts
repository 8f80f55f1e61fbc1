import {expect, test} from "vitest";
import {writeEvidence} from "../../../../data-loaders/findings/evidence/write-evidence.ts";
import type {Finding} from "../../../../data-loaders/findings/finding.ts";
import {makeStatement} from "../../../../data-loaders/findings/statements/make-statement.ts";
import type {Row} from "../../../../data-loaders/read-results.ts";
import {Warehouse} from "../../../../data-loaders/warehouse.ts";

test("writeEvidence(warehouse, findings) writes what a chart draws of each row, and all of its cells", async () => {
  const query = `select * from (values
    (date '2024-01-02', 'left', 0.5, 0.25, 3::bigint),
    (date '2024-01-02', null, null, null, 4)) as rows(event_on, side, share, expected, people)`;
  const chart = {mark: "line", x: "event_on", y: "share", series: "side"} as const;
  expect(await evidenceOf({query, chart})).toEqual([
    {
      finding: "found",
      position: 1,
      label: "2024-01-02",
      series: "left",
      value: 0.5,
      expected: 0.25,
      cells: '{"event_on":"2024-01-02","side":"left","share":0.5,"expected":0.25,"people":3}'
    },
    {
      finding: "found",
      position: 2,
      label: "2024-01-02",
      series: "Unknown",
      value: null,
      expected: null,
      cells: '{"event_on":"2024-01-02","side":null,"share":null,"expected":null,"people":4}'
    }
  ]);
});

test("writeEvidence(warehouse, findings) leaves out cells that the columns beside them hold", async () => {
  const query = `select * from (values
    (date '2024-01-02', 'left', 0.5, null::double),
    (date '2024-01-02', null, 0.5, 0.25)) as rows(event_on, side, share, expected)`;
  const chart = {mark: "line", x: "event_on", y: "share", series: "side"} as const;
  expect((await evidenceOf({query, chart})).map(({cells}) => cells)).toEqual([
    null,
    // which is not the same as somebody called Unknown
    '{"event_on":"2024-01-02","side":null,"share":0.5,"expected":0.25}'
  ]);
  const exact = await evidenceOf({
    query: "select 'a' as brand, 9007199254740993 as views",
    chart: {mark: "bar", x: "views", y: "brand"}
  });
  expect(exact[0]?.cells).toBe('{"brand":"a","views":"9007199254740993"}');
});

test("writeEvidence(warehouse, findings) names bars by their vertical axis, and keeps numbers too long as text", async () => {
  const query = "select 'a<b>''s' as brand, 12345678901234567890::uhugeint::varchar as id, 9007199254740993 as views";
  expect(await evidenceOf({query, chart: {mark: "bar", x: "views", y: "brand"}})).toMatchObject([
    {
      label: "a<b>'s",
      series: null,
      value: 9007199254740992,
      cells: '{"brand":"a<b>\'s","id":"12345678901234567890","views":"9007199254740993"}'
    }
  ]);
});

test("writeEvidence(warehouse, findings) reads published tables, and writes as many rows as a page can show", async () => {
  const query = "select number, number % 7 = 0 as is_seventh from numbers order by number";
  const bars = await evidenceOf({query, chart: {mark: "bar", x: "number", y: "number"}});
  expect(bars.map(({position}) => position)).toEqual(Array.from({length: 60}, (_, i) => i + 1));
  const line = {mark: "line", x: "number", y: "number"} as const;
  expect((await evidenceOf({query, chart: line})).length).toBe(200);
  // of each of several lines as many
  const lines = await evidenceOf({query: query.replace("% 7", "% 2"), chart: {...line, series: "is_seventh"}});
  expect(lines.length).toBe(400);
  expect(await evidenceOf({query: `${query} limit 0`, chart: line})).toEqual([]);
});

async function evidenceOf(evidence: Finding["evidence"]): Promise<Row[]> {
  const warehouse = await Warehouse.open();
  try {
    await warehouse.run("create table marts.numbers as select range as number from range(1000)");
    const state = (): ReturnType<Finding["state"]> => makeStatement("holds", {claim: "It holds."});
    await writeEvidence(warehouse, [{name: "found", query: "select 1", evidence, state}]);
    return await warehouse.rows("from marts.finding_evidence order by finding, position");
  } finally {
    warehouse.close();
  }
}
