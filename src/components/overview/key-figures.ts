import {html} from "npm:htl";
import type {ReportFormats} from "../report-formats.js";

/** The one row of the table `kpis`. */
export interface KeyFigures {
  users: number;
  sessions: number;
  orders: number;
  revenue: number | null;
  average_order_value: number | null;
  user_conversion_rate: number;
}

/** The one row of the table `period_comparison`: figures of the last 28 days, and of the 28 before. */
export type PeriodComparison = Record<string, number | Date | null>;

/** The key figures as a strip, each with its change over the last four weeks where the data reaches that far. */
export function keyFigures(
  kpis: KeyFigures,
  {formats, comparison}: {formats: ReportFormats; comparison?: PeriodComparison | undefined}
): HTMLElement {
  const {count, percent, money} = formats;
  const change = (name: string): string => {
    const [current, previous] = [comparison?.[name], comparison?.[`previous_${name}`]];
    if (typeof current !== "number" || typeof previous !== "number") return "";
    return `${formats.change(current, previous)} in 28 days`;
  };
  const noMoney = "needs a price column";
  const figures: [label: string, value: string, change: string][] = [
    ["Users", count(kpis.users), change("users")],
    ["Sessions", count(kpis.sessions), change("sessions")],
    ["Users who buy", percent(kpis.user_conversion_rate), change("user_conversion_rate")],
    ["Orders", count(kpis.orders), change("orders")],
    ["Revenue", kpis.revenue === null ? "–" : money(kpis.revenue), kpis.revenue === null ? noMoney : change("revenue")],
    ["Average order", kpis.average_order_value === null ? "–" : money(kpis.average_order_value), ""]
  ];
  const compared =
    comparison &&
    html`<p class="remark">
      Changes: the 28 days to ${formats.day(comparison.ended_on as Date)} against the 28 days before.
    </p>`;
  return html`<div>
    <dl class="key-figures">
      ${figures.map(
        ([label, value, text]) =>
          html`<div>
            <dt>${label}</dt>
            <dd class="value">${value}</dd>
            ${text ? html`<dd class="change">${text}</dd>` : ""}
          </div>`
      )}
    </dl>
    ${compared ?? ""}
  </div>`;
}
