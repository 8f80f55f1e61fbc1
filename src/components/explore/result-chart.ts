import {html} from "npm:htl";
import * as Plot from "npm:@observablehq/plot";
import type {ChartSettings} from "../../shared/notebook/chart-choice.js";
import type {QueryResult} from "../../shared/notebook/query-result.js";
import {plotStyle} from "../figure/plot-style.js";

interface Point {
  x: number | Date | string;
  y: number;
  color: string;
}

interface Scene extends ChartSettings {
  points: Point[];
  /** values that have a colour of their own, the most frequent first; what has none is grey */
  colored: string[];
  labels: {x: string; y: string; color: string};
  width: number;
}

const maximumPoints = 5000;
const maximumBars = 60;
const rest = "others";

/** A result as bars, a line or dots, with what is left out of it told below. */
export function resultChart(result: QueryResult, settings: ChartSettings, {width = 640} = {}): HTMLElement {
  const read = Math.min(result.rowCount, maximumPoints);
  const points = readPoints(result, settings, read);
  if (!points.length) {
    return html`<div class="missing">None of the rows has both values, so there is nothing to draw.</div>`;
  }
  const isList = settings.mark === "bar" && result.columns[settings.x]?.kind === "text";
  const shown = isList ? groupPoints(points).slice(0, maximumBars) : points;
  const name = (column?: number) => result.columns[column ?? -1]?.name ?? "";
  const scene: Scene = {
    ...settings,
    points: shown,
    colored: settings.color === undefined ? [] : mostFrequent(shown),
    labels: {x: name(settings.x), y: name(settings.y), color: name(settings.color)},
    width
  };
  const plot = isList ? barList(scene) : settings.mark === "bar" ? columnPlot(scene) : pointPlot(scene);
  const remarks = [
    shown.length < points.length && `The first ${shown.length} of ${points.length} bars.`,
    result.rowCount > read && `The first ${read} of ${result.rowCount} rows.`,
    points.length < read && `${read - points.length} of the rows lack a value and are not drawn.`
  ].filter(Boolean);
  return html`<figure class="result-chart" aria-label=${`${scene.labels.y} by ${scene.labels.x}`}>
    ${scene.colored.length ? colorKey(scene) : ""} ${plot}
    ${remarks.length ? html`<figcaption class="remark">${remarks.join(" ")}</figcaption>` : ""}
  </figure>`;
}

function readPoints(result: QueryResult, {x, y, color}: ChartSettings, count: number): Point[] {
  const points: Point[] = [];
  for (let row = 0; row < count; ++row) {
    const [across, up] = [
      result.value(row, x) ?? (result.columns[x]?.kind === "text" ? "null" : null),
      result.value(row, y)
    ];
    if (across === null || typeof up !== "number" || !Number.isFinite(up)) continue;
    points.push({x: across, y: up, color: color === undefined ? "" : (result.text(row, color) ?? "null")});
  }
  return points;
}

function mostFrequent(points: readonly Point[]): string[] {
  const counts = new Map<string, number>();
  for (const {color} of points) counts.set(color, (counts.get(color) ?? 0) + 1);
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)).slice(0, 5);
}

function colorOf(value: string, {colored}: Pick<Scene, "colored">): string {
  const place = colored.indexOf(value);
  return !colored.length ? "var(--kept)" : place < 0 ? "var(--muted)" : `var(--series-${place + 1})`;
}

function colorKey({points, colored, labels}: Scene): HTMLElement {
  const hasRest = points.some(({color}) => !colored.includes(color));
  return html`<ul class="color-key" aria-label=${`Colours: ${labels.color}`}>
    ${[...colored, ...(hasRest ? [rest] : [])].map(
      (value) => html`<li><span style=${`background: ${colorOf(value, {colored})}`}></span>${value}</li>`
    )}
  </ul>`;
}

// points with the same text beside each other, in the order in which the rows first name it
function groupPoints(points: readonly Point[]): Point[] {
  const groups = new Map<Point["x"], Point[]>();
  for (const point of points) groups.set(point.x, [...(groups.get(point.x) ?? []), point]);
  return [...groups.values()].flat();
}

