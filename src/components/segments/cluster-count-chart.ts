import * as Plot from "npm:@observablehq/plot";
import {html} from "npm:htl";
import {chartFigure} from "../figure/chart-figure.js";
import {plotStyle} from "../figure/plot-style.js";
import type {ReportFormats} from "../report-formats.js";

/** A row of the table `segment_quality`. */
export interface ClusterCount {
  clusters: number;
  is_chosen: boolean;
  users: number;
  inertia: number;
  explained_share: number | null;
  silhouette: number | null;
  calinski_harabasz: number | null;
  davies_bouldin: number | null;
  stability_mean: number | null;
  stability_minimum: number | null;
  smallest_share: number;
  names: string;
  is_stable: boolean;
  is_large_enough: boolean;
  is_told_apart: boolean;
}

/** How well each number of segments does by every criterion, with the number that the report has. */
export function clusterCountChart(
  counts: readonly ClusterCount[],
  {formats, width = 640}: {formats: ReportFormats; width?: number}
): HTMLElement {
  if (!counts.length)
    return html`<div class="missing">All users are alike, so there is nothing to choose between.</div>`;
  const {percent, decimal} = formats;
  const columns = width < 500 ? 1 : 2;
  const panel = (value: keyof ClusterCount, label: string, low?: keyof ClusterCount) =>
    html`<section>
      <h4>${label}</h4>
      ${Plot.plot({
        width: Math.floor((width - (columns - 1) * 32) / columns),
        height: 170,
        marginLeft: 44,
        marginRight: 20,
        marginBottom: 40,
        style: plotStyle,
        ariaLabel: `${label} by number of segments`,
        x: {
          label: "Number of segments",
          labelOffset: 32,
          ticks: counts.map(({clusters}) => clusters),
          tickFormat: "d",
          inset: 12
        },
        y: {label: null, grid: true, ticks: 4, zero: true, nice: true},
        marks: [
          Plot.ruleY([0], {stroke: "var(--muted)"}),
          low
            ? Plot.ruleX(counts, {x: "clusters", y1: low, y2: value, stroke: "var(--muted)", strokeWidth: 1.5})
            : null,
          Plot.lineY(counts, {x: "clusters", y: value, stroke: "var(--muted)", strokeOpacity: 0.5}),
          Plot.dot(counts, {
            x: "clusters",
            y: value,
            r: ({is_chosen}: ClusterCount) => (is_chosen ? 6 : 4),
            fill: ({is_chosen}: ClusterCount) => (is_chosen ? "var(--kept)" : "var(--muted)")
          })
        ]
      })}
    </section>`;
  return chartFigure(
    html`<div class="panels">
      ${panel("stability_mean", "Stability: agreement with resamples, down to the worst", "stability_minimum")}
      ${panel("smallest_share", "Share of the smallest segment")}
      ${panel("silhouette", "Silhouette: closer to one’s own segment than to the next")}
      ${panel("explained_share", "Share of the differences explained")}
    </div>`,
    {
      title: chartTitle(counts),
      subtitle: `Each number of segments by four criteria, on a sample of ${formats.count(counts[0]?.users ?? 0)} users; in colour: the number that the report has.`,
      name: "segment-quality",
      rows: counts,
      columns: [
        {label: "Segments", text: ({clusters, is_chosen}) => `${clusters}${is_chosen ? " (in this report)" : ""}`},
        {label: "What they would be called", text: ({names}) => names},
        {label: "Stability", text: (row) => decimal(row.stability_mean ?? NaN), isNumber: true},
        {label: "at worst", text: (row) => decimal(row.stability_minimum ?? NaN), isNumber: true},
        {label: "Smallest", text: (row) => percent(row.smallest_share), isNumber: true},
        {label: "Silhouette", text: (row) => decimal(row.silhouette ?? NaN), isNumber: true},
        {label: "Explained", text: (row) => percent(row.explained_share ?? NaN), isNumber: true},
        {label: "Inertia per user", text: (row) => decimal(row.inertia), isNumber: true},
        {label: "Caliński–Harabasz", text: (row) => formats.count(row.calinski_harabasz ?? NaN), isNumber: true},
        {label: "Davies–Bouldin", text: (row) => decimal(row.davies_bouldin ?? NaN), isNumber: true},
        {label: "Stable", text: (row) => yesNo(row.is_stable)},
        {label: "Large enough", text: (row) => yesNo(row.is_large_enough)},
        {label: "Told apart by name", text: (row) => yesNo(row.is_told_apart)}
      ]
    }
  );
}

function chartTitle(counts: readonly ClusterCount[]): string {
  const passing = counts.filter((row) => row.is_stable && row.is_large_enough && row.is_told_apart);
  const most = passing.at(-1)?.clusters;
  return most === undefined
    ? "No number of segments is stable, large enough and told apart by name"
    : `${most} is the most segments that are stable, large enough and told apart by name`;
}

function yesNo(is: boolean): string {
  return is ? "yes" : "no";
}
