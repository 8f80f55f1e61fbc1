import {expect, test} from "vitest";
import {newAndReturning} from "../../../data-loaders/findings/new-and-returning.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";
import {rowsOf} from "../../fixtures/build-warehouse.ts";
import {event} from "../../fixtures/raw-event.ts";

const format = numberFormat("en-US", "USD");
const row = {
  holds: true,
  rate: 0.16,
  rest_rate: 0.05,
  trials: 7302n,
  rest_trials: 38_279n,
  difference_low: 0.105,
  difference_high: 0.122,
  purchases: 3000n,
  average_order_value: 100,
  average_order_value_low: 100,
  average_order_value_high: 100,
  seconds: 30 * 86_400
};

test("newAndReturning.state(row, format) sets visits of people who come back against first visits", () => {
  const state = newAndReturning.state(row, format);
  expect(state).toMatchObject({
    verdict: "holds",
    claim: "16.0% of the visits of people who come back bring an order, against 5.0% of first visits.",
    evidence:
      "16.0% of 7,302 later visits and 5.0% of 38,279 first visits brought an order; the difference is +10.5 to +12.2 percentage points (95% interval).",
    interval: [0.105, 0.122],
    worth:
      "If one in a hundred first visits were followed by one more, and that ordered as often as those who come back by themselves, it would bring about $6,120.",
    valueAtStake: expect.closeTo(382.79 * 0.16 * 100, 6) as number
  });
  expect(state.recommendation?.title).toBe("Bring first visitors back");
  const less = {...row, rate: 0.05, rest_rate: 0.16, difference_low: -0.12, difference_high: -0.1};
  expect(newAndReturning.state(less, format)).toMatchObject({
    recommendation: {title: "Help those who come back to buy"},
    worth: "If later visits ordered as often as first ones, it would bring about $80,300.",
    valueInterval: [expect.closeTo(73_020, 6), expect.closeTo(87_624, 6)]
  });
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
  expect(newAndReturning.state({...row, purchases: 0n}, format)).toMatchObject({
    verdict: "not_in_data",
    claim: "Whether people who come back buy more often cannot be told: the data has no purchases."
  });
  expect(newAndReturning.state({...row, holds: false, seconds: 10_200}, format).evidence).toMatch(
    / The data covers only 2\.8 hours: who comes back in so short a time is not who comes back another day\.$/
  );
});

test("newAndReturning.query sets later visits against first ones", async () => {
  const people = Array.from({length: 60}, (_, i) => `user ${i}`);
  const visits = (day: string) =>
    people.map((user) => event(`${day} 10:00:00`, "view", user, {user_session: `${user} ${day}`}));
  const bought = people.slice(0, 30).map((user) =>
    event("2024-01-05 10:01:00", "purchase", user, {
      user_session: `${user} 2024-01-05`,
      product_id: "lamp",
      price: "5"
    })
  );
  expect(
    await rowsOf(newAndReturning.query, [...visits("2024-01-01"), ...visits("2024-01-05"), ...bought])
  ).toMatchObject([
    {holds: true, rate: 0.5, rest_rate: 0, trials: 60, rest_trials: 60, purchases: 30, average_order_value: 5}
  ]);
  expect(await rowsOf(newAndReturning.query, visits("2024-01-01"))).toEqual([]);
});
