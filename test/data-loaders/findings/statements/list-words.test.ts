import {expect, test} from "vitest";
import {listWords} from "../../../../data-loaders/findings/statements/list-words.ts";

test("listWords(words) joins words as a sentence has them", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listWords)).toEqual(["", "a", "a and b", "a, b and c"]);
});
