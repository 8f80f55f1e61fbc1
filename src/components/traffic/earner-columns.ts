import {html} from "npm:htl";
import {conversionInterval} from "../../shared/traffic/conversion-interval.js";
import {type Earner, isPaid} from "../../shared/traffic/traffic-rows.js";
import type {NumbersColumn} from "../figure/numbers-table.js";
import type {ReportFormats} from "../report-formats.js";
import type {BarColumn} from "./bar-columns.js";
import {barTrack, intervalTrack, ratioScale, ratioTrack} from "./bar-tracks.js";

/** What all rows are a part of. */
export interface EarnerTotals {
  sessions: number;
  orders: number;
  revenue: number | null;
  session_conversion_rate: number | null;
}

const verdicts: Record<string, {text: string; tone: string}> = {
  higher: {text: "▲ higher", tone: "higher"},
  lower: {text: "▼ lower", tone: "lower"},
  no_difference: {text: "no difference", tone: ""},
  too_few_to_tell: {text: "too few to tell", tone: ""}
};

/** How the conversion of something compares with that of all others, in words; nothing where there is nothing to compare with. */
export function verdictText(verdict: string | null): string {
  return verdict === null ? "" : (verdicts[verdict]?.text ?? "");
}

/** Visits, with their share of all. */
export function visitsColumn<T extends Earner>(
  rows: readonly T[],
  totals: EarnerTotals,
  {count, percent}: ReportFormats
): BarColumn<T> {
  const most = Math.max(...rows.map(({sessions}) => sessions));
  return {
    label: "Visits",
    text: ({sessions}) => count(sessions),
    detail: ({sessions}) => (sessions ? percent(sessions / totals.sessions) : ""),
    track: ({sessions}) => barTrack(sessions, {most})
  };
}

/** The share of visits with an order, with its interval and how it compares with that of the others. */
export function conversionColumn<T extends Earner>(
  rows: readonly T[],
  totals: EarnerTotals,
  {percent, minimumTrials}: ReportFormats
): BarColumn<T> {
  const intervals = new Map(rows.map((row) => [row, conversionInterval(row, minimumTrials)]));
  const most = Math.max(...[...intervals.values()].map((interval) => interval?.[1] ?? 0));
  const toneOf = ({verdict}: T): string => verdicts[verdict ?? ""]?.tone ?? "";
  return {
    label: "Visits with an order",
    text: (row) =>
      intervals.get(row) ? percent(row.conversion_rate ?? NaN) : row.sessions ? "too few to tell" : "no visit",
    detail: (row) =>
      intervals.get(row) ? html`<span class=${`verdict ${toneOf(row)}`}>${verdictText(row.verdict)}</span>` : "",
    track: (row) => {
      const interval = intervals.get(row);
      if (!interval || row.conversion_rate === null) return null;
      const [low, high] = interval;
      const reference = totals.session_conversion_rate;
      return intervalTrack({rate: row.conversion_rate, low, high}, {most, reference, tone: toneOf(row)});
    }
  };
}

/** Revenue with its share of all; orders where the data has no prices. */
export function revenueColumn<T extends Earner>(
  rows: readonly T[],
  totals: EarnerTotals,
  {count, money, percent}: ReportFormats
): BarColumn<T> {
  const hasPrices = rows.some(({revenue}) => revenue !== null) && totals.revenue !== null;
  const value = ({orders, revenue}: T): number => (hasPrices ? (revenue ?? 0) : orders);
  const total = (hasPrices ? totals.revenue : totals.orders) ?? 0;
  const most = Math.max(...rows.map(value));
  return {
    label: hasPrices ? "Revenue" : "Orders",
    text: (row) => (hasPrices ? money : count)(value(row)),
    detail: (row) => (total > 0 ? percent(value(row) / total) : ""),
    track: (row) => barTrack(value(row), {most})
  };
}

/** What was paid, with its share of all that was. */
export function costColumn<T extends Earner>(rows: readonly T[], {money, percent}: ReportFormats): BarColumn<T> {
  const most = Math.max(...rows.map(({cost}) => cost ?? 0));
  const total = rows.reduce((sum, {cost}) => sum + (cost ?? 0), 0);
  return {
    label: "Cost",
    text: ({cost}) => (cost === null ? "not known" : money(cost)),
    detail: ({cost}) => (cost === null || total === 0 ? "" : percent(cost / total)),
    track: ({cost}) => (cost === null ? null : barTrack(cost, {most}))
  };
}

/** What an order cost, with what was paid in all. */
export function costPerOrderColumn<T extends Earner>(rows: readonly T[], {count, money}: ReportFormats): BarColumn<T> {
  const most = Math.max(...rows.map(({cost_per_order}) => cost_per_order ?? 0));
  return {
    label: "Cost per order",
    text: ({cost, cost_per_order}) =>
      cost === null ? "no cost known" : cost_per_order === null ? "no order" : money(cost_per_order),
    detail: ({cost, orders}) => (cost === null ? "" : `${money(cost)} ÷ ${count(orders)}`),
    track: ({cost_per_order}) => (cost_per_order === null ? null : barTrack(cost_per_order, {most}))
  };
}

/** Revenue ÷ cost, from the line at which it is 1. */
export function returnColumn<T extends Earner>(rows: readonly T[], {decimal}: ReportFormats): BarColumn<T> {
  const scale = ratioScale(rows.flatMap((row) => row.return_on_ad_spend ?? []));
  return {
    label: "Revenue ÷ cost",
    text: (row) =>
      row.return_on_ad_spend === null
        ? isPaid(row)
          ? "no revenue known"
          : "no cost known"
        : `${decimal(row.return_on_ad_spend)}×`,
    detail: ({return_on_ad_spend: ratio}) => (ratio !== null && ratio < 1 ? "below its cost" : ""),
    track: ({return_on_ad_spend: ratio}) => (ratio === null ? null : ratioTrack(ratio, scale))
  };
}

/** The numbers of channels and campaigns as a table has them. */
export function earnerNumbers<T extends Earner>(formats: ReportFormats): NumbersColumn<T>[] {
  const {count, percent, money, decimal, minimumTrials} = formats;
  const number = (label: string, text: (row: T) => string): NumbersColumn<T> => ({label, text, isNumber: true});
  return [
    number("Visits", ({sessions}) => count(sessions)),
    number("Visits with an order", (row) =>
      row.sessions < minimumTrials ? "too few to tell" : percent(row.conversion_rate ?? NaN)
    ),
    number("95% interval", (row) => {
      const interval = conversionInterval(row, minimumTrials);
      return interval ? interval.map(percent).join(" to ") : "–";
    }),
    {label: "Against the others", text: ({verdict}) => verdictText(verdict).replace(/^\W+/, "") || "–"},
    number("Orders", ({orders}) => count(orders)),
    number("Revenue", ({revenue}) => money(revenue ?? NaN)),
    number("Cost", ({cost}) => money(cost ?? NaN)),
    number("Cost per order", (row) => money(row.cost_per_order ?? NaN)),
    number("Revenue ÷ cost", (row) => decimal(row.return_on_ad_spend ?? NaN))
  ];
}
