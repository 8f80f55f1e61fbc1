import {html} from "npm:htl";
import {counted} from "../../shared/number-format.js";
import type {Unsupported} from "../../shared/recommendations/recommendation-answer.js";
import type {ReportFormats} from "../report-formats.js";

const groups: [verdict: Unsupported["verdict"], heading: string][] = [
  ["does_not_hold", "Not so in these events"],
  ["too_few_to_tell", "Too few to tell"],
  ["not_in_data", "Not in the data"]
];

/** What was looked for and leads to no recommendation, folded, with the reason; nothing where everything does. */
export function unsupportedList(
  unsupported: readonly Unsupported[],
  {formats, isOpen = false}: {formats: ReportFormats; isOpen?: boolean}
): HTMLElement {
  if (!unsupported.length) return html`<p>Everything that was looked for was found.</p>`;
  return html`<details class="unsupported" open=${isOpen}>
    <summary>
      ${counted(unsupported.length, "thing was", "things were", formats)} looked for and
      ${unsupported.length === 1 ? "leads" : "lead"} to no recommendation
    </summary>
    ${groups.map(([verdict, heading]) => {
      const rows = unsupported.filter((row) => row.verdict === verdict);
      return rows.length
        ? html`<h3>${heading}</h3>
            <ul>
              ${rows.map(({claim, evidence}) => html`<li>${claim} <span class="evidence">${evidence}</span></li>`)}
            </ul>`
        : "";
    })}
  </details>`;
}
