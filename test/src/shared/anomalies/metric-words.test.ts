import {describe, expect, test} from "vitest";
import {metricChange, metricText, metricWords} from "../../../../src/shared/anomalies/metric-words.ts";
import {numberFormat} from "../../../../src/shared/number-format.ts";

const format = numberFormat("en-US", "USD");

test("metricWords(metric) knows the metrics, and takes others for steps of the funnel", () => {
  expect(metricWords("sessions")).toEqual({label: "Visits", unit: "count"});
  expect(metricWords("view_to_add_to_list")).toEqual({label: "From view to add to list", unit: "share"});
  expect(metricWords("toString")).toEqual({label: "From toString", unit: "share"});
});

describe("metricText(value, metric, format)", () => {
  test("writes values in their unit", () => {
    expect(metricText(1044, "sessions", format)).toBe("1,044");
    expect(metricText(8.3, "users", format)).toBe("8.3");
    expect(metricText(0.125, "checkout_to_purchase", format)).toBe("12.5%");
    expect(metricText(8312, "revenue", format)).toBe("$8,310");
  });

  test("has no number of too few people", () => {
    expect(metricText(null, "sessions", format)).toBe("only a few");
  });
});

test("metricChange(change, metric, format) has a sign, and points for shares", () => {
  expect(metricChange(872, "sessions", format)).toBe("+872");
  expect(metricChange(-4317.2, "revenue", format)).toBe("−$4,320");
  expect(metricChange(-0.10493, "checkout_to_purchase", format)).toBe("−10.5 points");
  expect(metricChange(0, "orders", format)).toBe("0");
});
