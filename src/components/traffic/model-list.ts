import {html} from "npm:htl";
import {attributionModelNames, attributionModels} from "../../shared/attribution-models.js";
import {counted} from "../../shared/number-format.js";
import type {Credit} from "../../shared/traffic/credit-ranges.js";
import type {ReportFormats} from "../report-formats.js";

/** What each model of attribution means, and how many orders it shares out in all, in a list. */
export function modelList(credits: readonly Credit[], {formats}: {formats: ReportFormats}): HTMLElement {
  return html`<div>
    <p>The credit for an order goes, by the model</p>
    <dl class="model-list">
      ${attributionModelNames.flatMap((name) => {
        const orders = credits.filter(({model}) => model === name).reduce((sum, row) => sum + row.orders, 0);
        return [
          html`<dt>${attributionModels[name].label}</dt>`,
          html`<dd>${attributionModels[name].meaning}</dd>`,
          html`<dd class="total">${counted(Math.round(orders), "order", "orders", formats)} in all</dd>`
        ];
      })}
    </dl>
  </div>`;
}
