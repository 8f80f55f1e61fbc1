import {html} from "npm:htl";
import {stageWords} from "../../shared/stage-words.js";
import {scrollBox} from "../figure/scroll-box.js";
import type {CountedStage} from "./funnel-explorer.js";
import type {ReportFormats} from "../report-formats.js";

// where a row is no single step from the headline, it says so
const ways: [label: string, way: Partial<CountedStage>][] = [
  ["People, in any order: the headline", {}],
  ["Only with every stage before it", {is_open: false}],
  ["Visits in place of people", {unit: "sessions"}],
  ["In order", {funnel_order: "ordered"}],
  ["In order, within 30 days", {funnel_order: "ordered", conversion_window: "30 days"}],
  ["In order, within 7 days", {funnel_order: "ordered", conversion_window: "7 days"}],
  ["In order, within 1 day", {funnel_order: "ordered", conversion_window: "1 day"}],
  ["In order, in one session", {funnel_order: "ordered", conversion_window: "session"}],
  [
    "In order, within 7 days, each product for itself",
    {funnel_order: "ordered", conversion_window: "7 days", is_product_held: true}
  ]
];

const headline: Partial<CountedStage> = {
  unit: "users",
  funnel_order: "any",
  conversion_window: "none",
  is_open: true,
  is_product_held: false
};

/** How far each way of counting moves the conversion of each step from the headline's, as a table; where there is no step it says so. */
export function funnelDifferences(counted: readonly CountedStage[], formats: ReportFormats): HTMLElement {
  const rows = ways.map(([label, way]) => ({label, stages: stagesOf(counted, {...headline, ...way})}));
  const steps = rows[0]?.stages.slice(1) ?? [];
  if (!steps.length) return html`<div class="missing">Fewer than two stages make no step to compare.</div>`;
  if (rows.every(({stages}) => Math.max(...stages.map(({members}) => members)) < formats.minimumTrials)) {
    return html`<div class="missing">Too few to tell: no stage has ${formats.minimumTrials} people or visits.</div>`;
  }
  // named as a table, because the narrow layout takes that away
  const name = "Conversion of each step by how the funnel counts";
  const table = html`<table class="ways" role="table" aria-label=${name} style=${{"--steps": steps.length}}>
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">From the stage before to</th>
        ${steps.map(({stage}) => html`<th scope="col" role="columnheader">${stageWords(stage).label}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        ({label, stages}) =>
          html`<tr role="row">
            <th scope="row" role="rowheader">${label}</th>
            ${stages.slice(1).map((stage, i) => cell(stage, stages[i]?.members ?? 0, formats))}
          </tr>`
      )}
    </tbody>
  </table>`;
  return scrollBox(name, table);
}

function stagesOf(counted: readonly CountedStage[], way: Partial<CountedStage>): CountedStage[] {
  return counted.filter((row) =>
    Object.entries(way).every(([name, value]) => row[name as keyof CountedStage] === value)
  );
}

function cell(stage: CountedStage, previous: number, {percent, points, minimumTrials}: ReportFormats): HTMLElement {
  if (previous < minimumTrials) return html`<td role="cell" class="few">too few <span></span></td>`;
  const {conversion_from_previous: rate, difference_to_headline: difference} = stage;
  // a ratio above one is no conversion, and the difference from one says nothing
  if (rate === null || rate > 1) return html`<td role="cell" class="few">more <span></span></td>`;
  const isComparable = difference !== null && Math.abs(difference) >= 0.0005 && rate - difference <= 1;
  return html`<td role="cell">${percent(rate)} <span>${isComparable ? points(difference) : ""}</span></td>`;
}
