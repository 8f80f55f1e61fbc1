import {expect, test} from "vitest";
import {cartAbandonment} from "../../../data-loaders/findings/cart-abandonment.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";
import {rowsOf} from "../../fixtures/build-warehouse.ts";
import {event} from "../../fixtures/raw-event.ts";

const format = numberFormat("en-US", "USD");
const evidence = {
  carting_users: 263n,
  purchasing_users: 200n,
  purchasing_users_without_cart: 4n,
  abandoners: 81n,
  value: 20_000,
  first_brand: "Alder",
  second_brand: "Birch",
  third_brand: null,
  brands_share: 0.266,
  left_users: 100n,
  return_rate: 0.1,
  return_low: 0.05,
  return_high: 0.2,
  seconds: 30 * 86_400,
  minimum_trials: 30
};

test("cartAbandonment.query gives who left what behind", async () => {
  const lamp = {product_id: "lamp", price: "5", brand: "Alder"};
  const cart = event("2024-01-01 10:01:00", "cart", "ann", lamp);
  const buy = event("2024-01-01 10:00:00", "purchase", "bob", lamp);
  expect(await rowsOf(cartAbandonment.query, [cart, buy])).toEqual([
    {
      carting_users: 1,
      purchasing_users: 1,
      purchasing_users_without_cart: 1,
      abandoners: 1,
      value: 5,
      // a brand of fewer than five people is no brand to name
      first_brand: null,
      second_brand: null,
      third_brand: null,
      brands_share: null,
      left_users: 0,
      return_rate: null,
      return_low: null,
      return_high: null,
      seconds: 60,
      minimum_trials: 30
    }
  ]);
});

test("cartAbandonment.state(row, format) says how many, what lies there, and what reminders could bring", () => {
  expect(cartAbandonment.state(evidence, format)).toMatchObject({
    verdict: "holds",
    claim: "30.8% of the people who put something into a cart bought nothing.",
    worth:
      "10.0% of those who leave come back and buy within a week by themselves; if reminders brought as many again, that would be about $2,000.",
    // 81 of 263: Newcombe (1998), table I
    evidence:
      "81 of 263 people (95% interval: 25.5% to 36.6%). Products worth $20,000 lie in carts that nobody came back for, 26.6% of it of “Alder” and “Birch”.",
    valueAtStake: 2000,
    valueInterval: [1000, 4000]
  });
});

test("cartAbandonment.state(row, format) has a scenario where hardly anybody comes back without a reminder", () => {
  const state = cartAbandonment.state({...evidence, return_rate: 0, return_low: 0, return_high: 0.04}, format);
  expect(state).toMatchObject({
    worth:
      "Hardly anybody comes back within a week by themselves; if reminders won back one in twenty of these carts, that would be about $1,000; the range is from one in fifty to one in ten.",
    valueAtStake: 1000,
    valueInterval: [400, 2000]
  });
  // so few came back that it is not told how many
  const hidden = {...evidence, return_rate: null, return_low: null, return_high: null};
  expect(cartAbandonment.state(hidden, format)).toEqual(state);
});

test("cartAbandonment.state(row, format) claims no return within a week of data that is shorter", () => {
  const short = {...evidence, left_users: 0n, return_rate: null, return_low: null, return_high: null, seconds: 10_200};
  const state = cartAbandonment.state(short, format);
  expect(state).toMatchObject({
    verdict: "holds",
    worth: "What reminders would win back cannot be told: too few people had a week to come back in.",
    valueAtStake: null,
    valueInterval: null
  });
  expect(state.evidence).toMatch(/ The data covers only 2\.8 hours: some of them may have gone on later\.$/);
});

test("cartAbandonment.state(row, format) says no worth of too few who left, nor without prices", () => {
  expect(cartAbandonment.state({...evidence, left_users: 29n}, format).valueAtStake).toBeNull();
  const state = cartAbandonment.state({...evidence, value: null}, format);
  expect(state).toMatchObject({
    worth: "What reminders would win back cannot be told in money: the events name no prices.",
    action: "Remind people of what they left in their cart, beginning with the brands that lie in most of them.",
    valueAtStake: null
  });
  expect(state.evidence).not.toContain("worth");
});

test("cartAbandonment.state(row, format) is too few to tell, or does not hold, where few have a cart or leave it", () => {
  expect(cartAbandonment.state({...evidence, carting_users: 29n, abandoners: 9n}, format)).toMatchObject({
    verdict: "too_few_to_tell",
    claim: "Too few to tell how many leave their cart behind: only 29 put something into one."
  });
  expect(cartAbandonment.state({...evidence, abandoners: 10n}, format)).toMatchObject({
    verdict: "does_not_hold",
    claim: "Few leave their cart behind: 3.8% of those who put something into one bought nothing."
  });
});

test("cartAbandonment.state(row, format) says what the data lacks", () => {
  const lacking = (carting_users: bigint, purchasing_users: bigint) =>
    cartAbandonment.state({...evidence, carting_users, purchasing_users}, format);
  expect(lacking(0n, 9n)).toMatchObject({
    verdict: "not_in_data",
    claim: "How many leave their cart behind cannot be told: the data has no carts."
  });
  expect(lacking(9n, 0n).claim).toMatch(/: the data has no purchases\.$/);
  expect(lacking(0n, 0n).claim).toMatch(/: the data has neither carts nor purchases\.$/);
});

test("cartAbandonment.state(row, format) says where buyers have no cart event", () => {
  const state = cartAbandonment.state({...evidence, purchasing_users_without_cart: 131n}, format);
  expect(state.evidence).toMatch(/ 131 of 200 buyers have no cart event, so carts are not recorded for everybody\.$/);
});
