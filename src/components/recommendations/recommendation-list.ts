import {html} from "npm:htl";
import {groupBy} from "../../shared/group-by.js";
import {counted} from "../../shared/number-format.js";
import type {Recommendation} from "../../shared/recommendations/recommendation.js";
import {choiceControl} from "../controls/choice-control.js";
import {followAddress} from "../controls/follow-address.js";
import type {ReportFormats} from "../report-formats.js";
import type {EvidenceRow} from "./evidence-figure.js";
import {recommendationItem} from "./recommendation-item.js";

type Effort = "any" | Recommendation["effort"];

const efforts: [effort: Effort, text: string][] = [
  ["any", "all"],
  ["hours", "take hours"],
  ["days", "take days"],
  ["weeks", "take weeks"]
];

/**
 * Recommendations in order, as a list to work through and to print. Of what effort they are to be is to be chosen, and lives in the address.
 */
export function recommendationList(
  recommendations: readonly Recommendation[],
  {evidence, formats}: {evidence: readonly EvidenceRow[]; formats: ReportFormats}
): HTMLElement {
  if (!recommendations.length) {
    return html`<div class="missing">
      No finding holds in these events, so there is nothing to do about one. Recommendations appear with more visitors,
      more time, or more columns: below stands what each finding needs.
    </div>`;
  }
  const rowsOf = groupBy(evidence, ({finding}) => finding);
  const items = recommendations.map((row) => ({
    row,
    element: recommendationItem(row, {evidence: rowsOf.get(row.finding) ?? [], formats})
  }));
  const list = html`<ol class="recommendations">
    ${items.map(({element}) => element)}
  </ol>`;
  const status = html`<div class="status" role="status"></div>`;
  const offered = efforts.filter(([effort]) => effort === "any" || items.some(({row}) => row.effort === effort));
  const control = choiceControl<Effort>("Show those that", offered, (effort) => choose({effort}));
  const choose = followAddress<{effort: Effort}>({effort: offered.map(([effort]) => effort)}, ({effort}) => {
    control.show(effort);
    const shown = items.filter(({row}) => effort === "any" || row.effort === effort);
    for (const item of items) item.element.hidden = !shown.includes(item);
    status.textContent =
      shown.length < items.length
        ? `${formats.count(shown.length)} of ${counted(items.length, "recommendation", "recommendations", formats)}, in their order.`
        : "";
  });
  return html`<div>
    <div class="controls recommendation-controls">
      ${offered.length > 2 ? control.element : ""}
      <button type="button" onclick=${() => print()}>Print this checklist</button>
    </div>
    ${status}${list}
  </div>`;
}
