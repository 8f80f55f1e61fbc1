import * as Plot from "npm:@observablehq/plot";
import {type Apart, placeApart} from "../../shared/place-apart.js";
import {plotStyle} from "../figure/plot-style.js";
import type {ReportFormats} from "../report-formats.js";
import type {PurchaseCurve} from "./curve-rows.js";

/** How to draw curves. */
export interface CurveChartOptions {
  formats: ReportFormats;
  ariaLabel: string;
  /** what days are counted from, as “the first visit” */
  since: string;
  /** pixels */
  width?: number;
}

type Label = Apart<Point>;

interface Point {
  curve: PurchaseCurve;
  day: number;
  share: number;
  low: number | null;
  high: number | null;
}

// colours for so many curves; the rest is grey
const coloured = 5;
// intervals of more curves than these would cover each other
const banded = 3;

/** The share that has bought by day, a line for each of the curves, with its name at its end and its 95 % interval where there are few. */
export function curveChart(
  curves: readonly PurchaseCurve[],
  {formats, ariaLabel, since, width = 640}: CurveChartOptions
): SVGSVGElement | HTMLElement {
  const isNarrow = width < 500;
  const [height, marginTop, marginBottom, marginRight] = [isNarrow ? 300 : 340, 24, 44, isNarrow ? 128 : 210];
  const points = curves.map(pointsOf);
  const all = points.flat();
  const days = Math.max(1, ...all.map(({day}) => day));
  const most =
    Math.max(0.001, ...all.map(({share, high}) => (curves.length <= banded ? (high ?? share) : share))) * 1.04;
  const inner = height - marginTop - marginBottom;
  const labels = placeApart(
    points.flatMap((line) => line.at(-1) ?? []),
    {place: ({share}) => share / most, gap: 17 / inner}
  );
  const color = (curve: PurchaseCurve) => colorOf(curves.indexOf(curve), curves.length);
  return Plot.plot({
    width,
    height,
    marginTop,
    marginBottom,
    marginLeft: 48,
    marginRight,
    style: plotStyle,
    ariaLabel,
    r: {type: "identity"},
    x: {
      domain: [0, days],
      label: `Days since ${since}`,
      labelArrow: "none",
      ticks: isNarrow ? 4 : 8,
      labelAnchor: "center"
    },
    y: {domain: [0, most], label: null, grid: true, ticks: 5, tickFormat: (share: number) => formats.percent(share)},
    marks: [
      Plot.ruleY([0], {stroke: "var(--muted)"}),
      ...(curves.length <= banded
        ? points.map((line) =>
            Plot.areaY(line, {
              x: "day",
              y1: ({low, share}: Point) => low ?? share,
              y2: ({high, share}: Point) => high ?? share,
              fill: ({curve}: Point) => color(curve),
              fillOpacity: 0.16
            })
          )
        : []),
      ...points.map((line) =>
        Plot.lineY(line, {
          x: "day",
          y: "share",
          stroke: color(line[0]?.curve as PurchaseCurve),
          strokeWidth: 2
        })
      ),
      // a share is known on the days of its dots; between them enough people had to buy first
      Plot.dot(all, {
        x: "day",
        y: "share",
        fill: ({curve}: Point) => color(curve),
        r: (point: Point) => (isLast(point) ? 4 : 2)
      }),
      Plot.link(labels, {
        x1: ({item}: Label) => item.day,
        x2: days,
        y1: ({item}: Label) => item.share,
        y2: ({at}: Label) => at * most,
        stroke: "var(--theme-foreground-fainter)",
        strokeDasharray: "2,3",
        dx: 5
      }),
      Plot.text(labels, {
        x: days,
        y: ({at}: Label) => at * most,
        text: ({item}: Label) => `${shortened(item.curve.value, isNarrow ? 11 : 20)} ${formats.percent(item.share)}`,
        textAnchor: "start",
        dx: 12,
        fontWeight: 600,
        fill: ({item}: Label) => color(item.curve)
      }),
      Plot.tip(
        all,
        Plot.pointer({x: "day", y: "share", title: (point: Point) => pointText(point, formats), fontSize: 13})
      )
    ]
  });
}

function pointsOf(curve: PurchaseCurve): Point[] {
  return curve.days.map((day, i) => ({
    curve,
    day,
    share: curve.share[i] ?? 0,
    low: curve.low[i] ?? null,
    high: curve.high[i] ?? null
  }));
}

function isLast({curve, day}: Point): boolean {
  return day === curve.days.at(-1);
}

function colorOf(index: number, count: number): string {
  if (count === 1) return "var(--kept)";
  return index < coloured ? `var(--category-${index + 1})` : "var(--muted)";
}

function shortened(text: string, length: number): string {
  const characters = [...(text === "all" ? "Everybody" : text)];
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : characters.join("");
}

function pointText({curve, day, share, low, high}: Point, {percent, count}: ReportFormats): string {
  const interval = low === null || high === null ? "" : `\n95% interval: ${percent(low)} to ${percent(high)}`;
  return `${curve.value === "all" ? "Everybody" : curve.value}\n${percent(share)} within ${count(day)} ${day === 1 ? "day" : "days"}${interval}`;
}
