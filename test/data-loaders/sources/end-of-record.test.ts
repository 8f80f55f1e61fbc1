import {expect, test} from "vitest";
import {endOfRecord, type RecordEnd} from "../../../data-loaders/sources/end-of-record.ts";

test.each<[string, RecordEnd]>([
  ["a,b\nc", {end: 3, state: "good"}],
  ["a,b\r\nc", {end: 3, state: "good"}],
  ["a,b", {end: 3, state: "good"}],
  ["", {end: 0, state: "good"}],
  ['"a\n,""b","c"\nd', {end: 12, state: "good"}],
  ['a, "b\n" ,c\n', {end: 10, state: "good"}],
  ['a,  "b\nc"', {end: 6, state: "good"}],
  ['a"b,c"\n', {end: 6, state: "good"}],
  ['"a" "b\nc"\n', {end: 9, state: "good"}],
  ['"a"b\nc', {end: 3, state: "bad"}],
  ['"a" b\nc', {end: 4, state: "bad"}],
  ['a,"b\nc', {end: 6, state: "open"}]
])("endOfRecord(text, 0, delimiter) of %j", (text, expected) => {
  expect(endOfRecord(Buffer.from(text), 0, 44)).toEqual(expected);
});

test("endOfRecord(text, start, delimiter) begins at start", () => {
  expect(endOfRecord(Buffer.from('x"\ty\na\t"\n"\nb'), 5, 9)).toEqual({end: 10, state: "good"});
});
