import {describe, expect, test} from "vitest";
import {placeApart} from "../../../src/shared/place-apart.ts";

const place = (value: number) => value;
const places = (items: number[], gap: number) =>
  placeApart(items, {place, gap}).map(({item, at}) => [item, Number(at.toFixed(6))]);

describe("placeApart(items, {place, gap})", () => {
  test("leaves items that are apart where they are, in the order of their places", () => {
    expect(places([0.9, 0.1, 0.5], 0.2)).toEqual([
      [0.1, 0.1],
      [0.5, 0.5],
      [0.9, 0.9]
    ]);
    expect(places([], 0.2)).toEqual([]);
  });

  test("moves items up that are too near, and back down at the end of the line", () => {
    expect(places([0.5, 0.5, 0.55], 0.1)).toEqual([
      [0.5, 0.5],
      [0.5, 0.6],
      [0.55, 0.7]
    ]);
    expect(places([0.95, 1, 1], 0.1)).toEqual([
      [0.95, 0.8],
      [1, 0.9],
      [1, 1]
    ]);
  });
});
