import {expect, test} from "vitest";
import {nearestSegments, type SegmentAxis} from "../../../src/shared/nearest-segment.ts";

const views: SegmentAxis = {
  segment: "Browsers",
  position: 2,
  feature: "views",
  scale: "log1p",
  mean: 1,
  deviation: 2,
  weight: 0.5,
  coordinate: -0.25
};
const days = {...views, feature: "recency_days", scale: "identity", mean: 10, deviation: 5, weight: 1};
const axes: SegmentAxis[] = [
  views,
  {...days, coordinate: 0},
  {...views, segment: "Occasional buyers", position: 1, coordinate: 1},
  {...days, segment: "Occasional buyers", position: 1, coordinate: 2}
];

test("nearestSegments(axes, shopper) measures each distance as the fit does, the nearest first", () => {
  // views: 0.5 · (ln(1 + e − 1) − 1) ÷ 2 = 0; days: (20 − 10) ÷ 5 = 2
  expect(nearestSegments(axes, {views: Math.E - 1, recency_days: 20})).toEqual([
    {segment: "Occasional buyers", distance: 1},
    {segment: "Browsers", distance: Math.hypot(0.25, 2)}
  ]);
});

test("nearestSegments(axes, shopper) takes what is missing or below zero as 0", () => {
  const [nearest] = nearestSegments([views], {views: -3});
  expect(nearest?.distance).toBe(0);
  expect(nearestSegments([views], {})).toEqual([{segment: "Browsers", distance: 0}]);
});

test("nearestSegments(axes, shopper) leaves out features that tell nobody apart", () => {
  const unused = {...views, feature: "carts", deviation: null, coordinate: null};
  expect(nearestSegments([views, unused], {carts: 99})).toEqual([{segment: "Browsers", distance: 0}]);
  expect(nearestSegments([unused], {carts: 99})).toEqual([{segment: "Browsers", distance: 0}]);
  expect(nearestSegments([], {views: 1})).toEqual([]);
});
