import type * as Plot from "npm:@observablehq/plot";
import type {Annotation} from "../../shared/annotations/annotation.js";
import {annotationMargin} from "../annotations/annotation-marks.js";
import {plotStyle} from "../figure/plot-style.js";
import type {ReportFormats} from "../report-formats.js";
import {type TrendMetric, trendMetrics} from "./trend-metrics.js";

/** What the frame of a chart of a metric over time follows from. */
export interface FrameOptions {
  formats: ReportFormats;
  /** pixels */
  width: number;
  annotations: readonly Annotation[];
  isNumbered: boolean;
  /** the largest value, so that small counts have whole ticks */
  most: number;
}

/** What all charts of a metric over time have in common: their size, their margins, and an axis from 0 in the metric's unit. */
export function trendFrame(metric: TrendMetric, options: FrameOptions): Plot.PlotOptions {
  const {formats, width, annotations, isNumbered, most} = options;
  const isCount = metric === "sessions" || metric === "orders";
  const {label, text} = trendMetrics[metric];
  const marginTop = isNumbered && annotations.length ? annotationMargin : 24;
  return {
    width,
    height: (width < 500 ? 176 : 206) + marginTop,
    marginTop,
    marginLeft: metric === "revenue" ? 72 : 52,
    marginBottom: 36,
    marginRight: 16,
    style: plotStyle,
    y: {
      label,
      grid: true,
      ticks: isCount ? Math.max(1, Math.min(4, most)) : 4,
      nice: true,
      zero: true,
      tickFormat: (value: number) =>
        metric === "conversion" ? `${Number((value * 100).toFixed(1))}%` : text(value, formats)
    }
  };
}
