import {expect, test} from "vitest";
import {columnLabel, columnText} from "../../../src/shared/column-text.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";

const format = numberFormat("en-US", "USD");

test("columnLabel(name) is a heading", () => {
  expect(columnLabel("orders_of_visitors")).toBe("Orders of visitors");
  expect(columnLabel("")).toBe("");
});

test.each([
  ["missing_share", 0.114, "11.4%"],
  ["conversion_low", 0.5, "50.0%"],
  ["conversion_from_previous", 0.5, "50.0%"],
  ["retention_high", 0.25, "25.0%"],
  ["difference_low", -0.064, "−6.4 points"],
  ["recoverable_low", 1200, "$1,200"],
  ["cost_per_order", 4.5, "$4.50"],
  ["value", 1234.5, "$1,235"],
  ["corrected_p_value", 5e-11, "< 0.0001"],
  ["p_value", 0.03, "0.03"],
  ["orders", 1234, "1,234"],
  ["orders", 88.4, "88.4"],
  ["is_alert", true, "yes"],
  ["product_id", "1088719", "1088719"],
  ["cost", null, "–"]
])("columnText(%j, %j) is %j", (name, value, text) => {
  expect(columnText(name, value, format)).toBe(text);
});
