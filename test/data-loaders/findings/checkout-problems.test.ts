import {expect, test} from "vitest";
import {checkoutProblems} from "../../../data-loaders/findings/checkout-problems.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";
import {rowsOf} from "../../fixtures/build-warehouse.ts";
import {eventfulShop} from "../../fixtures/eventful-shop.ts";

const format = numberFormat("en-US", "USD");
const row = {
  holds: true,
  dimension: "browser",
  value: "Mobile Safari",
  started_on: "2021-01-11",
  ended_on: "2021-01-24",
  expected: 0.8,
  observed: 15 / 148,
  trials: 148,
  is_over: false,
  problems: 1n,
  stage_before: "checkout",
  stage: "purchase",
  average_order_value: 100,
  average_order_value_low: 100,
  average_order_value_high: 100
};

test("checkoutProblems.state(row, format) names the place, the days, what was lost and what it is worth", () => {
  expect(checkoutProblems.state(row, format)).toMatchObject({
    verdict: "holds",
    claim:
      "From 11 to 24 January 2021 only 10.1% of the visits that began checkout in the browser “Mobile Safari” ended in an order, where 80.0% were to be expected.",
    worth: "At the usual rate they would have brought about 103 orders more, worth about $10,300.",
    // 15 of 148: Newcombe (1998), table I
    evidence: "15 of 148 visits (95% interval: 6.2% to 16.0%).",
    valueAtStake: expect.closeTo((0.8 * 148 - 15) * 100, 6) as number,
    valueInterval: [expect.closeTo((0.8 - 0.1605) * 14_800, -1), expect.closeTo((0.8 - 0.0624) * 14_800, -1)],
    about: {dimension: "browser", value: "Mobile Safari"},
    days: ["2021-01-11", "2021-01-24"]
  });
});

test("checkoutProblems.state(row, format) names no days of a loss over the whole time, nor money without prices", () => {
  const state = checkoutProblems.state(
    {...row, dimension: "device", value: "mobile", started_on: null, ended_on: null, average_order_value_low: null},
    format
  );
  expect(state.claim).toMatch(
    /^Only 10\.1% of the visits that began checkout on the device “mobile” ended in an order/
  );
  expect(state).toMatchObject({
    worth: "What it would be worth cannot be told: the events name no prices, or too few people bought.",
    valueAtStake: null,
    valueInterval: null,
    about: {dimension: "device", value: "mobile"},
    days: null
  });
});

test("checkoutProblems.state(row, format) does not promise to win back what is over", () => {
  const state = checkoutProblems.state({...row, is_over: true}, format);
  expect(state).toMatchObject({
    isOver: true,
    worth:
      "At the usual rate they would have brought about 103 orders more, worth about $10,300. It is over, so this is lost; the next time can be noticed on its first day."
  });
  expect(state.recommendation?.title).toBe("Keep the checkout in the browser “Mobile Safari” from breaking again");
  expect(state.recommendation?.steps[0]).toBe(
    "List what was released and which payment provider had trouble around 11 January 2021, and what ended it around 24 January 2021."
  );
});

test("checkoutProblems.state(row, format) says how many more there are", () => {
  expect(checkoutProblems.state({...row, problems: 3n}, format).evidence).toMatch(
    / 2 more episodes or losses at this step: see the tables anomalies and impact\.$/
  );
});

test("checkoutProblems.state(row, format) says what it cannot tell", () => {
  expect(checkoutProblems.state({...row, holds: false}, format).verdict).toBe("does_not_hold");
  expect(checkoutProblems.state({...row, holds: null}, format).verdict).toBe("too_few_to_tell");
  expect(checkoutProblems.state(undefined, format)).toMatchObject({
    verdict: "not_in_data",
    claim: "Whether people get through on every device cannot be told: the events name neither device nor browser."
  });
});

test("checkoutProblems.query names the browser, its days, and whether it is over", async () => {
  const broken = {browser: "Firefox", days: [20, 21, 22], isBroken: true};
  const [found] = await rowsOf(checkoutProblems.query, eventfulShop([broken]));
  expect(found).toMatchObject({
    holds: true,
    dimension: "browser",
    value: "Firefox",
    started_on: "2024-01-21",
    ended_on: "2024-01-23",
    observed: 0,
    // half of 48, 40 and 44
    trials: 66,
    is_over: true
  });
  const [going] = await rowsOf(checkoutProblems.query, eventfulShop([{...broken, days: [39, 40, 41]}]));
  expect(going).toMatchObject({holds: true, value: "Firefox", is_over: false});
});

test("checkoutProblems.query does not take a rush of visits for a broken browser", async () => {
  const rush = {browser: "Chrome", days: [20, 21, 22], rush: {people: 120, campaign: "Sale"}};
  const [found] = await rowsOf(checkoutProblems.query, eventfulShop([rush]));
  expect(found).toMatchObject({holds: false, started_on: null});
  // one that is broken in the rush is told all the same
  const [both] = await rowsOf(checkoutProblems.query, eventfulShop([{...rush, isBroken: true}]));
  expect(both).toMatchObject({holds: true, value: "Chrome"});
});
