import {expect, test} from "vitest";
import {largestDropOff} from "../../../data-loaders/findings/largest-drop-off.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";
import {rowsOf} from "../../fixtures/build-warehouse.ts";
import {event} from "../../fixtures/raw-event.ts";

const format = numberFormat("en-US", "USD");
const evidence = {
  previous_stage: "view",
  stage: "cart",
  previous_users: 263n,
  users: 182n,
  revenue_per_user: 1250,
  purchasing_users: 182n,
  revenue_per_buyer: 1250,
  revenue_per_buyer_low: 1250,
  revenue_per_buyer_high: 1250,
  seconds: 30 * 86_400,
  minimum_trials: 30,
  unreliable_stage: null
};

test("largestDropOff.query gives the step that most people leave at", async () => {
  expect(
    await rowsOf(largestDropOff.query, [
      ...["ann", "bob", "cyd", "dan"].map((user) => event("2024-01-01 10:00:00", "home", user)),
      ...["ann", "bob", "cyd"].map((user) => event("2024-01-01 10:01:00", "view", user)),
      event("2024-01-01 10:02:00", "purchase", "ann", {product_id: "lamp", price: "5"})
    ])
  ).toEqual([
    {
      previous_stage: "view",
      stage: "purchase",
      previous_users: 3,
      users: 1,
      revenue_per_user: 5,
      purchasing_users: 1,
      revenue_per_buyer: 5,
      revenue_per_buyer_low: null,
      revenue_per_buyer_high: null,
      seconds: 120,
      minimum_trials: 30,
      unreliable_stage: null
    }
  ]);
});

test("largestDropOff.query leaves out a stage that fewer people have than a later one", async () => {
  expect(
    await rowsOf(largestDropOff.query, [
      ...["ann", "bob", "cyd"].map((user) => event("2024-01-01 10:00:00", "view", user)),
      event("2024-01-01 10:01:00", "cart", "ann"),
      event("2024-01-01 10:02:00", "purchase", "ann", {product_id: "lamp", price: "5"}),
      event("2024-01-01 10:02:00", "purchase", "bob", {product_id: "lamp", price: "6"})
    ])
  ).toMatchObject([
    {previous_stage: "view", stage: "purchase", users: 2, revenue_per_user: 5.5, unreliable_stage: "cart"}
  ]);
});

test("largestDropOff.state(row, format) says the loss, its interval and its worth", () => {
  expect(largestDropOff.state(evidence, format)).toMatchObject({
    verdict: "holds",
    claim: "31 of 100 people who viewed a product left without adding anything to their cart.",
    worth: "If one in a hundred of them went on and then bought as the others do, it would bring about $1,010.",
    // 81 of 263: Newcombe (1998), table I
    evidence: "81 of 263 users who viewed a product did not go on: 30.8% (95% interval: 25.5% to 36.6%).",
    action:
      "Start with the products that many people view and nobody buys: check price, delivery cost, stock and pictures.",
    interval: [expect.closeTo(0.2553, 4), expect.closeTo(0.3662, 4)],
    valueAtStake: expect.closeTo(81 * 0.01 * 1250, 9) as number,
    valueInterval: [expect.closeTo(263 * 0.2553 * 0.01 * 1250, 0), expect.closeTo(263 * 0.3662 * 0.01 * 1250, 0)]
  });
});

test("largestDropOff.state(row, format) is less sure of its worth where buyers differ, and says nothing where they are too few", () => {
  const unsure = {...evidence, revenue_per_buyer_low: 625, revenue_per_buyer_high: 2500};
  const [low, high] = largestDropOff.state(unsure, format).valueInterval ?? [];
  // farther than half and twice, which the buyers alone would make it
  expect(low).toBeLessThan(81 * 0.01 * 625);
  expect(high).toBeGreaterThan(81 * 0.01 * 2500);
  const few = {...evidence, revenue_per_buyer_low: null, revenue_per_buyer_high: null};
  expect(largestDropOff.state(few, format)).toMatchObject({
    worth:
      "What it would be worth to win some of them back cannot be told: the events name no prices, or too few people bought.",
    valueAtStake: null,
    valueInterval: null
  });
});

test("largestDropOff.state(row, format) says where the data is too short to tell who goes on later", () => {
  expect(largestDropOff.state({...evidence, seconds: 10_200}, format).evidence).toMatch(
    / The data covers only 2\.8 hours: some of them may have gone on later\.$/
  );
});

test("largestDropOff.state(row, format) says which stage is left out", () => {
  const state = largestDropOff.state({...evidence, unreliable_stage: "checkout"}, format);
  expect(state.evidence).toContain(
    " The stage “began checkout” is left out here: fewer people have it than a later one, so it is not recorded for everybody."
  );
});

test("largestDropOff.state(row, format) is too few to tell below the minimum of trials", () => {
  expect(largestDropOff.state({...evidence, previous_users: 29n, users: 4n}, format)).toMatchObject({
    verdict: "too_few_to_tell",
    claim: "Too few to tell: only 29 people viewed a product.",
    evidence: "25 of 29 users who viewed a product did not go on.",
    interval: null,
    valueAtStake: null
  });
});

test("largestDropOff.state(row, format) does not hold where nobody is lost", () => {
  expect(largestDropOff.state({...evidence, users: 263n}, format)).toMatchObject({
    verdict: "does_not_hold",
    claim: "Nobody is lost on the way: all 263 people who viewed a product went on."
  });
});

test.each([
  [1000n, 999n, "0.1% of people who viewed a product left without adding anything to their cart."],
  [1000n, 1n, "99.9% of people who viewed a product left without adding anything to their cart."],
  [1000n, 500n, "50 of 100 people who viewed a product left without adding anything to their cart."]
])("largestDropOff.state(row, format) with %d then %d users", (previous_users, users, claim) => {
  expect(largestDropOff.state({...evidence, previous_users, users}, format).claim).toBe(claim);
});

test("largestDropOff.state(undefined, format) has nothing to say", () => {
  expect(largestDropOff.state(undefined, format)).toMatchObject({
    verdict: "not_in_data",
    claim: "The data has no two stages of a funnel, so it cannot say where shoppers are lost.",
    valueAtStake: null
  });
});
