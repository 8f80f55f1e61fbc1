import {html} from "npm:htl";
import {quotedName} from "../../shared/quoted-name.js";
import {chartFigure} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";
import {type CohortMetric, metricDetail, metricText, metricValue} from "./cohort-metrics.js";
import type {Cohort, CohortMeans, CohortSpan} from "./cohort-rows.js";
import {type CohortWords, peopleWords} from "./cohort-words.js";
import type {CohortView} from "./cohort-view.js";

/** What stands behind a heat map of cohorts. */
export interface HeatMapData {
  /** the cohorts that are shown, oldest first */
  cohorts: readonly Cohort[];
  means?: CohortMeans | undefined;
  span?: CohortSpan | undefined;
}

/** How to draw it. */
export interface HeatMapOptions {
  view: CohortView;
  metric: CohortMetric;
  name: string;
  formats: ReportFormats;
  words: CohortWords;
}

// a cohort in a period that the data reaches
interface Cell {
  /** first day of the period in which it began */
  cohort: Date;
  period: number;
  users: number;
  /** people who did it; missing for money, and where they could be singled out */
  people: number | null;
  value: number | null;
  /** why there is no number, or what is to be borne in mind; empty where there is one that is final */
  state: "" | "too few to tell" | "too few to show" | "not over yet";
}

