import {expect, test} from "vitest";
import {shapeOf} from "../../../../data-loaders/statistics/anomalies/shape-of.ts";

const span = {from: 3, until: 6, score: 5, expected: 1, observed: 9, trials: null};

test("shapeOf(span) goes by its length and side, unless it has a shape already", () => {
  expect([
    shapeOf(span),
    shapeOf({...span, score: -5}),
    shapeOf({...span, until: 7}),
    shapeOf({...span, until: 7, score: -5}),
    shapeOf({...span, shape: "shift"})
  ]).toEqual(["spike", "dip", "high", "low", "shift"]);
});
