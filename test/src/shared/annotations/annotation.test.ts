import {describe, expect, test} from "vitest";
import {
  type Annotation,
  annotationsWithin,
  numberAnnotations,
  splitAnnotations
} from "../../../../src/shared/annotations/annotation.ts";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

const rows: Annotation[] = [
  {started_on: day("2021-02-01"), ended_on: day("2021-02-03"), label: "sale", kind: "own"},
  {started_on: day("2021-01-01"), ended_on: day("2021-01-10"), label: "more visits", kind: "episode", episode: 3},
  {started_on: day("2021-02-01"), ended_on: day("2021-02-03"), label: "more orders", kind: "episode", episode: 4},
  {started_on: day("2021-03-01"), ended_on: day("2021-03-01"), label: "new shop", kind: "own"}
];

test("numberAnnotations(annotations) numbers them in the order of days, then kinds, then labels", () => {
  expect(numberAnnotations(rows).map(({number, label}) => [number, label])).toEqual([
    [1, "more visits"],
    [2, "more orders"],
    [3, "sale"],
    [4, "new shop"]
  ]);
  expect(numberAnnotations([])).toEqual([]);
  const own = numberAnnotations(rows).filter(({kind}) => kind === "own");
  expect(numberAnnotations(own).map(({number}) => number)).toEqual([3, 4]);
});

test("annotationsWithin(annotations, days) leaves those that share a day with them", () => {
  const labels = annotationsWithin(rows, [day("2021-01-10"), day("2021-02-01")]).map(({label}) => label);
  expect(labels).toEqual(["sale", "more visits", "more orders"]);
});

describe("splitAnnotations(annotations, most)", () => {
  test("shows the newest in the order of days, of one day own dates first", () => {
    const {shown, rest} = splitAnnotations(numberAnnotations(rows), 2);
    expect([shown, rest].map((part) => part.map(({label}) => label))).toEqual([
      ["sale", "new shop"],
      ["more visits", "more orders"]
    ]);
  });

  test("has no rest where all are shown", () => {
    expect(splitAnnotations(numberAnnotations(rows), 4).rest).toEqual([]);
  });
});
