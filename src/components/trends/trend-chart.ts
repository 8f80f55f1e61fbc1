import {html} from "npm:htl";
import type {Annotation} from "../../shared/annotations/annotation.js";
import {selectedPeriodsQuery} from "../../shared/selection/selected-figures-query.js";
import {everybody, type Selection} from "../../shared/selection/selection.js";
import {type PeriodRow, readPeriods} from "../../shared/trends/periods.js";
import {annotationList} from "../annotations/annotation-list.js";
import {type ChartFrame, chartFigure} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";
import {selectedFrame} from "../selection/selected-frame.js";
import {dayPanel, isLong} from "./day-panel.js";
import {type Hour, hoursChart} from "./hours-chart.js";
import {periodColumns} from "./period-columns.js";
import {trendTitle} from "./trend-title.js";

/** How to draw a trend. */
export interface TrendOptions {
  formats: ReportFormats;
  /** pixels */
  width?: number;
  annotations?: readonly Annotation[];
  /** what the days are of; everybody unless told */
  selection?: Selection;
}

/** Sessions and their conversion day by day, with what is annotated; hour by hour where the data has one day only. */
export function trendChart(
  days: readonly PeriodRow[],
  hours: readonly Hour[],
  {formats, width = 640, annotations = [], selection = everybody}: TrendOptions
): HTMLElement {
  const first = days[0]?.event_date;
  if (days.length < 2 || !first) return hoursChart(hours, {formats, width});
  const periods = readPeriods(days, "day", first);
  const isBought = days.some(({purchasing_sessions}) => purchasing_sessions > 0);
  const panels = html`<div>
    ${dayPanel(periods, "sessions", {formats, width, annotations})}
    ${
      isBought
        ? dayPanel(periods, "conversion", {formats, width, annotations, isNumbered: false})
        : html`<div class="remark">No session has a purchase yet, so there is no conversion to draw.</div>`
    }
  </div>`;
  const frame: ChartFrame<PeriodRow> = {
    title: trendTitle(periods, {metric: "sessions", kind: "day", formats}),
    subtitle: `Sessions a day${isBought ? ", and the share of them with a purchase" : ""}.${lineWords(periods)}`,
    note: annotationList(annotations, {formats}),
    name: "daily",
    rows: days,
    columns: periodColumns("day", formats)
  };
  return chartFigure(panels, selectedFrame(frame, selection, {query: selectedPeriodsQuery("day", selection), formats}));
}

/** What the lines of a chart by day are, in words. */
export function lineWords(days: Parameters<typeof isLong>[0]): string {
  const long = isLong(days) ? " Thin: each day. Bold: mean of the seven days around it." : "";
  return `${long}${days.at(-1)?.isWhole === false ? " Dashed: the last day is not over." : ""}`;
}
