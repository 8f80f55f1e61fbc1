import {expect, test} from "vitest";
import {type PurchaseCurve, shareWithin} from "../../../../src/components/cohorts/curve-rows.ts";
import {purchaseTestText} from "../../../../src/components/cohorts/purchase-test-text.ts";
import {numberFormat} from "../../../../src/shared/number-format.ts";

const formats = numberFormat("en-US", "USD");
const tested = {kind: "first_purchase", dimension: "device", compared_values: 3, users: 1200} as const;

test("purchaseTestText(dimension, test, formats) says whether values differ, and how sure that is", () => {
  expect(purchaseTestText("device", {...tested, corrected_p_value: 1e-9}, formats)).toBe(
    "Devices differ by more than chance would bring (log-rank test of 3 devices and 1,200 people, corrected p below 0.001). Which of them, the curves show."
  );
  expect(purchaseTestText("device", {...tested, corrected_p_value: 0.31}, formats)).toBe(
    "No difference between devices is proven (log-rank test of 3 devices and 1,200 people, corrected p 0.31)."
  );
  expect(purchaseTestText("source", undefined, formats)).toContain("cannot be told");
});

test("purchaseTestText(“segment”, test, formats) calls no difference between segments a finding", () => {
  expect(purchaseTestText("segment", {...tested, dimension: "segment", corrected_p_value: 0}, formats)).toMatch(
    /is no finding\.$/
  );
});

test("shareWithin(curve, days) is the last share that is known by then", () => {
  const curve: PurchaseCurve = {
    kind: "first_purchase",
    dimension: "all",
    value: "all",
    users: 100,
    days: [1, 5],
    share: [0.1, 0.2],
    low: [0.05, 0.1],
    high: [0.2, 0.3]
  };
  expect([0, 1, 4, 5, 90].map((days) => shareWithin(curve, days))).toEqual([0, 0.1, 0.1, 0.2, 0.2]);
});
