import {type CohortMetric, moneyMetrics, peopleMetrics, saysSomething} from "./cohort-metrics.js";
import type {Cohort, CohortKind, CohortMeans, PeriodKind} from "./cohort-rows.js";

/** Which cohorts are shown, and by what. */
export interface CohortView {
  kind: CohortKind;
  period: PeriodKind;
  /** whose cohorts: a value of a dimension; all of all for everybody */
  dimension: string;
  value: string;
  people: CohortMetric;
  money: CohortMetric;
}

/** What a reader chose, as the address names it. */
export type CohortChoice = Record<"cohorts" | "by" | "of" | "came" | "money", string>;

/** Whose cohorts can be shown, as the address names them: everybody first, then values of dimensions. */
export type CohortGroups = ReadonlyMap<string, Pick<CohortView, "dimension" | "value">>;

/** What can be chosen, the default first: months, where one of them has a month after it that is over; else weeks. */
export function cohortChoices(
  groups: CohortGroups,
  means: readonly CohortMeans[]
): Record<keyof CohortChoice, readonly string[]> {
  const hasMonths = means.some(({period_kind, users}) => period_kind === "month" && users.length > 1);
  return {
    cohorts: ["visitors", "buyers"],
    by: hasMonths ? ["month", "week"] : ["week", "month"],
    of: [...groups.keys()],
    came: peopleMetrics.map(({name}) => name),
    money: moneyMetrics.map(({name}) => name)
  };
}

/** The values of dimensions that cohorts are told apart by, in the order of the rows. */
export function cohortGroups(cohorts: readonly Cohort[]): CohortGroups {
  const values = cohorts
    .filter(({dimension}) => dimension !== "all")
    .map(({dimension, value}) => [`${dimension}: ${value}`, {dimension, value}] as const);
  return new Map([["everybody", {dimension: "all", value: "all"}], ...values]);
}

/** The view that a choice stands for; who has bought for the first time has bought, so that this share says nothing of them. */
export function cohortView({cohorts, by, of, came, money}: CohortChoice, groups: CohortGroups): CohortView {
  const kind = cohorts === "buyers" ? "first_purchase" : "first_visit";
  const {dimension, value} = groups.get(of) ?? {dimension: "all", value: "all"};
  const offered = peopleMetrics.filter((metric) => saysSomething(metric, kind));
  return {
    kind,
    period: by === "week" ? "week" : "month",
    dimension,
    value,
    people: metricOf(offered, came),
    money: metricOf(moneyMetrics, money)
  };
}

function metricOf(metrics: readonly CohortMetric[], name: string): CohortMetric {
  // there is always a first one
  return metrics.find((metric) => metric.name === name) ?? (metrics[0] as CohortMetric);
}
