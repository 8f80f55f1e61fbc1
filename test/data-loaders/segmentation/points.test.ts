import {expect, test} from "vitest";
import {
  countPoints,
  distanceBetween,
  firstPoints,
  packPoints,
  unpackPoints
} from "../../../data-loaders/segmentation/points.ts";

test("unpackPoints(packPoints(points)) are the points", () => {
  expect(
    unpackPoints(
      packPoints([
        [1, 2],
        [3, 4]
      ])
    )
  ).toEqual([
    [1, 2],
    [3, 4]
  ]);
  expect(unpackPoints(packPoints([]))).toEqual([]);
});

test("firstPoints(points, most) takes no more than there are", () => {
  const points = packPoints([
    [1, 2],
    [3, 4],
    [5, 6]
  ]);
  expect(unpackPoints(firstPoints(points, 2))).toEqual([
    [1, 2],
    [3, 4]
  ]);
  expect(countPoints(firstPoints(points, 9))).toBe(3);
});

test("distanceBetween(a, b) is Euclidean", () => {
  expect(distanceBetween(Float64Array.of(0, 0), Float64Array.of(3, 4))).toBe(5);
});
