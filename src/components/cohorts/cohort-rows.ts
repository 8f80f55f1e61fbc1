/** What a cohort's people have in common: the period of their first visit, or of their first purchase. */
export type CohortKind = "first_visit" | "first_purchase";

/** How long a period is; weeks begin on Monday. */
export type PeriodKind = "month" | "week";

/** Numbers of each period since a cohort began, from 0; a missing one could single out too few people. */
export type Periods = readonly (number | null)[];

/** A cohort with what its people did in each period since: rows of the table `cohort_retention`, one list a column. */
export interface Cohort {
  cohort_kind: CohortKind;
  period_kind: PeriodKind;
  dimension: string;
  value: string;
  /** first day of the period, UTC */
  cohort: Date;
  users: number;
  /** whether some of the people may have come, or bought, before the data begins */
  may_have_come_before: boolean;
  /** how many of the periods, from 0, are over */
  periods_over: number;
  /** missing, like the other lists, where the cohort is of too few people to tell anything */
  retained: Periods | null;
  retained_or_later: Periods | null;
  purchasers: Periods | null;
  cumulative_purchasers: Periods | null;
  revenue_per_user: Periods | null;
  cumulative_revenue_per_user: Periods | null;
}

/** The means over cohorts, weighted by their people: rows of the table `cohort_means`, one list a column. */
export interface CohortMeans {
  cohort_kind: CohortKind;
  period_kind: PeriodKind;
  dimension: string;
  value: string;
  /** whether all cohorts may have people who came before */
  may_have_come_before: boolean;
  /** cohorts for which the period is over */
  cohorts: readonly number[];
  users: readonly number[];
  retention_rate: Periods;
  retention_or_later_rate: Periods;
  conversion_rate: Periods;
  cumulative_conversion_rate: Periods;
  revenue_per_user: Periods;
  cumulative_revenue_per_user: Periods;
}

/** How much there is of a kind of cohort and period, of everybody. */
export interface CohortSpan {
  cohort_kind: CohortKind;
  period_kind: PeriodKind;
  /** all cohorts, those that are not shown too */
  cohorts: number;
  /** the last period of the data since the first cohort began */
  longest: number;
  /** comparisons of enough people, without those of segments */
  tested: number;
}

/** Those of the rows that are of a kind of cohort and period, and of a value of a dimension. */
export function ofCohorts<T extends Pick<Cohort, "cohort_kind" | "period_kind" | "dimension" | "value">>(
  rows: readonly T[],
  {cohort_kind, period_kind, dimension = "all", value = "all"}: Partial<T>
): T[] {
  return rows.filter(
    (row) =>
      row.cohort_kind === cohort_kind &&
      row.period_kind === period_kind &&
      row.dimension === dimension &&
      row.value === value
  );
}
