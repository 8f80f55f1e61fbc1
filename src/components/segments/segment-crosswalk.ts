import {html} from "npm:htl";
import {groupBy} from "../../shared/group-by.js";
import {ruleNames} from "../../shared/rule-segments.js";
import {chartFigure} from "../figure/chart-figure.js";
import {scrollBox} from "../figure/scroll-box.js";
import type {ReportFormats} from "../report-formats.js";

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

/** A row of the table `segment_recall`. */
export interface SegmentRecall {
  rule_segment: string;
  recall: number | null;
}

/** The learned segments against those by rules: where the users of each rule segment are, and which cells belong together. */
export function segmentCrosswalk(
  cells: readonly CrosswalkCell[],
  {recall, formats}: {recall: readonly SegmentRecall[]; formats: ReportFormats}
): HTMLElement | "" {
  const segments = [...groupBy(cells, ({segment}) => segment).entries()];
  const rules = segments[0]?.[1] ?? [];
  if (!rules.length) return "";
  const table = html`<table class="crosswalk">
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
  </table>`;
  return chartFigure(scrollBox("Learned segments by rule segments", table), {
    title: recallTitle(cells, recall, formats),
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

function recallTitle(
  cells: readonly CrosswalkCell[],
  recall: readonly SegmentRecall[],
  {percent}: ReportFormats
): string {
  const named = new Set(["high_value", ...recall.map(({rule_segment}) => rule_segment)]);
  const unnamed = new Set(
    cells
      .filter(({rule_segment, users}) => users !== 0 && !named.has(rule_segment))
      .map(({rule_segment}) => rule_segment)
  );
  if (unnamed.size)
    return `No learned segment stands for ${[...unnamed].map((rule) => `“${ruleNames[rule] ?? rule}”`).join(" or ")}`;
  const recalls = recall.flatMap(({recall}) => recall ?? []);
  if (!recalls.length) return "What was learned and what the rules say divide shoppers differently";
  const least = Math.min(...recalls);
  return least >= 0.9995
    ? "What was learned and what the rules say agree on everybody"
    : `What was learned finds at least ${percent(least)} of the users of each rule segment it has a name for`;
}
