import {expect, test} from "vitest";
import {thinLine} from "../../../../data-loaders/findings/evidence/thin-line.ts";

const value = (point: number | null): number | null => point;

test("thinLine(points, value, most) gives a line of no more points as it is", () => {
  expect(thinLine([], value, 3)).toEqual([]);
  expect(thinLine([3, null, 1], value, 3)).toEqual([3, null, 1]);
});

test("thinLine(points, value, most) keeps spikes and dips, in their order", () => {
  expect(thinLine([5, 5, 9, 5, 5, 1, 5, 5], value, 4)).toEqual([5, 9, 1, 5]);
});

test("thinLine(points, value, most) prefers a value to none, and gives none where there is no other", () => {
  expect(thinLine([null, 4, 2, null, null, null], value, 3)).toEqual([4, 2, null]);
  expect(thinLine([null, null], value, 1)).toEqual([null]);
});

test("thinLine(points, value, most) makes runs that differ by one point at most", () => {
  const points = Array.from({length: 316}, (_, i) => i);
  const thinned = thinLine(points, value, 200);
  expect(thinned.length).toBe(200);
  expect(new Set(thinned).size).toBe(200);
});
