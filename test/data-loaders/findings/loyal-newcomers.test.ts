import {expect, test} from "vitest";
import {loyalNewcomers} from "../../../data-loaders/findings/loyal-newcomers.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";

const format = numberFormat("en-US", "USD");
const row = {
  channel: "newsletter",
  cohort: "2020-11",
  period: 1,
  users: 263,
  retained: 81,
  retention_rate: 81 / 263,
  retention_low: 0.2553,
  retention_high: 0.3662,
  usual_rate: 0.1,
  usual_high: 0.12
};

test("loyalNewcomers.state(row, format) names the channel, the month and how many came back", () => {
  expect(loyalNewcomers.state(row, format)).toMatchObject({
    verdict: "holds",
    claim:
      "30.8% of those whom “newsletter” first brought in November 2020 came back a month later, against 10.0% of everybody who first came then.",
    evidence: "81 of 263 people (95% interval: 25.5% to 36.6%).",
    interval: [0.2553, 0.3662]
  });
  expect(loyalNewcomers.state({...row, period: 2}, format).claim).toContain("came back 2 months later");
});

test("loyalNewcomers.state(row, format) wants half as many again as usual, even at the low end", () => {
  expect(loyalNewcomers.state({...row, usual_high: 0.171}, format).verdict).toBe("does_not_hold");
  expect(loyalNewcomers.state({...row, usual_high: 0.17}, format).verdict).toBe("holds");
});

test("loyalNewcomers.state(undefined, format) says what it takes to tell", () => {
  expect(loyalNewcomers.state(undefined, format)).toMatchObject({
    verdict: "not_in_data",
    claim:
      "Whether some newcomers come back more than others cannot be told: it takes two complete months and a source."
  });
});
