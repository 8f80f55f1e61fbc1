import {wilsonInterval} from "../../shared/wilson-interval.js";
import type {ReportFormats} from "../report-formats.js";
import type {Cohort, CohortKind, CohortMeans, PeriodKind} from "./cohort-rows.js";
import {peopleWords, periodAfter} from "./cohort-words.js";

/** A number that cohorts are compared by. */
export interface CohortMetric {
  /** its name in the address */
  name: string;
  label: (kind: CohortKind, period: PeriodKind) => string;
  /** people who did it, or money per person */
  of: "people" | "money";
  /** the column of a cohort: people, or money per person */
  column: CohortColumn;
  mean: keyof MeanColumns;
  /** whether it adds up from period to period, so that periods can be compared with the first */
  isCumulative: boolean;
  /** what the mean one period after says, as a sentence without its full stop */
  sentence: (value: string, kind: CohortKind, period: PeriodKind) => string;
}

type CohortColumn =
  | "retained"
  | "retained_or_later"
  | "purchasers"
  | "cumulative_purchasers"
  | "revenue_per_user"
  | "cumulative_revenue_per_user";

type MeanColumns = Pick<
  CohortMeans,
  | "retention_rate"
  | "retention_or_later_rate"
  | "conversion_rate"
  | "cumulative_conversion_rate"
  | "revenue_per_user"
  | "cumulative_revenue_per_user"
>;

const again = (kind: CohortKind) => (kind === "first_purchase" ? " again" : "");

/** What people of a cohort did, in the order in which it is offered; the first is shown unless another is chosen. */
export const peopleMetrics: readonly CohortMetric[] = [
  {
    name: "back",
    label: (_, period) => `Came back in the ${period}`,
    of: "people",
    column: "retained",
    mean: "retention_rate",
    isCumulative: false,
    sentence: (value, kind, period) =>
      `${value} of ${peopleWords[kind].many} come back ${periodAfter(1, period)} their ${peopleWords[kind].first}`
  },
  {
    name: "back-or-later",
    label: (_, period) => `Came back in the ${period} or later`,
    of: "people",
    column: "retained_or_later",
    mean: "retention_or_later_rate",
    isCumulative: false,
    sentence: (value, kind, period) =>
      `${value} of ${peopleWords[kind].many} have come back ${periodAfter(1, period)} their ${peopleWords[kind].first} or later, so far`
  },
  {
    name: "bought",
    label: (kind, period) => `Bought${again(kind)} in the ${period}`,
    of: "people",
    column: "purchasers",
    mean: "conversion_rate",
    isCumulative: false,
    sentence: (value, kind, period) =>
      `${value} of ${peopleWords[kind].many} buy${again(kind)} ${periodAfter(1, period)} their ${peopleWords[kind].first}`
  },
  {
    name: "bought-by-then",
    label: (_, period) => `Have bought by the end of the ${period}`,
    of: "people",
    column: "cumulative_purchasers",
    mean: "cumulative_conversion_rate",
    isCumulative: true,
    sentence: (value, kind, period) =>
      `${value} of ${peopleWords[kind].many} have bought by the end of the ${period} after their ${peopleWords[kind].first}`
  }
];

/** What people of a cohort brought in, in the order in which it is offered. */
export const moneyMetrics: readonly CohortMetric[] = [
  {
    name: "by-then",
    label: (_, period) => `Revenue per person by the end of the ${period}`,
    of: "money",
    column: "cumulative_revenue_per_user",
    mean: "cumulative_revenue_per_user",
    isCumulative: true,
    sentence: (value, kind, period) =>
      `A ${peopleWords[kind].one} has brought in ${value} by the end of the ${period} after`
  },
  {
    name: "in-period",
    label: (_, period) => `Revenue per person in the ${period}`,
    of: "money",
    column: "revenue_per_user",
    mean: "revenue_per_user",
    isCumulative: false,
    sentence: (value, kind, period) => `A ${peopleWords[kind].one} brings in ${value} ${periodAfter(1, period)}`
  }
];

/** Who has bought for the first time has bought: shares of them that have say nothing. */
export function saysSomething({name}: CohortMetric, kind: CohortKind): boolean {
  return kind === "first_visit" || name !== "bought-by-then";
}

/** A cohort's number in a period: a share of its people or money per person; null where it is of too few people to tell. */
export function metricValue({column, of}: CohortMetric, cohort: Cohort, period: number): number | null {
  const value = cohort[column]?.[period] ?? null;
  return of === "people" && value !== null ? value / cohort.users : value;
}

/** The number as it is written: a percentage or an amount. */
export function metricText({of}: CohortMetric, value: number | null, {percent, money}: ReportFormats): string {
  if (value === null) return "–";
  return of === "people" ? percent(value) : money(value);
}

/** How many people stand behind a cell, and how far chance could move their share; money per person says of how many. */
export function metricDetail(
  {of}: CohortMetric,
  {people, users}: {people: number | null; users: number},
  {count, percent}: Pick<ReportFormats, "count" | "percent">
): string {
  if (of === "money" || people === null) return `of ${count(users)} people`;
  const [low, high] = wilsonInterval(people, users).map(percent);
  return `${count(people)} of ${count(users)} people; 95% interval: ${low} to ${high}`;
}
