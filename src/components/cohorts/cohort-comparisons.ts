import {html} from "npm:htl";
import {quotedName} from "../../shared/quoted-name.js";
import type {ReportFormats} from "../report-formats.js";
import type {CohortKind, PeriodKind} from "./cohort-rows.js";
import type {CohortView} from "./cohort-view.js";
import {type CohortWords, peopleWords} from "./cohort-words.js";

/** The clearest of the differences of one sort that are proven, from the table `cohort_comparisons`, and how many of them there are. */
export interface CohortComparison {
  cohort_kind: CohortKind;
  period_kind: PeriodKind;
  compared_with: "other_cohorts" | "other_values";
  dimension: string;
  value: string;
  cohort: Date;
  period: number;
  metric: "retention" | "conversion";
  rate: number;
  rest_rate: number;
  difference_low: number;
  difference_high: number;
  corrected_p_value: number;
  verdict: "higher" | "lower";
  /** proven differences of the same sort, this one too */
  proven: number;
  /** comparisons of the same sort that could be told */
  tested: number;
}

/** What to say of comparisons. */
export interface ComparisonOptions {
  view: CohortView;
  /** comparisons of enough people, of the kind of cohort and period that is shown */
  tested: number;
  formats: ReportFormats;
  words: CohortWords;
}

/** The differences between cohorts, sources and devices that are proven, in words, the clearest first; where there are none it says so. */
export function comparisonList(comparisons: readonly CohortComparison[], options: ComparisonOptions): HTMLElement {
  const {view, tested} = options;
  const shown = comparisons
    .filter(({cohort_kind, period_kind}) => cohort_kind === view.kind && period_kind === view.period)
    .filter((comparison) => !isMirrored(comparison))
    .sort((a, b) => a.corrected_p_value - b.corrected_p_value);
  if (!shown.length) return html`<div class="missing">${nothingProven(options)}</div>`;
  const [first, rest] = [shown.slice(0, 6), shown.slice(6)];
  const list = (items: CohortComparison[]) =>
    html`<ul class="differences">
      ${items.map((item) => html`<li>${comparisonSentence(item, options)}</li>`)}
    </ul>`;
  return html`<div>
    ${list(first)}
    ${
      rest.length
        ? html`<details>
            <summary>And ${rest.length} more</summary>
            ${list(rest)}
          </details>`
        : ""
    }
    <p class="remark">
      Of everybody, whatever is chosen above: ${options.formats.count(tested)} comparisons of enough people, with
      p-values corrected for their number. Segments are left out: they are made of what people did, so that they differ
      is no finding.
    </p>
  </div>`;
}

/** A proven difference in words, as “… came back more often than others in the month after”. */
export function comparisonSentence(
  comparison: CohortComparison,
  {formats, words}: Pick<ComparisonOptions, "formats" | "words">
): HTMLElement {
  const {cohort_kind, period_kind, cohort, period, verdict, rate, rest_rate, proven, tested} = comparison;
  const {percent, points, count} = formats;
  const when = period === 1 ? `one ${period_kind} later` : `${period} ${period_kind}s later`;
  const [low, high] = [comparison.difference_low, comparison.difference_high];
  const example = `${percent(rate)} against ${percent(rest_rate)} ${when} (difference: ${points(low)} to ${points(high)} points)`;
  const often = `${verbOf(comparison)} ${verdict === "higher" ? "more" : "less"} often`;
  const began = words.long(cohort, period_kind);
  if (comparison.compared_with === "other_cohorts") {
    const others = proven > 1 ? ` It is the clearest of ${count(proven)} ${period_kind}s with such a difference.` : "";
    return html`<span
      ><b>${capitalised(peopleWords[cohort_kind].many)} of ${began}</b> ${often} than those of other ${period_kind}s:
      ${example}.${others}</span
    >`;
  }
  const of = tested > 1 ? ` (so in ${count(proven)} of ${count(tested)} comparisons, most clearly in this one)` : "";
  return html`<span
    ><b>${groupWords(comparison)}</b> ${often} than others of the same ${period_kind}: of those of ${began},
    ${example}${of}.</span
  >`;
}

// of two cohorts, the one is higher as the other is lower
function isMirrored({compared_with, verdict, tested}: CohortComparison): boolean {
  return compared_with === "other_cohorts" && verdict === "lower" && tested === 2;
}

function groupWords({dimension, value, cohort_kind}: CohortComparison): string {
  const people = capitalised(peopleWords[cohort_kind].many);
  if (dimension === "source") return `${people} from ${quotedName(value)}`;
  return `${people} with the ${dimension} ${quotedName(value)}`;
}

function verbOf({metric, cohort_kind}: CohortComparison): string {
  if (metric === "retention") return "come back";
  return cohort_kind === "first_purchase" ? "buy again" : "buy";
}

function nothingProven({view, tested, formats}: ComparisonOptions): string {
  if (tested) {
    return `None of ${formats.count(tested)} comparisons of cohorts, sources and devices shows a difference that chance could not bring.`;
  }
  return `Nothing can be compared yet: that needs ${view.period}s whose ${view.period} after is over, of enough people who came later than the first four weeks of the data.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
