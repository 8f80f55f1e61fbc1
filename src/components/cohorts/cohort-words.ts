import type {CohortKind, PeriodKind} from "./cohort-rows.js";

/** How cohorts are called in a report's language. */
export interface CohortWords {
  /** the period in which a cohort began, as Nov 2020, or Nov 2, 2020 for a week */
  short: (cohort: Date, kind: PeriodKind) => string;
  /** as November 2020, or “the week of November 2, 2020” */
  long: (cohort: Date, kind: PeriodKind) => string;
}

/** The words for cohorts in a language such as en-GB; days are UTC. */
export function cohortWords(locale: string): CohortWords {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const dates = new Intl.DateTimeFormat(locale, {...options, timeZone: "UTC"});
    return (date: Date) => dates.format(date);
  };
  const [shortMonth, month] = [
    format({month: "short", year: "numeric"}),
    format({month: "long", year: "numeric"})
  ] as const;
  const [shortDay, day] = [format({dateStyle: "medium"}), format({dateStyle: "long"})] as const;
  return {
    short: (cohort, kind) => (kind === "month" ? shortMonth(cohort) : shortDay(cohort)),
    long: (cohort, kind) => (kind === "month" ? month(cohort) : `the week of ${day(cohort)}`)
  };
}

/** What the people of a cohort are called. */
export const peopleWords: Record<CohortKind, {one: string; many: string; first: string}> = {
  first_visit: {one: "first-time visitor", many: "first-time visitors", first: "first visit"},
  first_purchase: {one: "first-time buyer", many: "first-time buyers", first: "first purchase"}
};

/** When a period is, seen from the cohort's own: "in the month after", "2 months after". */
export function periodAfter(period: number, kind: PeriodKind): string {
  if (period === 0) return `in the same ${kind}`;
  return period === 1 ? `in the ${kind} after` : `${period} ${kind}s after`;
}
