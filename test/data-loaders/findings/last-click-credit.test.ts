import {expect, test} from "vitest";
import {lastClickCredit} from "../../../data-loaders/findings/last-click-credit.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";

const format = numberFormat("en-US", "USD");
const row = {
  over_channel: "google",
  over_last: 100,
  over_markov: 60,
  over_low: 55,
  over_high: 105,
  over_errors: 4,
  under_channel: "newsletter",
  under_last: 50,
  under_markov: 90,
  under_low: 45,
  under_high: 95,
  under_errors: -4.2,
  orders: 200,
  minimum_trials: 30
};

test("lastClickCredit.state(row, format) names the channels with too little and too much credit", () => {
  expect(lastClickCredit.state(row, format)).toMatchObject({
    verdict: "holds",
    claim:
      "The last click credits “newsletter” 50 orders where it brings about 90, and “google” 100 orders where it brings about 60.",
    evidence:
      "What a channel brings is what would be lost without it (Markov removal effect). The seven models give “newsletter” between 45 and 95 orders."
  });
});

test("lastClickCredit.state(row, format) leaves out a channel whose difference may be chance", () => {
  expect(lastClickCredit.state({...row, under_errors: -1.9}, format).claim).toBe(
    "The last click credits “google” 100 orders where it brings about 60."
  );
  expect(lastClickCredit.state({...row, under_errors: -1.9, over_errors: 1.9}, format)).toMatchObject({
    verdict: "does_not_hold",
    claim: "The last click gives every channel about the credit that its visits earn."
  });
});

test("lastClickCredit.state(row, format) says what it cannot tell", () => {
  expect(lastClickCredit.state({...row, orders: 29}, format).verdict).toBe("too_few_to_tell");
  expect(lastClickCredit.state(undefined, format).verdict).toBe("not_in_data");
});
