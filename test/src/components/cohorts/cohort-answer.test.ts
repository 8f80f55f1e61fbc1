import {describe, expect, test} from "vitest";
import {cohortAnswer, type LatestCohort} from "../../../../src/components/cohorts/cohort-answer.ts";
import type {CohortMeans} from "../../../../src/components/cohorts/cohort-rows.ts";
import {cohortWords} from "../../../../src/components/cohorts/cohort-words.ts";
import {reportFormats} from "../../../../src/components/report-formats.ts";

const formats = reportFormats({
  title: "Shop",
  locale: "en-US",
  currency: "USD",
  minimum_trials: 30,
  minimum_group_size: 5,
  first_event_at: new Date("2024-01-01T10:00:00Z"),
  last_event_at: new Date("2024-03-31T22:00:00Z")
});
const words = cohortWords("en-US");

const months: CohortMeans = {
  cohort_kind: "first_visit",
  period_kind: "month",
  dimension: "all",
  value: "all",
  may_have_come_before: false,
  cohorts: [3, 2],
  users: [600, 400],
  retention_rate: [1, 0.1],
  retention_or_later_rate: [1, 0.12],
  conversion_rate: [0.05, 0.01],
  cumulative_conversion_rate: [0.05, 0.055],
  revenue_per_user: [5, 1.5],
  cumulative_revenue_per_user: [5, 6.5]
};

const latest: LatestCohort = {
  period_kind: "month",
  cohort: new Date("2024-02-01T00:00:00Z"),
  rate: 0.08,
  rest_rate: 0.12,
  difference_low: -0.07,
  difference_high: -0.01,
  verdict: "lower"
};

describe("cohortAnswer(means, {latest, formats, words})", () => {
  test("says how many come back, what they brought, how sure that is and how it changed", () => {
    expect(cohortAnswer([months], {latest: [latest], formats, words})).toEqual({
      isKnown: true,
      title:
        "10.0% of first-time visitors come back in the month after; a first-time visitor has brought in $6.50 by then.",
      lede: "That rests on 400 people who first came in 2 months whose next one is over (95% interval: 7.4% to 13.3%). Of those of February 2024, the latest, it was 8.0% against 12.0% of the others: fewer than chance would bring (−7.0 to −1.0 points)."
    });
  });

  test("says it by weeks where no month's next one is over, and of nobody where nobody came back", () => {
    const weeks: CohortMeans = {...months, period_kind: "week", retention_rate: [1, 0], may_have_come_before: true};
    const answer = cohortAnswer([{...months, users: [600], retention_rate: [1]}, weeks], {
      latest: [latest],
      formats,
      words
    });
    expect(answer.title).toMatch(/^None of the first-time visitors come back in the week after;/);
    expect(answer.lede).toContain("All of them came in the first four weeks of the data");
    expect(answer.lede).not.toContain("February");
  });

  test("says that it is too early where nobody's next week is over, or too few people's", () => {
    const early = {isKnown: false, title: "It is too early to say who comes back."};
    expect(cohortAnswer([], {latest: [], formats, words})).toMatchObject(early);
    expect(cohortAnswer([{...months, users: [40, 29]}], {latest: [], formats, words})).toMatchObject(early);
    expect(cohortAnswer([{...months, retention_rate: [1, null]}], {latest: [], formats, words})).toMatchObject(early);
  });
});
