import type {Period, PeriodKind} from "../../shared/trends/periods.js";
import {wilsonInterval} from "../../shared/wilson-interval.js";
import type {ReportFormats} from "../report-formats.js";
import {periodWhen} from "./period-text.js";
import {type TrendMetric, trendMetrics} from "./trend-metrics.js";

/** The point of a metric's trend: when it was highest, or of conversion, where it stands. Of no whole period, that there is none. */
export function trendTitle(
  periods: readonly Period[],
  {metric, kind, formats}: {metric: TrendMetric; kind: PeriodKind; formats: ReportFormats}
): string {
  const whole = periods.filter(({isWhole}) => isWhole);
  const {value, counted} = trendMetrics[metric];
  if (!whole.length) return `No ${kind} is complete yet`;
  if (metric === "conversion") return conversionTitle(whole, kind, formats);
  const best = whole.reduce((a, b) => ((value(b) ?? 0) > (value(a) ?? 0) ? b : a));
  const most = `${counted(value(best) ?? 0, formats)} ${periodWhen(best, kind, formats)}`;
  return whole.length > 1 ? `${most}, the most of ${formats.count(whole.length)} ${kind}s` : most;
}

// one day is few sessions: the last week of days
function conversionTitle(whole: readonly Period[], kind: PeriodKind, formats: ReportFormats): string {
  const {percent, minimumTrials, day} = formats;
  const last = kind === "day" ? whole.slice(-7) : whole.slice(-1);
  const first = last[0] as Period;
  const when =
    last.length > 1 ? `in the ${last.length} days from ${day(first.from)}` : periodWhen(first, kind, formats);
  const sum = (key: "sessions" | "purchasing_sessions") => last.reduce((total, period) => total + period[key], 0);
  const [sessions, purchasing] = [sum("sessions"), sum("purchasing_sessions")];
  if (sessions < minimumTrials) return `Too few sessions ${when} to tell how many buy`;
  const [low, high] = wilsonInterval(purchasing, sessions);
  return `${percent(purchasing / sessions)} of sessions had a purchase ${when} (95% interval: ${percent(low)} to ${percent(high)})`;
}
