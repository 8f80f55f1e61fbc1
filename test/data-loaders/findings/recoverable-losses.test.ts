import {expect, test} from "vitest";
import {recoverableLosses} from "../../../data-loaders/findings/recoverable-losses.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";

const format = numberFormat("en-US", "USD");
const row = {
  compared: 6,
  dimension: "device",
  value: "mobile",
  stage_before: "view",
  stage: "cart",
  conversion: 0.075,
  benchmark_value: "desktop",
  benchmark_low: 0.095,
  sessions: 16_637n,
  excess_loss: 318,
  recoverable_revenue: 32_368,
  recoverable_low: 22_707,
  recoverable_high: 41_835
};

test("recoverableLosses.state(row, format) says what is lost against the best, and what it is worth", () => {
  expect(recoverableLosses.state(row, format)).toMatchObject({
    verdict: "holds",
    claim:
      "7.5% of the visits on the device “mobile” that viewed a product get to the stage “added to cart”, against at least 9.5% with “desktop”.",
    worth: "At the rate that “desktop” has at least, it would bring about $32,400 ($22,700 to $41,800).",
    evidence: "16,637 visits (95% interval: 7.1% to 7.9%); about 318 of them are lost beyond what “desktop” loses.",
    valueAtStake: 32_368,
    valueInterval: [22_707, 41_835],
    about: {dimension: "device", value: "mobile"}
  });
  expect(recoverableLosses.state({...row, recoverable_revenue: null}, format)).toMatchObject({
    worth: "What it would bring cannot be told: the events name no prices, or too few people bought.",
    valueAtStake: null,
    valueInterval: null
  });
});

test("recoverableLosses.state(row, format) says what it cannot tell", () => {
  expect(recoverableLosses.state({...row, value: null}, format).verdict).toBe("does_not_hold");
  expect(recoverableLosses.state({...row, value: null, compared: 0}, format).verdict).toBe("too_few_to_tell");
  expect(recoverableLosses.state(undefined, format).verdict).toBe("not_in_data");
});
