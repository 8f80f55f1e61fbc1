import type {Period, PeriodKind} from "../../shared/trends/periods.js";
import type {ReportFormats} from "../report-formats.js";
import {trendMetrics} from "./trend-metrics.js";

/** When a period is, as "on 7 December 2020", "in the week from 7 December 2020" or "in the month from 1 December 2020". */
export function periodWhen({from}: Pick<Period, "from">, kind: PeriodKind, {day}: ReportFormats): string {
  return kind === "day" ? `on ${day(from)}` : `in the ${kind} from ${day(from)}`;
}

/** All that is known of a period, a line each, as a tooltip has it. */
export function periodText(period: Period, kind: PeriodKind, formats: ReportFormats): string {
  const {sessions, revenue, isWhole} = period;
  const {counted: countedSessions} = trendMetrics.sessions;
  const conversion = trendMetrics.conversion.value(period);
  const isTold = sessions >= formats.minimumTrials && conversion !== null;
  return [
    kind === "day"
      ? formats.day(period.from)
      : `${kind === "week" ? "Week" : "Month"} from ${formats.day(period.from)}`,
    countedSessions(sessions, formats),
    isTold ? `${formats.percent(conversion)} with a purchase` : "too few sessions to tell a rate",
    `${trendMetrics.orders.counted(period.orders, formats)}${revenue === null ? "" : `, ${formats.money(revenue)}`}`,
    ...(isWhole ? [] : [`the data has only a part of the ${kind}`])
  ].join("\n");
}
