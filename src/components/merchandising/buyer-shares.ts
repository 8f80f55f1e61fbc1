import {html} from "npm:htl";
import {chartFigure} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";

/** A row of the table `revenue_concentration`: the best buyers and what they bring in. */
export interface BuyerShare {
  /** the best buyers as a share of all of them, 0 to 1 */
  buyer_share: number;
  buyers: number;
  revenue: number;
  revenue_share: number;
}

/** How much the best buyers bring in. Without rows it says what it needs. */
export function buyerShares(shares: readonly BuyerShare[], {formats}: {formats: ReportFormats}): HTMLElement {
  const tenth = shares.find(({buyer_share}) => Math.abs(buyer_share - 0.1) < 0.001) ?? shares[0];
  if (!tenth) {
    return html`<div class="missing">
      How much the best buyers bring in can be told once there are enough buyers, with the price of what they bought.
    </div>`;
  }
  const best = ({buyer_share}: BuyerShare) => `best ${(buyer_share * 100).toFixed(0)}%`;
  const bars = html`<ol class="buyer-shares">
    ${shares.map(
      (share) =>
        html`<li>
          <span class="name">${best(share)}</span>
          <span class="track">
            <span class="bar" style=${{width: `${(share.revenue_share * 100).toFixed(2)}%`}}></span>
            <span class="alike" style=${{left: `${(share.buyer_share * 100).toFixed(2)}%`}}></span>
          </span>
          <span class="value">${formats.percent(share.revenue_share)}</span>
        </li>`
    )}
  </ol>`;
  return chartFigure(bars, {
    title: `The ${best(tenth)} of buyers bring ${formats.percent(tenth.revenue_share)} of the revenue`,
    subtitle:
      "Share of all revenue that the best buyers bring in. The line: what they would bring if all buyers were alike.",
    note: `${formats.count(tenth.buyers)} buyers brought in ${formats.money(tenth.revenue)}.`,
    name: "revenue-concentration",
    rows: shares,
    columns: [
      {label: "Buyers", text: best},
      {label: "How many", text: ({buyers}) => formats.count(buyers), isNumber: true},
      {label: "Revenue", text: ({revenue}) => formats.money(revenue), isNumber: true},
      {label: "Of all revenue", text: ({revenue_share}) => formats.percent(revenue_share), isNumber: true}
    ]
  });
}
