import {expect, test} from "vitest";
import {revenueConcentration} from "../../../data-loaders/findings/revenue-concentration.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";

const format = numberFormat("en-US", "USD");
const row = {
  buyers: 20n,
  revenue: 24_500,
  revenue_share: 0.412,
  all_revenue: 59_466,
  purchasing_users: 193n,
  seconds: 30 * 86_400,
  minimum_trials: 30
};

test("revenueConcentration.state(row, format) says what the best tenth of the buyers brings in", () => {
  expect(revenueConcentration.state(row, format)).toMatchObject({
    verdict: "holds",
    claim: "41.2% of the revenue comes from one in ten buyers.",
    evidence: "20 of 193 buyers brought in $24,500.",
    worth:
      "One of them brings in $1,230, as much as 6.06 of the other buyers; how many of them would leave otherwise, the data does not say."
  });
  expect(revenueConcentration.state({...row, revenue_share: 0.249}, format)).toMatchObject({
    verdict: "does_not_hold",
    claim: "Revenue is spread widely: the best tenth of the buyers brings in 24.9% of it."
  });
});

test("revenueConcentration.state(row, format) says what it cannot tell", () => {
  expect(revenueConcentration.state({...row, purchasing_users: 29n}, format).verdict).toBe("too_few_to_tell");
  // of so few buyers that it is not published
  expect(revenueConcentration.state({...row, revenue: null}, format).verdict).toBe("too_few_to_tell");
  expect(revenueConcentration.state({...row, all_revenue: null}, format)).toMatchObject({
    verdict: "not_in_data",
    claim: "Whether a few buyers bring in most of the revenue cannot be told: the data has no revenue."
  });
  expect(revenueConcentration.state(undefined, format).verdict).toBe("not_in_data");
});
