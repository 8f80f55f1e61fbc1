import {html} from "npm:htl";
import {counted} from "../../shared/number-format.js";
import type {ReportFormats} from "../report-formats.js";

/** A row of the table `ml_segments`, with what its users left in their carts. */
export interface ActionSegment {
  segment: string;
  users: number;
  total_revenue: number;
  average_revenue: number;
  average_orders: number;
  left_behind: number | null;
}

/** What all users add up to. */
export interface ActionTotals {
  revenue: number | null;
  average_order_value: number | null;
}

type Sentence = (segment: ActionSegment, totals: ActionTotals, formats: ReportFormats) => string;

// by how the build names segments: segmentation/name-segments.ts
const actions: [name: string, action: string, worth: Sentence][] = [
  ["High-value loyal customers", "Thank them, and let them see new things first.", keepWorth],
  ["Loyal customers", "Thank them, and show what goes with what they bought.", keepWorth],
  ["Occasional buyers", "Give a reason for a second order, soon after the first.", secondOrderWorth],
  ["Cart abandoners", "Remind them of what they left behind, after an hour, a day and three days.", cartWorth],
  [
    "Browsers",
    "Show what others bought, and make price, delivery and returns plain on every product page.",
    firstOrderWorth
  ],
  ["Mixed shoppers", "Look at what they view before writing to all of them alike.", () => ""]
];

/** What to do with each segment, and what it could bring where the numbers allow to say so; nothing for no segments. */
export function segmentActions(
  segments: readonly ActionSegment[],
  {totals, formats}: {totals: ActionTotals; formats: ReportFormats}
): HTMLElement {
  return html`<ul class="segment-actions">
    ${segments.map((segment) => {
      const [, action = "", worth = () => ""] = actions.find(([name]) => segment.segment.startsWith(name)) ?? [];
      return html`<li><b>${segment.segment}</b>: ${action} ${worth(segment, totals, formats)}</li>`;
    })}
  </ul>`;
}

function keepWorth({users, total_revenue}: ActionSegment, {revenue}: ActionTotals, formats: ReportFormats): string {
  if (!revenue || users < 10) return "";
  return `They bring ${formats.percent(total_revenue / revenue)} of the revenue: losing one in ten of the ${formats.count(users)} would cost about ${formats.roughMoney(total_revenue / 10)} in a period like this.`;
}

function secondOrderWorth(
  {users, average_revenue, average_orders}: ActionSegment,
  _: ActionTotals,
  formats: ReportFormats
): string {
  if (users < 10 || !(average_revenue > 0 && average_orders > 0)) return "";
  const order = average_revenue / average_orders;
  return `If one in ten of the ${formats.count(users)} ordered once more, for the ${formats.money(order)} that they spend on an order, that would bring about ${formats.roughMoney((users / 10) * order)}.`;
}

function cartWorth({users, left_behind}: ActionSegment, _: ActionTotals, formats: ReportFormats): string {
  if (!left_behind || users < 10) return "";
  return `${formats.roughMoney(left_behind)} lie in the carts of ${counted(users, "user", "users", formats)}.`;
}

function firstOrderWorth(
  {users, left_behind}: ActionSegment,
  {average_order_value: order}: ActionTotals,
  formats: ReportFormats
): string {
  const carts = left_behind ? ` ${formats.roughMoney(left_behind)} lie in carts that they left behind.` : "";
  if (!order || users < 100) return carts.trim();
  return `If one in a hundred of the ${formats.count(users)} bought once, for the average order of ${formats.money(order)}, that would bring about ${formats.roughMoney((users / 100) * order)}.${carts}`;
}
