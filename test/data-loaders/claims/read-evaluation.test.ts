import {expect, test} from "vitest";
import {readEvaluation} from "../../../data-loaders/claims/read-evaluation.ts";

const moment = {day: "2021-02-14", events: "one"};

test.each([
  ["true", "holds"],
  ["false", "fails"],
  ["null", "unknown"]
])("readEvaluation(answer, moment) where holds is %s gives the state %j", (holds, state) => {
  expect(readEvaluation({columns: ["holds"], rows: [[holds]]}, moment)).toEqual({...moment, state, values: {}});
});

test("readEvaluation(answer, moment) takes a column holds in any case, as SQL does", () => {
  const answer = {columns: ["HOLDS", "N"], rows: [["false", "1"]]};
  expect(readEvaluation(answer, moment)).toEqual({...moment, state: "fails", values: {N: 1}});
});

test("readEvaluation(answer, moment) gives the other columns as plain values, sums without their last digits", () => {
  const columns = ["share", "text", "holds", "nothing", "day", "moment", "list"];
  const row = ["0.30000000000000004", '"\\u003cb>"', "true", "null"];
  const days = [`new Date(${Date.UTC(2021, 0, 2)})`, `new Date(${Date.UTC(2021, 0, 2, 3, 4, 5)})`, "[1,2]"];
  expect(readEvaluation({columns, rows: [[...row, ...days]]}, moment)).toEqual({
    ...moment,
    state: "holds",
    values: {share: 0.3, text: "<b>", nothing: null, day: "2021-01-02", moment: "2021-01-02 03:04:05", list: "[1,2]"}
  });
});

test.each([
  [{columns: [], rows: []}, "the query gives no row; a claim needs one, with a column holds"],
  [{columns: ["holds"], rows: [["true"], ["true"]]}, "the query gives 2 rows; a claim needs one, with a column holds"],
  [{columns: ["hold", "n"], rows: [["true", "1"]]}, "the query has no column holds; it has hold, n"],
  [{columns: ["holds"], rows: [["1"]]}, "holds is 1; a claim is true, false, or null where it cannot be told"],
  [{columns: ["holds"], rows: [['"yes"']]}, 'holds is "yes"; a claim is true, false, or null where it cannot be told'],
  [{columns: [], rows: [], error: "Parser Error: near x\n\nLINE 1: x\n   ^"}, "Parser Error: near x"],
  [
    {columns: [], rows: [], error: 'Binder Error: no "rr"!\nCandidate bindings: "r"\n\nLINE 12: select rr\n        ^'},
    'Binder Error: no "rr"! Candidate bindings: "r"'
  ]
])("readEvaluation(%j, moment) says what is wrong", (answer, error) => {
  expect(readEvaluation(answer, moment)).toEqual({error});
});
