import {expect, test} from "vitest";
import {type Credit, creditRanges} from "../../../../src/shared/traffic/credit-ranges.ts";

const none = {revenue: null, cost: null, cost_per_order: null, return_on_ad_spend: null};
const rows: Credit[] = [
  {...none, channel: "direct", model: "first", orders: 9},
  {...none, channel: "direct", model: "markov", orders: 12},
  {...none, channel: "google", model: "first", orders: 11, cost_per_order: 3},
  {...none, channel: "google", model: "markov", orders: 8, cost_per_order: 4},
  {...none, channel: "bing", model: "first", orders: 1, cost_per_order: 2},
  {...none, channel: "bing", model: "markov", orders: 0}
];

test("creditRanges(rows, options) gives what the models credit channels with, the most by the chosen one first", () => {
  expect(creditRanges(rows, {measure: "orders", model: "markov"})).toEqual([
    {
      channel: "direct",
      chosen: 12,
      low: 9,
      high: 12,
      credits: [
        {model: "first", value: 9},
        {model: "markov", value: 12}
      ]
    },
    expect.objectContaining({channel: "google", chosen: 8, low: 8, high: 11}),
    expect.objectContaining({channel: "bing", chosen: 0, low: 0, high: 1})
  ]);
  expect(creditRanges(rows, {measure: "orders", model: "first"}).map(({channel}) => channel)).toEqual([
    "google",
    "direct",
    "bing"
  ]);
});

test("creditRanges(rows, options) leaves out what some model has no number for, and puts the least cost first", () => {
  const priced = rows.map((row) => ({...row, cost_per_order: row.channel === "direct" ? 1 : row.cost_per_order}));
  expect(creditRanges(priced, {measure: "cost_per_order", model: "first"}).map(({channel}) => channel)).toEqual([
    "direct",
    "google"
  ]);
  expect(creditRanges(rows, {measure: "revenue", model: "first"})).toEqual([]);
  expect(creditRanges([], {measure: "orders", model: "first"})).toEqual([]);
});