// a bar for each row beside the name that it stands for, with its number written out
function barList(scene: Scene): Element {
  const {points, labels, width} = scene;
  const longest = Math.max(...points.map(({x}) => String(x).length));
  const marginLeft = Math.min(longest * 7 + 16, width * 0.4);
  const rows = points.map((_, row) => row);
  const across = points.map(({y}) => y);
  return Plot.plot({
    style: plotStyle,
    width,
    height: points.length * 24 + 16,
    marginLeft,
    marginRight: 64,
    marginTop: 8,
    marginBottom: 8,
    ariaLabel: `Bars of ${labels.y} by ${labels.x}`,
    // the numbers stand beside the bars
    x: {axis: null},
    y: {domain: rows, label: null},
    marks: [
      Plot.axisY({
        // a name that several bars share is told once
        tickFormat: (row: number) => (points[row]?.x === points[row - 1]?.x ? "" : String(points[row]?.x)),
        lineWidth: marginLeft / 13,
        textOverflow: "ellipsis",
        tickSize: 0
      }),
      Plot.barX(rows, {
        x: across,
        y: rows,
        fill: points.map(({color}) => colorOf(color, scene)),
        insetTop: 2,
        insetBottom: 2
      }),
      Plot.ruleX([0], {stroke: "var(--muted)"}),
      Plot.text(rows, {
        x: across.map((value) => Math.max(value, 0)),
        y: rows,
        text: across.map(shortNumber),
        textAnchor: "start",
        dx: 5
      })
    ]
  });
}

// standing bars over days or numbers, each as wide as the smallest step between two
function columnPlot(scene: Scene): Element {
  const {points, labels, width} = scene;
  const places = [...new Set(points.map(({x}) => Number(x)))].sort((a, b) => a - b);
  const step = Math.min(...places.slice(1).map((place, i) => place - (places[i] ?? 0)), Infinity);
  const half = (Number.isFinite(step) ? step : points[0]?.x instanceof Date ? 86_400_000 : 1) * 0.45;
  const place = (x: Point["x"], by: number) => (x instanceof Date ? new Date(x.getTime() + by) : Number(x) + by);
  return Plot.plot({
    ...frame(scene),
    ariaLabel: `Bars of ${labels.y} by ${labels.x}`,
    x: {label: labels.x, type: points[0]?.x instanceof Date ? "utc" : "linear", ticks: width / 110},
    marks: [
      Plot.rectY(points, {
        x1: ({x}: Point) => place(x, -half),
        x2: ({x}: Point) => place(x, half),
        y: "y",
        fill: (point: Point) => colorOf(point.color, scene)
      }),
      Plot.ruleY([0], {stroke: "var(--muted)"})
    ]
  });
}

function pointPlot(scene: Scene): Element {
  const {points, labels, mark, width} = scene;
  const isOrdered = typeof points[0]?.x !== "string";
  const isDate = points[0]?.x instanceof Date;
  const stroke = (point: Point) => colorOf(point.color, scene);
  const shown = isOrdered && mark === "line" ? [...points].sort((a, b) => Number(a.x) - Number(b.x)) : points;
  const tip = {channels: labels.color ? {[labels.color]: "color"} : {}, x: "x", y: "y"};
  return Plot.plot({
    ...frame(scene),
    ariaLabel: `${mark === "line" ? "Lines" : "Dots"} of ${labels.y} over ${labels.x}`,
    x: {
      label: labels.x,
      type: isDate ? "utc" : isOrdered ? "linear" : "point",
      ...(isOrdered ? {ticks: width / 110} : {domain: [...new Set(points.map(({x}) => x))]})
    },
    marks: [
      ...(mark === "line"
        ? [Plot.line(shown, {x: "x", y: "y", z: "color", stroke, strokeWidth: 1.75})]
        : [Plot.dot(shown, {x: "x", y: "y", stroke, fill: stroke, fillOpacity: 0.5, r: 3})]),
      // a line of few points shows where they are
      ...(mark === "line" && shown.length <= 60 ? [Plot.dot(shown, {x: "x", y: "y", fill: stroke, r: 2.5})] : []),
      Plot.tip(shown, Plot.pointer({...tip, fill: "var(--page)", stroke: "var(--muted)"}))
    ]
  });
}

function frame({points, labels, width}: Scene): Plot.PlotOptions {
  const longest = Math.max(...points.map(({y}) => shortNumber(y).length));
  return {
    style: plotStyle,
    width,
    height: Math.max(240, Math.min(360, width * 0.5)),
    marginLeft: Math.max(44, longest * 8 + 12),
    marginBottom: 40,
    y: {label: labels.y, grid: true, ticks: 5, nice: true}
  };
}

function shortNumber(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 4;
  return value.toLocaleString("en-GB", {maximumFractionDigits: digits});
}
