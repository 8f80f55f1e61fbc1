import {html} from "npm:htl";
import {counted} from "../../shared/number-format.js";
import {type Recommendation, worthOf} from "../../shared/recommendations/recommendation.js";
import type {ReportFormats} from "../report-formats.js";
import {intervalText} from "./worth-text.js";

/** How to read what recommendations are worth, and where to begin. */
export function recommendationMeaning(
  recommendations: readonly Recommendation[],
  {formats}: {formats: ReportFormats}
): HTMLElement {
  if (!recommendations.length) {
    return html`<p>
      A recommendation follows from a finding that holds. None does here, either because the shop does well in what is
      looked for, or because the events cannot tell.
    </p>`;
  }
  const over = recommendations.filter(({is_over}) => is_over).length;
  const hasSaving = recommendations.some((row) => worthOf(row)?.kind === "saving");
  return html`<div>
    <p>
      Each number says what one thing alone may bring under its assumption, in a time as long as the data’s. Whoever is
      won back by one is no longer there to be won back by another, so sums of them mean
      nothing.${hasSaving ? " Cost that is saved stays in the till as it is; of revenue, the goods have to be paid first." : " They are revenue, not profit: the goods have to be paid out of it."}
    </p>
    ${
      over
        ? html`<p>
            ${counted(over, "recommendation is", "recommendations are", formats)} about something that is over. What it
            cost is gone; what can be won is to notice it on its first day the next time.
          </p>`
        : ""
    }
    <p><b>What to do:</b> ${beginning(recommendations, formats)}</p>
  </div>`;
}

function beginning(recommendations: readonly Recommendation[], formats: ReportFormats): string {
  const first = recommendations[0] as Recommendation;
  const quick = recommendations.find((row) => row.effort === "hours" && worthOf(row));
  const start = `Begin with number ${formats.count(first.position)}: ${first.recommendation}.`;
  const worth = quick && worthOf(quick);
  if (!worth || quick === first) return start;
  const {kind, value} = worth;
  const interval = intervalText(worth, formats);
  return `${start} If all you have is an afternoon, take number ${formats.count(quick.position)} (${quick.recommendation}): it takes hours, and may ${kind === "revenue" ? "bring" : "save"} about ${formats.roughMoney(value)}${interval && ` (${interval})`}.`;
}
