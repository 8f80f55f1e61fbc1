import {resize} from "observablehq:stdlib";
import {type Annotation, numberAnnotations} from "../../shared/annotations/annotation.js";
import {metricWords} from "../../shared/anomalies/metric-words.js";
import {counted} from "../../shared/number-format.js";
import {annotationList} from "../annotations/annotation-list.js";
import {chartFigure} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";
import type {Episode} from "./anomaly.js";
import {episodeTimeline} from "./episode-timeline.js";
import type {Incident} from "./incident-card.js";

/** All episodes over time, with their table. */
export function timelineFigure(
  episodes: readonly Episode[],
  {
    incidents,
    annotations,
    days,
    formats
  }: {
    incidents: readonly Incident[];
    annotations: readonly Annotation[];
    days: readonly [Date, Date];
    formats: ReportFormats;
  }
): HTMLElement {
  const numbers = new Map(incidents.map(({main, number}) => [main.episode, number]));
  const own = numberAnnotations(annotations).filter(({kind}) => kind === "own");
  const chart = resize((width) => episodeTimeline(episodes, {formats, width, days, annotations, numbers}));
  // of all episodes what all have
  const rows = [...episodes]
    .sort((a, b) => a.episode - b.episode)
    .map(({episode, incident, kind, metric, dimension, value, started_on, ended_on, explanation}) => {
      const where = {metric, dimension, value, started_on, ended_on};
      return {episode, incident, is_main: numbers.has(episode), kind, ...where, explanation};
    });
  return chartFigure(chart, {
    title: `${counted(episodes.length, "episode", "episodes", formats)} ${episodes.length === 1 ? "is" : "are"} about ${counted(incidents.length, "incident", "incidents", formats)}`,
    subtitle:
      "Days on which a metric was not as usual, UTC; the stronger the colour, the more groups of visits. Blue: more than usual. Orange: less. Grey: how it is measured. The numbers lead to what happened.",
    note: annotationList(own, {formats}),
    name: "episodes",
    rows,
    query:
      "select episode, incident, is_main, kind, metric, dimension, value, started_on, ended_on, explanation\nfrom anomalies\norder by episode",
    columns: [
      {label: "Metric", text: ({metric}) => metricWords(metric).label},
      {label: "Of", text: ({value, dimension}) => (value === null ? "all" : `${dimension} ${value}`)},
      {label: "From", text: ({started_on}) => started_on.toISOString().slice(0, 10)},
      {label: "To", text: ({ended_on}) => ended_on.toISOString().slice(0, 10)},
      {label: "Incident", text: ({incident}) => formats.count(incident), isNumber: true},
      {label: "What happened", text: ({explanation}) => explanation}
    ]
  });
}
