import {html} from "npm:htl";
import {groupBy} from "../shared/group-by.js";
import {ruleNames} from "../shared/rule-segments.js";
import {chartFigure} from "./chart-figure.js";
import type {ReportFormats} from "./report-formats.js";

/** A row of the table `segment_crosswalk`. */
export interface CrosswalkCell {
  segment: string;
  position: number;
  rule_segment: string;
  rule_position: number;
  users: number | null;
  share_of_rule: number | null;
  share_of_segment: number | null;
  is_counterpart: boolean;
}

/** The learned segments against those by rules: where the users of each rule segment are, and which cells belong together. */
export function segmentCrosswalk(
  cells: readonly CrosswalkCell[],
  {formats}: {formats: ReportFormats}
): HTMLElement | "" {
  const segments = [...groupBy(cells, ({segment}) => segment).entries()];
  const rules = segments[0]?.[1] ?? [];
  if (!rules.length) return "";
  const table = html`<div class="numbers">
    <table class="crosswalk">
      <thead>
        <tr>
          <th scope="col">Learned segment</th>
          ${rules.map(({rule_segment}) => html`<th scope="col">${ruleNames[rule_segment] ?? rule_segment}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${segments.map(
          ([segment, row]) =>
            html`<tr>
              <th scope="row">${segment}</th>
              ${row.map((cell) => crosswalkCell(cell, formats))}
            </tr>`
        )}
      </tbody>
    </table>
  </div>`;
  return chartFigure(table, {
    title: recallTitle(cells, formats),
    subtitle:
      "Where the users of each rule segment are: each column of shares adds up to all of them. Framed: the learned segment that by its name they belong to.",
    name: "segment-crosswalk",
    rows: cells,
    columns: [
      {label: "Learned segment", text: ({segment}) => segment},
      {label: "Rule segment", text: ({rule_segment}) => ruleNames[rule_segment] ?? rule_segment},
      {label: "Users in both", text: (cell) => usersText(cell, formats), isNumber: true},
      {label: "Share of the rule segment", text: (cell) => formats.percent(cell.share_of_rule ?? NaN), isNumber: true},
      {
        label: "Share of the learned one",
        text: (cell) => formats.percent(cell.share_of_segment ?? NaN),
        isNumber: true
      }
    ]
  });
}

function crosswalkCell(cell: CrosswalkCell, formats: ReportFormats): HTMLElement {
  const share = cell.share_of_rule ?? 0;
  const style = {background: `color-mix(in srgb, var(--kept) ${Math.round(28 * share)}%, transparent)`};
  return html`<td class=${cell.is_counterpart ? "counterpart" : ""} style=${style}>
    <b>${cell.share_of_rule === null ? (cell.users === null ? "few" : "–") : formats.percent(cell.share_of_rule)}</b>
    <span>${usersText(cell, formats)}</span>
  </td>`;
}

function usersText({users}: CrosswalkCell, {count}: ReportFormats): string {
  return users === null ? "too few to show" : count(users);
}

function recallTitle(cells: readonly CrosswalkCell[], {percent}: ReportFormats): string {
  const columns = [...groupBy(cells, ({rule_segment}) => rule_segment)];
  const unnamed = columns
    .filter(([rule]) => rule !== "high_value")
    .filter(([, column]) => column.some(({users}) => users !== 0) && !column.some(({is_counterpart}) => is_counterpart))
    .map(([rule]) => `“${ruleNames[rule] ?? rule}”`);
  if (unnamed.length) return `No learned segment stands for ${unnamed.join(" or ")}`;
  const recalls = columns.flatMap(([, column]) => {
    const both = column.filter(({is_counterpart, share_of_rule}) => is_counterpart && share_of_rule !== null);
    return both.length ? [both.reduce((sum, {share_of_rule}) => sum + (share_of_rule ?? 0), 0)] : [];
  });
  if (!recalls.length) return "What was learned and what the rules say divide shoppers differently";
  const least = Math.min(...recalls);
  return least >= 0.9995
    ? "What was learned and what the rules say agree on everybody"
    : `What was learned finds at least ${percent(least)} of the users of each rule segment it has a name for`;
}
