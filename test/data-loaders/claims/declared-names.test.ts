import {expect, test} from "vitest";
import {declaredNames} from "../../../data-loaders/claims/declared-names.ts";

test.each([
  ["const a = 1, b = a; let c; var d;", ["a", "b", "c", "d"]],
  ["const {a, b: {c}, ...d} = x, [e = 1, , ...f] = y;", ["a", "c", "d", "e", "f"]],
  ["function f() { const inner = 1; }\nclass G {}", ["f", "G"]],
  ['import d, {a as b} from "./x.js"; import * as c from "npm:y";', ["d", "b", "c"]],
  ["for (const a of [1]) { let b; }", []],
  ["lost.share", []],
  ["const a = await b;", ["a"]],
  ["const a = ;", []],
  ["", []]
])("declaredNames(%j) is %j", (source, names) => {
  expect(declaredNames(source)).toEqual(names);
});

test.each([
  ["ts", 'import {a} from "./a.js";\ninterface B {}\nconst c: number = 1;', ["a", "c"]],
  ["tsx", "const a: unknown = <p>{1}</p>;", ["a"]],
  ["jsx", "const a = <p>{1}</p>;", ["a"]],
  ["ts", "const a: = 1;", []]
] as const)("declaredNames(source, %j) of %j is %j", (language, source, names) => {
  expect(declaredNames(source, language)).toEqual(names);
});
