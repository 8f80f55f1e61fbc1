import {describe, expect, test} from "vitest";
import {leadingShares, sharesOfAll} from "../../../../src/shared/trends/leading-shares.ts";

const places = (counts: number[], best?: 1 | -1) => leadingShares(sharesOfAll(counts), best).map(({place}) => place);

test("sharesOfAll(counts) gives shares that add up to one, and none of nothing", () => {
  expect(sharesOfAll([1, 3]).map(({share}) => share)).toEqual([0.25, 0.75]);
  expect(sharesOfAll([0, 0])).toEqual([]);
});

describe("leadingShares(shares, best)", () => {
  test("gives the largest, and those whose interval overlaps its own", () => {
    expect(places([1000, 1010, 500])).toEqual([0, 1]);
    expect(places([1000, 2000, 500])).toEqual([1]);
  });

  test("gives the smallest", () => {
    expect(places([1000, 1010, 500], -1)).toEqual([2]);
    expect(places([], -1)).toEqual([]);
  });
});
