import {expect, test} from "vitest";
import {productInterval} from "../../../data-loaders/statistics/product-interval.ts";

test("productInterval(factors) of one amount is its own interval", () => {
  expect(productInterval([{value: 4, low: 2, high: 5}])).toEqual([
    expect.closeTo(2, 12) as number,
    expect.closeTo(5, 12) as number
  ]);
});

test("productInterval(factors) adds distances on the scale of logarithms as squares", () => {
  // factors of e³ and e⁴ either way make e⁵
  const [first, second] = [
    {value: 2, low: 2 * Math.exp(-3), high: 2 * Math.exp(3)},
    {value: 5, low: 5 * Math.exp(-4), high: 5 * Math.exp(4)}
  ] as const;
  const [low, high] = productInterval([first, second]);
  expect(low).toBeCloseTo(10 * Math.exp(-5), 12);
  expect(high).toBeCloseTo(10 * Math.exp(5), 9);
});

test("productInterval(factors) is as wide as the uncertain amount where the other is known", () => {
  const [low, high] = productInterval([
    {value: 0.1, low: 0.08, high: 0.12},
    {value: 1000, low: 1000, high: 1000}
  ]);
  expect([low, high]).toEqual([expect.closeTo(80, 9), expect.closeTo(120, 9)]);
});

test("productInterval(factors) reaches down to zero where an amount may be zero or is", () => {
  const certain = {value: 10, low: 10, high: 10};
  expect(productInterval([{value: 1, low: 0, high: 3}, certain])).toEqual([0, expect.closeTo(30, 9)]);
  expect(productInterval([{value: 0, low: 0, high: 3}, certain])).toEqual([0, 30]);
  expect(productInterval([])).toEqual([1, 1]);
});
