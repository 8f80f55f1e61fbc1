import {html} from "npm:htl";
import {counted} from "../../shared/number-format.js";
import {type Recommendation, worthOf} from "../../shared/recommendations/recommendation.js";
import type {ReportFormats} from "../report-formats.js";

/** The recommendations whose worth cannot be told, each with why; nothing where all have one. */
export function worthlessList(
  recommendations: readonly Recommendation[],
  {formats}: {formats: ReportFormats}
): HTMLElement {
  const rows = recommendations.filter((row) => !worthOf(row));
  if (!rows.length) return html`<div></div>`;
  return html`<div class="worthless">
    <h3>
      ${counted(rows.length, "recommendation", "recommendations", formats)} whose worth cannot be told, or is over
    </h3>
    <dl>
      ${rows.flatMap((row) => [
        html`<dt>
          <span class="place">${formats.count(row.position)}.</span>
          <a href=${`#${row.finding}`}>${row.recommendation}</a>
        </dt>`,
        html`<dd>${row.assumption}</dd>`
      ])}
    </dl>
  </div>`;
}
