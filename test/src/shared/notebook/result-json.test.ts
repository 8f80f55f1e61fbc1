import {expect, test} from "vitest";
import {plainResult} from "../../../../src/shared/notebook/query-result.ts";
import {resultJson} from "../../../../src/shared/notebook/result-json.ts";

test("resultJson(result) writes numbers as such where JSON's readers can hold them", () => {
  const rows = [
    {id: 1234567890123456789n, n: 3, rate: 0.1, 'na"me': "<a>\n", day: new Date("2021-01-02")},
    {id: null, n: 4, rate: NaN, 'na"me': null, day: null}
  ];
  const written = JSON.parse(resultJson(plainResult(rows))) as unknown;
  expect(written).toEqual([
    {id: "1234567890123456789", n: 3, rate: 0.1, 'na"me': "<a>\n", day: "2021-01-02"},
    {id: null, n: 4, rate: "NaN", 'na"me': null, day: null}
  ]);
  expect(JSON.parse(resultJson(plainResult([])))).toEqual([]);
});
