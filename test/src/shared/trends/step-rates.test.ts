import {describe, expect, test} from "vitest";
import {stepTrends, type TrendStage} from "../../../../src/shared/trends/step-rates.ts";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

const none: TrendStage = {
  period_kind: "week",
  period_start: day("2021-02-01"),
  stage: "view",
  position: 1,
  users: 100,
  conversion_from_previous: null,
  conversion_low: null,
  conversion_high: null,
  strict_conversion_from_previous: null,
  strict_conversion_low: null,
  strict_conversion_high: null,
  has_enough_users: null,
  is_complete: true
};

const cart: TrendStage = {
  ...none,
  stage: "cart",
  position: 2,
  conversion_from_previous: 0.4,
  conversion_low: 0.3,
  conversion_high: 0.5,
  strict_conversion_from_previous: 0.35,
  strict_conversion_low: 0.25,
  strict_conversion_high: 0.45,
  has_enough_users: true
};

describe("stepTrends(rows, firstDay)", () => {
  test("has a step from each stage to the next, with whether periods are whole", () => {
    const rows = [none, cart, {...cart, period_start: day("2021-02-08"), is_complete: false}];
    expect(stepTrends(rows, day("2021-02-02"))).toEqual([
      {
        before: "view",
        stage: "cart",
        isStrict: false,
        rates: [
          {from: day("2021-02-01"), until: day("2021-02-08"), rate: 0.4, low: 0.3, high: 0.5, isWhole: false},
          {from: day("2021-02-08"), until: day("2021-02-15"), rate: 0.4, low: 0.3, high: 0.5, isWhole: false}
        ]
      }
    ]);
    expect(stepTrends([], day("2021-02-02"))).toEqual([]);
  });

  test("counts those alone who were at the stage before where most periods have no proportion", () => {
    const [step] = stepTrends(
      [none, {...cart, conversion_from_previous: 1.7, conversion_low: null, conversion_high: null}],
      day("2021-01-01")
    );
    expect(step).toMatchObject({isStrict: true, rates: [{rate: 0.35, low: 0.25, high: 0.45, isWhole: true}]});
  });

  test("has no rate of too few people", () => {
    const [step] = stepTrends([none, {...cart, has_enough_users: false}], day("2021-01-01"));
    expect(step?.rates).toMatchObject([{rate: null, low: null, high: null}]);
  });
});
