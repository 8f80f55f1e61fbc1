import * as Plot from "npm:@observablehq/plot";
import {middleOf, type Period, type PeriodKind} from "../../shared/trends/periods.js";
import {wilsonInterval} from "../../shared/wilson-interval.js";
import {annotationMarks} from "../annotations/annotation-marks.js";
import {mostOf, type PanelOptions} from "./day-panel.js";
import {periodText} from "./period-text.js";
import {trendFrame} from "./trend-frame.js";
import {type TrendMetric, trendMetrics} from "./trend-metrics.js";

/**
 * A metric by week or month, each as wide as its days: bars for amounts, for conversion a line with its 95 % interval. What the data has only
 * a part of is dashed; of too few sessions there is no rate.
 */
export function spanPanel(
  periods: readonly Period[],
  metric: TrendMetric,
  {kind, formats, width, annotations = [], isNumbered = true}: PanelOptions & {kind: PeriodKind}
): Element {
  const {label, value} = trendMetrics[metric];
  const isRate = metric === "conversion";
  const told = isRate ? periods.filter(({sessions}) => sessions >= formats.minimumTrials) : periods;
  const [whole, partial] = [true, false].map((isWhole) => told.filter((period) => period.isWhole === isWhole)) as [
    Period[],
    Period[]
  ];
  const tip = Plot.tip(
    periods,
    Plot.pointerX({
      x: middleOf,
      y: (period: Period) => value(period) ?? 0,
      title: (period: Period) => periodText(period, kind, formats),
      fontSize: 13
    })
  );
  return Plot.plot({
    ...trendFrame(metric, {formats, width, annotations, isNumbered, most: mostOf(periods, metric)}),
    ariaLabel: `${label} by ${kind}`,
    x: {type: "utc", label: null},
    marks: [
      ...annotationMarks(annotations, {formats, isNumbered}),
      ...(isRate ? rates(whole, partial) : bars(whole, partial, metric)),
      Plot.ruleY([0], {stroke: "var(--muted)"}),
      tip
    ]
  });
}

function bars(whole: readonly Period[], partial: readonly Period[], metric: TrendMetric): Plot.Markish[] {
  const {value} = trendMetrics[metric];
  const at = {x1: "from", x2: "until", y: value, insetLeft: 1, insetRight: 1} as const;
  return [
    Plot.rectY(whole, {...at, fill: "var(--kept)", fillOpacity: 0.85}),
    Plot.rectY(partial, {...at, fill: "var(--kept)", fillOpacity: 0.12, stroke: "var(--kept)", strokeDasharray: "3,3"})
  ];
}

function rates(whole: readonly Period[], partial: readonly Period[]): Plot.Markish[] {
  const {value} = trendMetrics.conversion;
  const at = {x1: "from", x2: "until", y: value, stroke: "var(--kept)", strokeWidth: 2.5} as const;
  const end = (place: 0 | 1) => (period: Period) => wilsonInterval(period.purchasing_sessions, period.sessions)[place];
  return [
    Plot.rect([...whole, ...partial], {
      x1: "from",
      x2: "until",
      y1: end(0),
      y2: end(1),
      fill: "var(--kept)",
      fillOpacity: 0.18
    }),
    Plot.link(whole, {...at, y1: value, y2: value}),
    Plot.link(partial, {...at, y1: value, y2: value, strokeDasharray: "3,3"})
  ];
}
