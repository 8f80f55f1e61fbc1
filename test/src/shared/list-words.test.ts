import {expect, test} from "vitest";
import {listWords} from "../../../src/shared/list-words.ts";

test("listWords(words) joins words as a sentence has them", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listWords)).toEqual(["", "a", "a and b", "a, b and c"]);
});