/** Cohorts in rows, the periods since they began in columns, and in each cell what its people did or brought; the stronger the colour, the more. */
export function cohortHeatMap({cohorts, means, span}: HeatMapData, options: HeatMapOptions): HTMLElement {
  const {view, metric, name, formats, words} = options;
  const cells = cohorts.map((cohort) => cellsOf(cohort, options));
  const periods = Math.max(1, ...cells.map(({length}) => length), means?.users.length ?? 0);
  const label = metric.label(view.kind, view.period);
  const table = html`<div class="cohort-frame" role="region" tabindex="0" aria-label=${`${label}, by cohort`}>
    <table class="cohort-map">
      <thead>
        <tr>
          <th scope="col">${view.kind === "first_visit" ? "First came in" : "First bought in"}</th>
          <th scope="col" class="number">People</th>
          ${Array.from({length: periods}, (_, i) => html`<th scope="col" class="number">${columnName(i, view)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${means ? meanRow(means, periods, options) : ""}
        ${cohorts.map((cohort, i) => cohortRow(cohort, {cells: cells[i] ?? [], periods, most: most(cells, metric), options}))}
      </tbody>
    </table>
  </div>`;
  const ofWhom = view.dimension === "all" ? "" : ` (${view.dimension}: ${quotedName(view.value)})`;
  return chartFigure(table, {
    title: titleOf(means, options) + ofWhom,
    subtitle: `${label}, by the ${view.period} of ${peopleWords[view.kind].first}${metric.of === "people" ? ", of all people of the cohort" : `, in ${formats.currency}`}. Columns count ${view.period}s since then; the stronger the colour, the more.`,
    note: noteOf({cohorts, means, span}, cells.flat(), options),
    name,
    rows: cells.flat(),
    query: queryOf(view, metric),
    columns: [
      {label: view.period === "month" ? "Month" : "Week", text: ({cohort}) => words.short(cohort, view.period)},
      {
        label: `${view.period === "month" ? "Months" : "Weeks"} after`,
        text: ({period}) => String(period),
        isNumber: true
      },
      {label: "People", text: ({users}) => formats.count(users), isNumber: true},
      {label, text: ({value}) => metricText(metric, value, formats), isNumber: true},
      {label: "Detail", text: (cell) => detailOf(cell, options)}
    ]
  });
}

function cellsOf(cohort: Cohort, {metric, formats}: HeatMapOptions): Cell[] {
  const isSmall = cohort.users < formats.minimumTrials;
  // one cell says for all of a small cohort that nothing can be told
  const reached = cohort[metric.column]?.length ?? 1;
  return Array.from({length: reached}, (_, period) => {
    const value = isSmall ? null : metricValue(metric, cohort, period);
    const isOver = period < cohort.periods_over;
    return {
      cohort: cohort.cohort,
      period,
      users: cohort.users,
      people: metric.of === "people" && value !== null ? (cohort[metric.column]?.[period] ?? null) : null,
      value,
      state: isSmall ? "too few to tell" : !isOver ? "not over yet" : value === null ? "too few to show" : ""
    };
  });
}

// the first period would outshine all others: everybody has come in it, and most buy in it who buy at all
function isShaded({period, value}: Cell, {isCumulative}: CohortMetric): boolean {
  return value !== null && (isCumulative || period > 0);
}

function most(cells: readonly (readonly Cell[])[], metric: CohortMetric): number {
  return Math.max(
    0,
    ...cells
      .flat()
      .filter((cell) => isShaded(cell, metric))
      .map(({value}) => value ?? 0)
  );
}

function cohortRow(
  cohort: Cohort,
  {cells, periods, most, options}: {cells: readonly Cell[]; periods: number; most: number; options: HeatMapOptions}
): HTMLElement {
  const {formats, words, view, metric} = options;
  const isSmall = cells[0]?.state === "too few to tell";
  return html`<tr>
    <th scope="row">
      ${words.short(cohort.cohort, view.period)}
      ${cohort.may_have_come_before ? html`<small>may have ${view.kind === "first_visit" ? "come" : "bought"} before</small>` : ""}
    </th>
    <td class="number people">${formats.count(cohort.users)}</td>
    ${
      isSmall
        ? html`<td class="few" colspan=${periods}>too few to tell</td>`
        : cells.map((cell) => {
            const heat = isShaded(cell, metric) && most > 0 ? (cell.value ?? 0) / most : 0;
            return html`<td
              class=${`number cell ${cell.state === "not over yet" ? "unfinished" : ""} ${cell.value === null ? "few" : ""}`}
              style=${{"--heat": heat.toFixed(3)}}
              title=${detailOf(cell, options)}
            >
              ${cell.value === null ? "few" : metricText(metric, cell.value, formats)}
            </td>`;
          })
    }
  </tr>`;
}

function meanRow(means: CohortMeans, periods: number, {metric, formats}: HeatMapOptions): HTMLElement {
  return html`<tr class="mean">
    <th scope="row">Weighted mean</th>
    <td class="number people">${formats.count(means.users[0] ?? NaN)}</td>
    ${means.users.slice(0, periods).map((users, period) => {
      const value = users < formats.minimumTrials ? null : (means[metric.mean][period] ?? null);
      const cohorts = means.cohorts[period] ?? 0;
      return html`<td class=${`number ${value === null ? "few" : ""}`} title=${`of ${formats.count(users)} people`}>
        ${value === null ? "few" : metricText(metric, value, formats)}
        <small>of ${formats.count(cohorts)}</small>
      </td>`;
    })}
  </tr>`;
}

function columnName(period: number, {period: kind}: CohortView): string {
  return period === 0 ? `Same ${kind}` : `+${period}`;
}

function titleOf(means: CohortMeans | undefined, {view, metric, formats}: HeatMapOptions): string {
  const value = means?.[metric.mean][1] ?? null;
  if (value === null || (means?.users[1] ?? 0) < formats.minimumTrials) {
    return `${metric.label(view.kind, view.period)}: too few people, or too few finished ${view.period}s, for a mean`;
  }
  return metric.sentence(metricText(metric, value, formats), view.kind, view.period);
}

// what the cells are selected from
function queryOf({kind, period, dimension, value}: CohortView, {column, mean}: CohortMetric): string {
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
  return `select cohort, period, is_complete, users, ${[...new Set([column, mean])].join(", ")}
from cohort_retention
where cohort_kind = ${text(kind)} and period_kind = ${text(period)}
    and dimension = ${text(dimension)} and value = ${text(value)}
order by cohort, period`;
}

function detailOf(cell: Cell, {metric, formats}: HeatMapOptions): string {
  if (cell.state === "too few to tell") return cell.state;
  const detail = cell.value === null ? "too few to show" : metricDetail(metric, cell, formats);
  return cell.state === "not over yet" ? `${detail}; not over yet` : detail;
}

function noteOf(
  {cohorts, means, span}: HeatMapData,
  cells: readonly Cell[],
  {view, metric, formats}: HeatMapOptions
): HTMLElement {
  const has = (is: (cell: Cell) => boolean) => cells.some(is);
  const hidden = (span?.cohorts ?? 0) - cohorts.length;
  const parts = [
    means
      ? `The mean weighs cohorts by their people and takes those for which the ${view.period} is over: “of 2” says how many.`
      : "",
    means && !means.may_have_come_before && cohorts.some((cohort) => cohort.may_have_come_before)
      ? `Cohorts of the first four weeks of the data are not in it, as regular customers pass for new ones there.`
      : "",
    means?.may_have_come_before
      ? "All cohorts began in the first four weeks of the data, so regular customers pass for new ones in them."
      : "",
    has(({state}) => state === "not over yet")
      ? html`<span class="swatch unfinished"></span>Hatched and framed: not over for everybody in the cohort, so the
          number can still grow.`
      : "",
    has(({state, value}) => value === null && state !== "too few to tell")
      ? "“few”: so few people, or so few in a cell beside it, that the number could single them out."
      : "",
    has(({state}) => state === "too few to tell")
      ? `A cohort of fewer than ${formats.count(formats.minimumTrials)} people is too few to tell.`
      : "",
    metric.isCumulative
      ? ""
      : `The first column is not shaded: ${metric.column === "purchasers" || metric.of === "money" ? "most of what is bought is bought then" : "everybody came then"}.`,
    metric.column === "retained_or_later"
      ? "Later cohorts have had less time to come again: compare cells with the same distance to the end of the data."
      : "",
    view.dimension === "segment" ? "Segments are made of what people did, so that they differ is no finding." : "",
    hidden > 0 && view.dimension === "all"
      ? `Shown are the latest ${formats.count(cohorts.length)} of ${formats.count(span?.cohorts ?? 0)} ${view.period}s.`
      : ""
  ];
  return html`<span>${parts.filter(Boolean).map((part) => html`<span>${part} </span>`)}</span>`;
}
