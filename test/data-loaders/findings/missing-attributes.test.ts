import {expect, test} from "vitest";
import {missingAttributes} from "../../../data-loaders/findings/missing-attributes.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";
import {rowsOf} from "../../fixtures/build-warehouse.ts";
import {event} from "../../fixtures/raw-event.ts";

const format = numberFormat("en-US", "USD");
const row = {
  attribute: "brand",
  share: 0.25,
  revenue: 54_500,
  missing_share: 0.114,
  has_revenue: true,
  recoverable_revenue: 28_900,
  recoverable_purchases: 30n,
  confidence: 0.98,
  purchases: 400,
  minimum_trials: 30
};

test("missingAttributes.state(row, format) says how much revenue names nothing, and what would name it", () => {
  expect(missingAttributes.state(row, format)).toMatchObject({
    verdict: "holds",
    claim: "11.4% of the revenue, $54,500, is of products that name no brand.",
    evidence:
      "25.0% of the events about a product name no brand. Other events of the same products or categories would name $28,900 of it, which is right in 98.0% of the cases where the answer is known."
  });
});

test("missingAttributes.state(row, format) says where nothing would name it", () => {
  const state = missingAttributes.state(
    {...row, attribute: "category_code", recoverable_purchases: 0n, confidence: null},
    format
  );
  expect(state.claim).toMatch(/name no category\.$/);
  expect(state.evidence).toBe("25.0% of the events about a product name no category. No other event names them.");
});

test("missingAttributes.state(row, format) does not hold below a hundredth, and is silent on a few purchases", () => {
  expect(missingAttributes.state({...row, missing_share: 0.009}, format).verdict).toBe("does_not_hold");
  expect(missingAttributes.state({...row, purchases: 2}, format)).toMatchObject({
    verdict: "too_few_to_tell",
    claim: "Too few purchases to tell how much of them is of products without a brand: only 2.",
    evidence: "25.0% of the events about a product name no brand."
  });
  expect(missingAttributes.state({...row, purchases: 0}, format).verdict).toBe("not_in_data");
  expect(missingAttributes.state(undefined, format).verdict).toBe("not_in_data");
});

test("missingAttributes.state(row, format) speaks of purchases where no revenue is known", () => {
  const state = missingAttributes.state({...row, has_revenue: false, confidence: 0.9999}, format);
  expect(state).toMatchObject({
    claim: "11.4% of the purchases are of products that name no brand.",
    evidence:
      "25.0% of the events about a product name no brand. Other events of the same products or categories would name 30 of the purchases, which is right nearly always where the answer is known."
  });
});

test("missingAttributes.query tells of columns alone that the files have", async () => {
  const buy = event("2024-01-01 10:00:00", "purchase", "ann", {product_id: "lamp", price: "5"});
  expect(await rowsOf(missingAttributes.query, [buy])).toEqual([]);
  expect(await rowsOf(missingAttributes.query, [{...buy, category_code: ""}])).toMatchObject([
    {attribute: "category_code", revenue: 5, missing_share: 1, has_revenue: true}
  ]);
});
