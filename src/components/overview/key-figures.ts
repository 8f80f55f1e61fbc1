import {html} from "npm:htl";
import type {SessionFigures} from "../../shared/sessions/count-key-figures.js";
import type {ReportFormats} from "../report-formats.js";
import {term} from "../glossary/term.js";
import {sparkline} from "./sparkline.js";

/** The one row of the table `period_comparison`: figures of the last 28 days, and of the 28 before. */
export type PeriodComparison = Record<string, number | Date | null>;

/** A row of the table `weekly`. */
export interface Week {
  users: number;
  sessions: number;
  orders: number;
  revenue: number | null;
  user_conversion_rate: number | null;
}

/** What stands beside key figures of everybody. */
export interface KeyFigureOptions {
  formats: ReportFormats;
  comparison?: PeriodComparison | undefined;
  /** whole weeks, in their order */
  weeks?: readonly Week[];
}

interface Figure {
  name: keyof SessionFigures;
  label: string;
  format: (value: number) => string;
}

/** The key figures as a strip, each with its change over the last four weeks and its course where the data reaches that far. */
export function keyFigures(figures: SessionFigures, {formats, comparison, weeks = []}: KeyFigureOptions): HTMLElement {
  const {count, percent, money} = formats;
  const shown: Figure[] = [
    {name: "users", label: "Users", format: count},
    {name: "sessions", label: "Sessions", format: count},
    {name: "user_conversion_rate", label: "Users who buy", format: percent},
    {name: "orders", label: "Orders", format: count},
    {name: "revenue", label: "Revenue", format: money},
    {name: "average_order_value", label: "Average order", format: money}
  ];
  const compared =
    comparison &&
    html`<p class="remark">
      ${term("change", "Changes")}: the 28 days to ${formats.day(comparison.ended_on as Date)} against the 28 days
      before.
    </p>`;
  return html`<div>
    <dl class="key-figures">
      ${shown.map((figure) => {
        const value = figures[figure.name];
        const change = changeText(figure.name, comparison, formats);
        return html`<div>
          <dt>${term(figure.name, figure.label)}</dt>
          <dd class="value">${value === null ? "–" : figure.format(value)}</dd>
          ${figure.name === "revenue" && value === null ? html`<dd class="change">needs a price column</dd>` : ""}
          ${change ? html`<dd class="change">${change}</dd>` : ""} ${course(figure, weeks)}
        </div>`;
      })}
    </dl>
    ${compared ?? ""}
  </div>`;
}

function changeText(name: string, comparison: PeriodComparison | undefined, formats: ReportFormats): string {
  const [current, previous] = [comparison?.[name], comparison?.[`previous_${name}`]];
  if (typeof current !== "number" || typeof previous !== "number") return "";
  return `${formats.change(current, previous)} in 28 days`;
}

function course({name, format}: Figure, weeks: readonly Week[]): Node | string {
  if (name === "average_order_value" || weeks.length < 3) return "";
  return sparkline(
    weeks.map((week) => week[name]),
    {format}
  );
}
