import {expect, test} from "vitest";
import {newAndReturning} from "../../../data-loaders/findings/new-and-returning.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";

const format = numberFormat("en-US", "USD");
const row = {
  holds: true,
  rate: 0.16,
  rest_rate: 0.05,
  trials: 7302n,
  rest_trials: 38_279n,
  difference_low: 0.105,
  difference_high: 0.122
};

test("newAndReturning.state(row, format) sets visits of people who come back against first visits", () => {
  const state = newAndReturning.state(row, format);
  expect(state).toMatchObject({
    verdict: "holds",
    claim: "16.0% of the visits of people who come back bring an order, against 5.0% of first visits.",
    evidence:
      "16.0% of 7,302 later visits and 5.0% of 38,279 first visits brought an order; the difference is 10.5% to 12.2% with 95% certainty.",
    interval: [0.105, 0.122]
  });
  expect(state.recommendation?.title).toBe("Bring first visitors back");
  expect(newAndReturning.state({...row, rate: 0.05, rest_rate: 0.16}, format).recommendation?.title).toBe(
    "Help those who come back to buy"
  );
});

test("newAndReturning.state(row, format) does not say that both are alike where it cannot tell them apart", () => {
  expect(newAndReturning.state({...row, holds: false}, format)).toMatchObject({
    verdict: "does_not_hold",
    claim:
      "Whether people who come back order more often than those who come for the first time cannot be told from chance.",
    evidence: "16.0% of 7,302 later visits and 5.0% of 38,279 first visits brought an order."
  });
  expect(newAndReturning.state({...row, holds: null}, format).verdict).toBe("too_few_to_tell");
  expect(newAndReturning.state(undefined, format).verdict).toBe("not_in_data");
});
