import {expect, test} from "vitest";
import {valueLabel} from "../../../../src/shared/selection/value-label.ts";

test.each([
  ["last_stage", "cart", "Added to cart"],
  ["cart_bucket", "none", "nothing"],
  ["cart_bucket", "0", "less than €10"],
  ["cart_bucket", "25", "€25 to €50"],
  ["cart_bucket", "1000", "€1000 or more"],
  ["device", "none", "none"]
] as const)("valueLabel(%j, %j) is %j", (dimension, value, label) => {
  expect(valueLabel(dimension, value, {money: (amount) => `€${amount}`})).toBe(label);
});
