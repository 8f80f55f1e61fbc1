import {expect, test} from "vitest";
import {harmlessCell} from "../../../src/shared/harmless-cell.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["+49 30 1234", "'+49 30 1234"],
  ["-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  ["\r=1", "'\r=1"],
  ["-12.5", "-12.5"],
  ["+3", "+3"],
  ["1e-7", "1e-7"],
  ["O'Hara", "O'Hara"],
  ["a=1", "a=1"],
  ["", ""]
])("harmlessCell(%j) is %j", (text, expected) => {
  expect(harmlessCell(text)).toBe(expected);
});
