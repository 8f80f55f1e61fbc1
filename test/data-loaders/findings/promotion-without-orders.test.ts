import {expect, test} from "vitest";
import {promotionWithoutOrders} from "../../../data-loaders/findings/promotion-without-orders.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";
import {rowsOf} from "../../fixtures/build-warehouse.ts";
import {eventfulShop} from "../../fixtures/eventful-shop.ts";

const format = numberFormat("en-US", "USD");
const row = {
  episode: 7,
  started_on: "2020-12-10",
  ended_on: "2020-12-16",
  expected_sessions: 74,
  sessions: 148,
  trials: 148,
  successes: 15,
  expected: 0.2,
  dimension: "campaign",
  value: "December promotion",
  average_order_value: 100,
  average_order_value_low: 90,
  average_order_value_high: 110
};

test("promotionWithoutOrders.state(row, format) says who came, and how many orders were short", () => {
  const state = promotionWithoutOrders.state(row, format);
  expect(state).toMatchObject({
    verdict: "holds",
    claim:
      "From 10 to 16 December 2020, 2 times as many visits as usual came, most of the additional ones by the campaign “December promotion”, but only 10.1% of the visits on these days brought an order, where 20.0% are usual.",
    worth: "Had they ordered as others do, it would have been about $1,460 more.",
    // 15 of 148: Newcombe (1998), table I
    evidence: "15 of 148 visits brought an order (95% interval: 6.2% to 16.0%).",
    valueAtStake: expect.closeTo(1460, 6) as number,
    about: {dimension: "campaign", value: "December promotion"},
    days: ["2020-12-10", "2020-12-16"]
  });
  const [low = 0, high = 0] = state.valueInterval ?? [];
  // wider than the rate alone would have it: 39.5 to 136 hundred
  expect(low).toBeLessThan(148 * (0.2 - 0.1605) * 100);
  expect(high).toBeGreaterThan(148 * (0.2 - 0.0624) * 100);
});

test("promotionWithoutOrders.state(row, format) names nobody where no campaign explains it", () => {
  const state = promotionWithoutOrders.state({...row, dimension: null, value: null}, format);
  expect(state.claim).toMatch(/^From 10 to 16 December 2020, 2 times as many visits as usual came, but only /);
});

test("promotionWithoutOrders.state(row, format) does not hold where the interval reaches what is usual", () => {
  expect(promotionWithoutOrders.state({...row, expected: 0.16}, format)).toMatchObject({
    verdict: "does_not_hold",
    claim:
      "From 10 to 16 December 2020 more people came than usual, and there were no fewer orders for it than chance allows."
  });
  // about three to be expected, and none of them came
  expect(promotionWithoutOrders.state({...row, successes: 0, expected: 0.02}, format)).toMatchObject({
    verdict: "too_few_to_tell",
    claim:
      "From 10 to 16 December 2020 more people came than usual; too few orders to tell whether they ordered as often as others, with about 2.96 to be expected."
  });
  expect(promotionWithoutOrders.state({...row, is_over: true}, format).isOver).toBe(true);
  expect(promotionWithoutOrders.state({...row, episode: null}, format).verdict).toBe("does_not_hold");
  expect(promotionWithoutOrders.state(undefined, format).verdict).toBe("not_in_data");
});

test("promotionWithoutOrders.query gives the rush, who came in it and what was usual", async () => {
  const rush = {browser: "Chrome", days: [20, 21, 22], rush: {people: 120, campaign: "Sale"}};
  const [found] = await rowsOf(promotionWithoutOrders.query, eventfulShop([rush]));
  expect(found).toMatchObject({
    started_on: "2024-01-21",
    ended_on: "2024-01-23",
    // 88, 96 and 80 as usual, a quarter of which order, and 120 a day more
    sessions: 624,
    trials: 624,
    successes: 66,
    expected: expect.closeTo(0.25, 2) as number,
    dimension: "campaign",
    value: "Sale",
    is_over: true
  });
  const [none] = await rowsOf(promotionWithoutOrders.query, eventfulShop());
  expect(none).toMatchObject({episode: null});
});
