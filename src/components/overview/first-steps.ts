import {html} from "npm:htl";

/** A row of the table `recommendations`. */
export interface Recommendation {
  recommendation: string;
  effort: string;
  measure: string;
}

/** What to do first, in order: each with how long it takes and which number shows whether it worked. Nothing to do says so. */
export function firstSteps(recommendations: readonly Recommendation[]): HTMLElement {
  if (!recommendations.length) {
    return html`<div class="missing">
      Nothing that this report looks for holds in this data, so there is nothing to recommend.
    </div>`;
  }
  return html`<ol class="first-steps">
    ${recommendations.map(
      ({recommendation, effort, measure}) =>
        html`<li>
          <b>${recommendation}</b>
          <div class="remark">Takes ${effort}. Watch: ${measure}</div>
        </li>`
    )}
  </ol>`;
}
