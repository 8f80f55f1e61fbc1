import {expect, test} from "vitest";
import {stageWords} from "../../../src/shared/stage-words.ts";
import {defaultStages} from "../../../src/shared/stages.ts";

test("stageWords(stage) knows the default stages", () => {
  expect(stageWords("cart")).toEqual({
    label: "Added to cart",
    did: "added something to their cart",
    missed: "adding anything to their cart",
    doing: "adding something to their cart"
  });
  for (const stage of defaultStages) expect(stageWords(stage).label).not.toBe(stage);
});

test("stageWords(stage) speaks of the analyst's own stages by their names", () => {
  expect(stageWords("start_the_quiz")).toEqual({
    label: "start the quiz",
    did: "reached “start the quiz”",
    missed: "reaching “start the quiz”",
    doing: "reaching “start the quiz”"
  });
});
