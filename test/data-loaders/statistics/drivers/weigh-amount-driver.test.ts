import {expect, test} from "vitest";
import {weighAmountDriver} from "../../../../data-loaders/statistics/drivers/weigh-amount-driver.ts";

const all = {before: 1000, after: 2000};

test("weighAmountDriver(group, all, unit) weighs what grew more than the others", () => {
  const campaign = weighAmountDriver({before: 0, after: 900}, all, 1);
  const source = weighAmountDriver({before: 100, after: 1000}, all, 1);
  const rest = weighAmountDriver({before: 900, after: 1000}, all, 1);
  expect(campaign.score).toBeGreaterThan(source.score);
  expect(source.score).toBeGreaterThan(100);
  expect(rest.score).toBe(0);
  // ten times the unit, a tenth of what there is to be sure of
  expect(weighAmountDriver({before: 0, after: 900}, all, 10).pValue).toBeGreaterThan(campaign.pValue);
});

test("weighAmountDriver(group, all, unit) is not surprised by what grew as the others", () => {
  expect(weighAmountDriver({before: 300, after: 600}, all, 1).pValue).toBeCloseTo(1, 6);
  expect(weighAmountDriver({before: 300, after: 600}, all, 1).score).toBeCloseTo(0, 9);
});

test("weighAmountDriver(group, all, unit) weighs nothing where the group is all or nothing", () => {
  expect(weighAmountDriver(all, all, 1)).toEqual({score: 0, pValue: 1});
  expect(weighAmountDriver({before: 0, after: 0}, all, 1)).toEqual({score: 0, pValue: 1});
  expect(weighAmountDriver({before: 0, after: 5}, {before: 0, after: 9}, 1)).toEqual({score: 0, pValue: 1});
});
