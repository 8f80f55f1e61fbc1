import * as Plot from "npm:@observablehq/plot";
import {html, svg} from "npm:htl";
import {type Annotation, dayLength, numberAnnotations} from "../../shared/annotations/annotation.js";
import {metricWords} from "../../shared/anomalies/metric-words.js";
import {groupBy} from "../../shared/group-by.js";
import {annotationMargin, annotationMarks} from "../annotations/annotation-marks.js";
import {plotStyle} from "../figure/plot-style.js";
import type {ReportFormats} from "../report-formats.js";
import type {Episode} from "./anomaly.js";

/** How to draw episodes over time. */
export interface TimelineOptions {
  formats: ReportFormats;
  /** pixels */
  width: number;
  /** first and last day that were looked at */
  days: readonly [Date, Date];
  /** own dates; episodes are what the chart shows anyway */
  annotations: readonly Annotation[];
  /** by the main episode's number, what an incident is called on all charts */
  numbers: ReadonlyMap<number, number>;
}

const rowHeight = 30;

/** Episodes as bars over their days, a row a metric: what shoppers do above, how it is measured below. Numbered bars lead to their incident. */
export function episodeTimeline(episodes: readonly Episode[], options: TimelineOptions): HTMLElement {
  const groups = groupBy(episodes, ({kind}) => kind);
  const own = numberAnnotations(options.annotations).filter(({kind}) => kind === "own");
  return html`<div class="timeline">
    ${(["business", "tracking"] as const).map((kind, i) => {
      const group = groups.get(kind) ?? [];
      const name = kind === "business" ? "In the business" : "In the tracking";
      return html`<div class="name">${name}${group.length ? "" : ": nothing odd"}</div>
        ${group.length ? rows(group, {...options, annotations: own, isFirst: i === 0}) : ""}`;
    })}
  </div>`;
}

function rows(
  episodes: readonly Episode[],
  {formats, width, days, annotations, numbers, isFirst}: TimelineOptions & {isFirst: boolean}
): Element {
  const labels = metricLabels(episodes);
  const isNarrow = width < 560;
  const marginTop = isFirst && annotations.length ? annotationMargin : 8;
  const until = (day: Date) => new Date(day.getTime() + dayLength);
  const y = ({metric}: Episode) => metricWords(metric).label;
  const main = episodes.filter(({episode}) => numbers.has(episode));
  const place = {x1: "started_on", x2: ({ended_on}: Episode) => until(ended_on), y} as const;
  return Plot.plot({
    width,
    height: marginTop + 40 + labels.length * rowHeight,
    marginTop,
    marginLeft: isNarrow ? 116 : 190,
    marginRight: 16,
    marginBottom: 32,
    style: plotStyle,
    ariaLabel: "Episodes by metric",
    x: {type: "utc", domain: [days[0], until(days[1])], label: null, grid: true, ticks: isNarrow ? 4 : 8},
    y: {domain: labels, label: null, padding: 0},
    marks: [
      Plot.axisY({tickSize: 0, lineWidth: isNarrow ? 8.5 : 15, fontSize: isNarrow ? 12 : 13, label: null}),
      ...annotationMarks(annotations, {formats, isNumbered: isFirst}),
      Plot.ruleY(labels, {stroke: "var(--rule)"}),
      Plot.barX(
        episodes.filter(({episode}) => !numbers.has(episode)),
        {...place, fill: colourOf, fillOpacity: 0.3, insetTop: 9, insetBottom: 9}
      ),
      incidentLinks(main, {numbers, radius: isNarrow ? 8 : 10}),
      Plot.tip(
        episodes,
        Plot.pointer({x: middleOf, y, title: "explanation", lineWidth: 24, fontSize: 13, pointerEvents: "none"})
      )
    ]
  });
}

// a bar with its number, which lead to the incident as one
function incidentLinks(
  main: readonly Episode[],
  {numbers, radius}: {numbers: ReadonlyMap<number, number>; radius: number}
): Plot.RenderFunction {
  return (_index, scales) => {
    const x = scales.x as (day: Date) => number;
    const y = scales.y as ((label: string) => number) & {bandwidth: () => number};
    const half = y.bandwidth() / 2;
    const link = (episode: Episode) => {
      const from = x(episode.started_on);
      const width = x(new Date(episode.ended_on.getTime() + dayLength)) - from;
      const [middle, height] = [y(metricWords(episode.metric).label) + half, y.bandwidth() - 14];
      const number = numbers.get(episode.episode);
      return svg`<a href=${`#episode-${episode.episode}`} aria-label=${`${number}: ${episode.explanation}`}>
        <rect x=${from} y=${middle - height / 2} width=${width} height=${height} fill=${colourOf(episode)}></rect>
        <circle cx=${from + width / 2} cy=${middle} r=${radius} fill="var(--page)" stroke="var(--ink)" stroke-width="1.25"></circle>
        <text x=${from + width / 2} y=${middle} dy="0.34em" text-anchor="middle" font-size="11" font-weight="600">${number}</text>
      </a>`;
    };
    return svg`<g aria-label="incidents" fill="currentColor">${main.map(link)}</g>`;
  };
}

/** The colour of an episode: of the business less or more than usual, grey for how it is measured. */
export function colourOf({kind, score}: Episode): string {
  return kind === "tracking" ? "var(--muted)" : score < 0 ? "var(--lost)" : "var(--kept)";
}

function middleOf({started_on, ended_on}: Episode): Date {
  return new Date((started_on.getTime() + ended_on.getTime() + dayLength) / 2);
}

// those of the farthest episode first
function metricLabels(episodes: readonly Episode[]): string[] {
  const sorted = [...episodes].sort((a, b) => Math.abs(b.score) - Math.abs(a.score));
  return [...new Set(sorted.map(({metric}) => metricWords(metric).label))];
}
