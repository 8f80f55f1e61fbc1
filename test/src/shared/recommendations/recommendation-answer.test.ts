import {expect, test} from "vitest";
import {numberFormat} from "../../../../src/shared/number-format.ts";
import {type Recommendation, worthOf} from "../../../../src/shared/recommendations/recommendation.ts";
import {recommendationAnswer} from "../../../../src/shared/recommendations/recommendation-answer.ts";

const options = {period: "12 days", formats: numberFormat("en-US", "USD")};
const row: Recommendation = {
  recommendation: "Mend the checkout",
  position: 1,
  finding: "checkout-problems",
  dimension: null,
  value: null,
  started_on: null,
  ended_on: null,
  steps: "Look.\nMend.",
  effort: "days",
  measure: "Orders.",
  expected_revenue: 6453,
  expected_saving: null,
  expected_low: 5390,
  expected_high: 7123,
  assumption: "If it were as usual.",
  claim: "It is broken.",
  evidence: "15 of 148.",
  is_over: false,
  evidence_query: "from kpis",
  chart: "bar",
  chart_x: "users",
  chart_y: "stage",
  chart_series: null
};

test("recommendationAnswer(rows) says what to do first, what it may bring, and how sure that is", () => {
  expect(recommendationAnswer([row, {...row, recommendation: "Rest"}], [], options)).toEqual({
    claim: "Mend the checkout first: that may bring about $6,450.",
    context:
      "It is broken. If it were as usual. It may be anything from $5,390 to $7,120. That is in a time as long as the data’s, 12 days."
  });
});

test("recommendationAnswer(rows) tells cost that is saved from revenue, and known sums from intervals", () => {
  const saving = {...row, expected_revenue: null, expected_saving: 983, expected_low: 983, expected_high: 983};
  expect(recommendationAnswer([saving], [], options)).toEqual({
    claim: "Mend the checkout first: that may save about $983.",
    context: "It is broken. If it were as usual. That is in a time as long as the data’s, 12 days."
  });
});

test("recommendationAnswer(rows) says what it cannot tell", () => {
  const worthless = {...row, expected_revenue: null, expected_low: null, expected_high: null};
  expect(recommendationAnswer([worthless], [], options)).toEqual({
    claim: "Mend the checkout first: of nothing here can it be told what it is worth.",
    context: "It is broken. If it were as usual."
  });
  const lack = {finding: "x", claim: "No.", evidence: ""};
  const unsupported = (["not_in_data", "not_in_data", "does_not_hold"] as const).map((verdict) => ({...lack, verdict}));
  expect(recommendationAnswer([], unsupported, options)).toEqual({
    claim: "There is nothing to recommend from these events yet.",
    context: "Of 3 things that were looked for: 1 not so here, 2 not in the data."
  });
  expect(recommendationAnswer([], [], options).context).toBe("");
});

test("worthOf(row) is nothing where nothing can be told", () => {
  expect(worthOf(row)).toEqual({kind: "revenue", value: 6453, low: 5390, high: 7123});
  expect(worthOf({...row, expected_revenue: null})).toBeNull();
  expect(worthOf({...row, expected_low: null, expected_high: null})).toMatchObject({low: 6453, high: 6453});
});
