import {html} from "npm:htl";
import {groupBy} from "../../shared/group-by.js";
import {chartFigure} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";

/** A row of the table `segment_features`. */
export interface SegmentFeature {
  segment: string;
  position: number;
  feature: string;
  feature_position: number;
  label: string;
  unit: "count" | "currency" | "days";
  average: number;
  overall_average: number;
  scale: string;
  mean: number | null;
  deviation: number | null;
  weight: number;
  coordinate: number | null;
}

/** What the users of each segment are like: a panel a feature, a bar a segment. Features that all users share have no panel. */
export function segmentProfiles(
  features: readonly SegmentFeature[],
  {formats}: {formats: ReportFormats}
): HTMLElement | "" {
  const shown = features.filter(({deviation}) => deviation !== null);
  if (!shown.length) return "";
  const panels = [...groupBy(shown, ({feature}) => feature).values()];
  const chart = html`<div class="profiles">${panels.map((panel) => profilePanel(panel, formats))}</div>`;
  return chartFigure(chart, {
    title: widestGap(panels, formats),
    subtitle: "Averages per user in each segment; the line marks the average over all users.",
    name: "segment-profiles",
    rows: shown,
    columns: [
      {label: "Segment", text: ({segment}) => segment},
      {label: "Feature", text: ({label}) => label},
      {label: "Average", text: (row) => featureText(row, row.average, formats), isNumber: true},
      {label: "All users", text: (row) => featureText(row, row.overall_average, formats), isNumber: true},
      {label: "Weight", text: ({weight}) => String(weight), isNumber: true}
    ]
  });
}

// as $12.50 or 3.2 days
function featureText({unit}: Pick<SegmentFeature, "unit">, value: number, {money, decimal}: ReportFormats): string {
  if (unit === "currency") return money(value);
  return unit === "days" ? `${decimal(value)} days` : decimal(value);
}

function profilePanel(rows: readonly SegmentFeature[], formats: ReportFormats): HTMLElement {
  const [first] = rows;
  if (!first) return html`<div></div>`;
  const most = Math.max(first.overall_average, ...rows.map(({average}) => average));
  const length = (value: number) => (most > 0 ? Math.max(0, value / most) : 0);
  return html`<section>
    <h4>${first.label}</h4>
    ${rows.map(
      (row) =>
        html`<div class="row">
          <span class="name">${row.segment}</span>
          <span class="track"
            ><span class="bar" style=${{width: `${100 * length(row.average)}%`}}></span
            ><span class="mean" style=${{left: `${100 * length(row.overall_average)}%`}}></span
          ></span>
          <span class="value">${featureText(row, row.average, formats)}</span>
        </div>`
    )}
  </section>`;
}

// the feature of behaviour in which the segments are furthest apart, but for what defines buying
function widestGap(panels: readonly (readonly SegmentFeature[])[], formats: ReportFormats): string {
  const gaps = panels
    .filter(([first]) => first && !["orders", "revenue"].includes(first.feature))
    .flatMap((rows) => {
      const sorted = [...rows].sort((a, b) => b.average - a.average);
      const [most, least] = [sorted[0], sorted.at(-1)];
      return most && least && most !== least && most.deviation !== null
        ? [{most, least, gap: (spread(most) - spread(least)) / most.deviation}]
        : [];
    });
  const widest = gaps.sort((a, b) => b.gap - a.gap)[0];
  if (!widest) return "What the users of each segment are like";
  const {most, least} = widest;
  return `${most.label}: ${featureText(most, most.average, formats)} for ${most.segment}, ${featureText(least, least.average, formats)} for ${least.segment}`;
}

function spread({scale, average}: SegmentFeature): number {
  return scale === "log1p" ? Math.log1p(Math.max(0, average)) : average;
}
