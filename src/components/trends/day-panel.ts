import * as Plot from "npm:@observablehq/plot";
import type {Annotation} from "../../shared/annotations/annotation.js";
import {meansOfWeek} from "../../shared/trends/means-of-week.js";
import {middleOf, type Period} from "../../shared/trends/periods.js";
import {annotationMarks} from "../annotations/annotation-marks.js";
import type {ReportFormats} from "../report-formats.js";
import {periodText} from "./period-text.js";
import {trendFrame} from "./trend-frame.js";
import {type TrendMetric, trendMetrics} from "./trend-metrics.js";

/** How to draw a metric over time. */
export interface PanelOptions {
  formats: ReportFormats;
  /** pixels */
  width: number;
  annotations?: readonly Annotation[] | undefined;
  /** false where the panel above has the annotations' numbers */
  isNumbered?: boolean;
}

/** From so many days on, the mean of a week is drawn over the days. */
const longDays = 14;

/** Whether there are so many days that the mean of a week is drawn over them. */
export function isLong(days: readonly Period[]): boolean {
  return days.filter(({isWhole}) => isWhole).length >= longDays;
}

/** A metric day by day: thin lines for the days where there are many, with the mean of the week around each; the last day, not over, dashed. */
export function dayPanel(
  days: readonly Period[],
  metric: TrendMetric,
  {formats, width, annotations = [], isNumbered = true}: PanelOptions
): Element {
  const complete = days.filter(({isWhole}) => isWhole);
  const {label, value} = trendMetrics[metric];
  const shown = (period: Period) => (isTold(period, metric, formats) ? value(period) : null);
  const unfinished = days.at(-1)?.isWhole === false ? days.slice(-2) : [];
  // as the middle of its day, so that it lies within what is marked of it
  const line = {x: middleOf, stroke: "var(--kept)"} as const;
  return Plot.plot({
    ...trendFrame(metric, {formats, width, annotations, isNumbered, most: mostOf(days, metric)}),
    ariaLabel: `${label} a day`,
    x: {type: "utc", label: null, ...(days.length < 10 && {ticks: "day"})},
    marks: [
      ...annotationMarks(annotations, {formats, isNumbered}),
      Plot.ruleY([0], {stroke: "var(--muted)"}),
      Plot.lineY(complete, {
        ...line,
        y: shown,
        strokeWidth: isLong(days) ? 1 : 2,
        strokeOpacity: isLong(days) ? 0.45 : 1
      }),
      isLong(days) ? Plot.lineY(means(complete, metric, formats), {...line, y: "mean", strokeWidth: 2.5}) : null,
      Plot.lineY(unfinished, {...line, y: shown, strokeDasharray: "3,3"}),
      // a day between days without a rate is no line
      Plot.dot(lonely(complete, shown), {x: middleOf, y: shown, r: 1.5, fill: "var(--kept)"}),
      Plot.tip(
        days,
        Plot.pointerX({
          x: middleOf,
          y: (period: Period) => value(period) ?? 0,
          title: (period: Period) => periodText(period, "day", formats),
          fontSize: 13
        })
      )
    ]
  });
}

/** The largest value of a metric; 0 where there is none. */
export function mostOf(periods: readonly Period[], metric: TrendMetric): number {
  return Math.max(0, ...periods.map((period) => trendMetrics[metric].value(period) ?? 0));
}

// of too few sessions, a rate says nothing
function isTold({sessions}: Period, metric: TrendMetric, {minimumTrials}: ReportFormats): boolean {
  return metric !== "conversion" || sessions >= minimumTrials;
}

function means(complete: readonly Period[], metric: TrendMetric, {minimumTrials}: ReportFormats) {
  const {value} = trendMetrics[metric];
  const isRate = metric === "conversion";
  const parts = complete.map((period) => ({
    value: isRate ? period.purchasing_sessions : value(period),
    weight: isRate ? period.sessions : 1
  }));
  return meansOfWeek(parts, isRate ? minimumTrials : 1).map((mean, i) => ({...(complete[i] as Period), mean}));
}

function lonely(days: readonly Period[], shown: (day: Period) => number | null): Period[] {
  return days.filter((day, i) => {
    const neighbours = [days[i - 1], days[i + 1]];
    return shown(day) !== null && neighbours.every((neighbour) => !neighbour || shown(neighbour) === null);
  });
}
