import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {placeMarkers} from "../../../../src/shared/annotations/place-markers.ts";

const size = {width: 20, lanes: 2};

describe("placeMarkers(places, {width, lanes})", () => {
  test("puts each into the lowest row that has room", () => {
    expect(placeMarkers([10, 40, 50, 70], size)).toEqual([
      {x: 10, lane: 0, first: 0, last: 0},
      {x: 40, lane: 0, first: 1, last: 1},
      {x: 50, lane: 1, first: 2, last: 2},
      {x: 70, lane: 0, first: 3, last: 3}
    ]);
  });

  test("joins those that no row has room for with the one before", () => {
    expect(placeMarkers([10, 12, 14, 16, 60], size)).toEqual([
      {x: 10, lane: 0, first: 0, last: 0},
      {x: 12, lane: 1, first: 1, last: 3},
      {x: 60, lane: 0, first: 4, last: 4}
    ]);
    expect(placeMarkers([], size)).toEqual([]);
  });

  test("has each exactly once, and none over another of its row", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 400})), (places) => {
        const markers = placeMarkers(
          places.sort((a, b) => a - b),
          size
        );
        expect(markers.flatMap(({first, last}) => places.slice(first, last + 1))).toEqual(places);
        const halfOf = ({first, last}: {first: number; last: number}) => (last > first ? size.width : size.width / 2);
        for (const [i, a] of markers.entries()) {
          for (const b of markers.slice(i + 1).filter(({lane}) => lane === a.lane)) {
            expect(b.x - a.x).toBeGreaterThanOrEqual(halfOf(a) + size.width / 2);
          }
        }
      })
    );
  });
});
