import {html} from "npm:htl";
import type {ReportFormats} from "../report-formats.js";
import {type CohortComparison, comparisonList} from "./cohort-comparisons.js";
import {cohortControls} from "./cohort-controls.js";
import {cohortHeatMap, type HeatMapData} from "./cohort-heat-map.js";
import {moneyMetrics, peopleMetrics} from "./cohort-metrics.js";
import {type Cohort, type CohortMeans, type CohortSpan, ofCohorts} from "./cohort-rows.js";
import {type CohortChoices, type CohortView, readCohortView, writeCohortView} from "./cohort-view.js";
import type {CohortWords} from "./cohort-words.js";

/** What the cohorts are shown of. */
export interface CohortExplorerOptions {
  means: readonly CohortMeans[];
  spans: readonly CohortSpan[];
  comparisons: readonly CohortComparison[];
  /** why there is no revenue to show; empty where there is */
  withoutMoney: string;
  formats: ReportFormats;
  words: CohortWords;
}

/** The parts of a page that show the same cohorts. */
export interface CohortExplorer {
  /** which cohorts to show */
  controls: HTMLElement;
  /** heat map of what their people did */
  people: HTMLElement;
  /** heat map of what they brought in */
  money: HTMLElement;
  /** what differs by more than chance, in words */
  differences: HTMLElement;
}

/**
 * Heat maps of what the people of cohorts do and bring in, with what they are of to choose, and what differs by more than chance. What is
 * chosen lives in the address, so that a link shows the same view and Back undoes a choice.
 */
export function cohortExplorer(
  cohorts: readonly Cohort[],
  {means, spans, comparisons, withoutMoney, formats, words}: CohortExplorerOptions
): CohortExplorer {
  const choices = choicesOf(cohorts, means);
  const [people, money, differences] = [html`<div></div>`, html`<div></div>`, html`<div></div>`];

  const show = (view: CohortView) => {
    controls.show(view);
    const of = {cohort_kind: view.kind, period_kind: view.period, dimension: view.dimension, value: view.value};
    const data: HeatMapData = {
      cohorts: ofCohorts(cohorts, of),
      means: ofCohorts(means, of)[0],
      span: spans.find((span) => span.cohort_kind === view.kind && span.period_kind === view.period)
    };
    const map = (name: string, metrics: typeof peopleMetrics, chosen: string) => {
      const metric = metrics.find((metric) => metric.name === chosen);
      return metric && data.cohorts.length
        ? cohortHeatMap(data, {view, metric, name, formats, words})
        : html`<div class="missing">${noCohorts(view)}</div>`;
    };
    people.replaceChildren(map("cohort-return", peopleMetrics, view.people));
    money.replaceChildren(
      withoutMoney ? html`<div class="missing">${withoutMoney}</div>` : map("cohort-revenue", moneyMetrics, view.money)
    );
    differences.replaceChildren(comparisonList(comparisons, {view, span: data.span, formats, words}));
  };

  const controls = cohortControls(choices, (view) => {
    history.pushState(
      null,
      "",
      `${location.pathname}${writeCohortView(view, location.search, choices)}${location.hash}`
    );
    show(view);
  });
  addEventListener("popstate", () => show(readCohortView(location.search, choices)));
  show(readCohortView(location.search, choices));

  return {
    controls: controls.cohorts,
    people: html`<div>${controls.people}${people}</div>`,
    money: html`<div>${withoutMoney ? "" : controls.money}${money}</div>`,
    differences
  };
}

// months first, where one of them has a month after it that is over; else weeks
function choicesOf(cohorts: readonly Cohort[], means: readonly CohortMeans[]): CohortChoices {
  const hasMonths = means.some(({period_kind, users}) => period_kind === "month" && users.length > 1);
  const groups = new Map(
    cohorts
      .filter(({dimension}) => dimension !== "all")
      .map(({dimension, value}) => [`${dimension}:${value}`, {dimension, value}])
  );
  return {periods: hasMonths ? ["month", "week"] : ["week", "month"], groups: [...groups.values()]};
}

function noCohorts({kind, period, dimension, value}: CohortView): string {
  const whom = dimension === "all" ? "" : ` with the ${dimension} “${value}”`;
  return `No ${period} has enough people ${kind === "first_purchase" ? "who first bought" : "who first came"} in it${whom} to be shown.`;
}
