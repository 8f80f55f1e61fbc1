import {wilsonInterval} from "../../shared/wilson-interval.js";
import type {ReportFormats} from "../report-formats.js";
import {type CohortKind, type CohortMeans, ofCohorts, type PeriodKind} from "./cohort-rows.js";
import {type CohortWords, periodAfter} from "./cohort-words.js";

/** How the latest cohort whose next period is over compares with the others: a row of the table `cohort_comparisons`. */
export interface LatestCohort {
  period_kind: PeriodKind;
  cohort: Date;
  rate: number;
  rest_rate: number;
  difference_low: number;
  difference_high: number;
  verdict: "higher" | "lower" | "no_difference" | "too_few_to_tell";
}

/** What cohorts say first. */
export interface CohortAnswer {
  /** whether anybody's next period is over, so that coming back can be told */
  isKnown: boolean;
  title: string;
  lede: string;
}

/**
 * How many people come back, what they have brought in by then, how sure that is and how it changed, in words: after a month, else after a
 * week. Where nobody's next week is over, that.
 */
export function cohortAnswer(
  means: readonly CohortMeans[],
  {latest, formats, words}: {latest: readonly LatestCohort[]; formats: ReportFormats; words: CohortWords}
): CohortAnswer {
  const period = (["month", "week"] as const).find((period) => afterOne(means, "first_visit", period, formats));
  const visitors = period && afterOne(means, "first_visit", period, formats);
  if (!period || !visitors) {
    return {
      isKnown: false,
      title: "It is too early to say who comes back.",
      lede: `The data covers ${formats.period}, and nobody’s next week is over in it.`
    };
  }
  const brought = visitors.revenue
    ? `; a first-time visitor has brought in ${formats.money(visitors.revenue)} by then`
    : "";
  const many = visitors.rate > 0 ? `${formats.percent(visitors.rate)} of` : "None of the";
  const rests =
    visitors.cohorts === 1
      ? `a ${period} whose next one is over`
      : `${formats.count(visitors.cohorts)} ${period}s whose next one is over`;
  const buyers = afterOne(means, "first_purchase", period, formats);
  return {
    isKnown: true,
    title: `${many} first-time visitors come back ${periodAfter(1, period)}${brought}.`,
    lede: [
      `That rests on ${formats.count(visitors.users)} people who first came in ${rests} (95% interval: ${visitors.interval}).`,
      changed(
        latest.find(({period_kind}) => period_kind === period),
        {formats, words}
      ),
      buyers ? `Of first-time buyers ${formats.percent(buyers.rate)} come back ${periodAfter(1, period)}.` : "",
      visitors.may_have_come_before
        ? "All of them came in the first four weeks of the data, so that regular customers pass for new ones and may make it look better than it is."
        : ""
    ]
      .filter(Boolean)
      .join(" ")
  };
}

// what the mean says one period after; none where it is of too few people
function afterOne(
  means: readonly CohortMeans[],
  cohort_kind: CohortKind,
  period_kind: PeriodKind,
  formats: ReportFormats
) {
  const row = ofCohorts(means, {cohort_kind, period_kind})[0];
  const [users, rate] = [row?.users[1] ?? 0, row?.retention_rate[1] ?? null];
  if (!row || rate === null || users < formats.minimumTrials) return undefined;
  const interval = wilsonInterval(Math.round(rate * users), users)
    .map(formats.percent)
    .join(" to ");
  const {may_have_come_before} = row;
  return {
    users,
    rate,
    interval,
    may_have_come_before,
    cohorts: row.cohorts[1] ?? 0,
    revenue: row.cumulative_revenue_per_user[1]
  };
}

function changed(
  latest: LatestCohort | undefined,
  {formats, words}: {formats: ReportFormats; words: CohortWords}
): string {
  if (!latest || latest.verdict === "too_few_to_tell") return "";
  const {percent, points} = formats;
  const rates = `Of those of ${words.long(latest.cohort, latest.period_kind)}, the latest, it was ${percent(latest.rate)} against ${percent(latest.rest_rate)} of the others`;
  const interval = `${points(latest.difference_low)} to ${points(latest.difference_high)} points`;
  return latest.verdict === "no_difference"
    ? `${rates}, a difference that chance could bring (${interval}).`
    : `${rates}: ${latest.verdict === "higher" ? "more" : "fewer"} than chance would bring (${interval}).`;
}
