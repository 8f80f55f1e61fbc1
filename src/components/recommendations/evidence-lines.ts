import * as Plot from "npm:@observablehq/plot";
import {html} from "npm:htl";
import {groupBy} from "../../shared/group-by.js";
import {plotStyle} from "../figure/plot-style.js";
import type {EvidenceDrawing} from "./evidence-bars.js";
import type {EvidenceRow} from "./evidence-figure.js";

/** How to draw lines. */
export interface EvidenceLinesOptions extends EvidenceDrawing {
  /** what is not a day along the horizontal axis, as its unit is read */
  xText: (value: number) => string;
  /** the days to shade */
  started_on: Date | null;
  ended_on: Date | null;
  /** pixels */
  width?: number;
}

const dayLength = 86_400_000;

/** A panel for each line behind a finding: what was observed, dashed what was to be expected, and the days that the finding is about shaded. */
export function evidenceLines(rows: readonly EvidenceRow[], {width = 640, ...options}: EvidenceLinesOptions): Node {
  const lines = [...groupBy(rows, ({series}) => series)];
  return html`<div>
    ${lines.map(
      ([series, points]) =>
        html`<div>
          ${lines.length > 1 && series !== null ? html`<div class="series">${options.seriesLabel(series)}</div>` : ""}
          ${panel(points, {width, ...options})}
        </div>`
    )}
  </div>`;
}

function panel(
  rows: readonly EvidenceRow[],
  {width, text, xText, started_on: from, ended_on: to}: EvidenceLinesOptions & {width: number}
): Node {
  const isDays = rows.every(({label}) => /^\d{4}-\d{2}-\d{2}$/.test(label));
  const points = rows.map((row) => ({...row, x: isDays ? new Date(`${row.label}T00:00:00Z`) : Number(row.label)}));
  const series = {series: rows[0]?.series ?? null};
  // a day reaches from its middle half a day to both sides
  const days = from && to ? [{x1: new Date(+from - dayLength / 2), x2: new Date(+to + dayLength / 2)}] : [];
  return Plot.plot({
    width,
    height: 190,
    marginLeft: 64,
    marginRight: 16,
    marginTop: 12,
    marginBottom: 38,
    style: plotStyle,
    x: {
      type: isDays ? "utc" : "linear",
      label: null,
      ...(isDays ? {ticks: width < 500 ? 4 : 7} : {ticks: points.map(({x}) => Number(x)), tickFormat: xText})
    },
    y: {zero: true, label: null, grid: true, ticks: 4, tickFormat: (value: number) => text(value, series)},
    marks: [
      Plot.rectX(isDays ? days : [], {x1: "x1", x2: "x2", fill: "var(--lost-soft)"}),
      Plot.ruleY([0], {stroke: "var(--muted)"}),
      Plot.lineY(points, {x: "x", y: "expected", stroke: "var(--muted)", strokeDasharray: "3,3"}),
      Plot.lineY(points, {x: "x", y: "value", stroke: "var(--kept)", strokeWidth: 1.5}),
      points.length < 20 ? Plot.dot(points, {x: "x", y: "value", fill: "var(--kept)", r: 4}) : null,
      Plot.tip(
        points,
        Plot.pointerX({
          x: "x",
          y: "value",
          fontSize: 13,
          title: ({label, value}: EvidenceRow) => `${label}\n${text(value, series)}`
        })
      )
    ]
  });
}
