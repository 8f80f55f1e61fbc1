import {html} from "npm:htl";
import {quotedName} from "../../shared/quoted-name.js";
import {followAddress} from "../controls/follow-address.js";
import type {ReportFormats} from "../report-formats.js";
import {type CohortComparison, comparisonList} from "./cohort-comparisons.js";
import {cohortControls} from "./cohort-controls.js";
import {cohortHeatMap, type HeatMapData} from "./cohort-heat-map.js";
import type {CohortMetric} from "./cohort-metrics.js";
import {type Cohort, type CohortMeans, type CohortSpan, ofCohorts} from "./cohort-rows.js";
import {type CohortChoice, cohortChoices, cohortGroups, cohortView, type CohortView} from "./cohort-view.js";
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
  const groups = cohortGroups(cohorts);
  const choices = cohortChoices(groups, means);
  const [people, money, differences] = [html`<div></div>`, html`<div></div>`, html`<div></div>`];
  const controls = cohortControls({periods: choices.by, groups}, (change) => choose(change));

  const choose = followAddress<CohortChoice>(choices, (choice) => {
    const view = cohortView(choice, groups);
    controls.show(choice, view);
    const of = {cohort_kind: view.kind, period_kind: view.period, dimension: view.dimension, value: view.value};
    const data: HeatMapData = {
      cohorts: ofCohorts(cohorts, of),
      means: ofCohorts(means, of)[0],
      span: spans.find((span) => span.cohort_kind === view.kind && span.period_kind === view.period)
    };
    const map = (name: string, metric: CohortMetric) =>
      data.cohorts.length
        ? cohortHeatMap(data, {view, metric, name, formats, words})
        : html`<div class="missing">${noCohorts(view)}</div>`;
    people.replaceChildren(map("cohort-return", view.people));
    money.replaceChildren(
      withoutMoney ? html`<div class="missing">${withoutMoney}</div>` : map("cohort-revenue", view.money)
    );
    differences.replaceChildren(comparisonList(comparisons, {view, tested: data.span?.tested ?? 0, formats, words}));
  });

  return {
    controls: controls.cohorts,
    people: html`<div>${controls.people}${people}</div>`,
    money: html`<div>${withoutMoney ? "" : controls.money}${money}</div>`,
    differences
  };
}

function noCohorts({kind, period, dimension, value}: CohortView): string {
  const whom = dimension === "all" ? "" : ` with the ${dimension} ${quotedName(value)}`;
  return `No ${period} has enough people ${kind === "first_purchase" ? "who first bought" : "who first came"} in it${whom} to be shown.`;
}
