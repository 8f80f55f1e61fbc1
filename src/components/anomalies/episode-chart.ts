import * as Plot from "npm:@observablehq/plot";
import {type Annotation, dayLength} from "../../shared/annotations/annotation.js";
import {metricText, metricWords} from "../../shared/anomalies/metric-words.js";
import {annotationMarks} from "../annotations/annotation-marks.js";
import {plotStyle} from "../figure/plot-style.js";
import type {ReportFormats} from "../report-formats.js";
import type {EpisodeDay, MainEpisode} from "./anomaly.js";
import {colourOf} from "./episode-timeline.js";

/** The height of the chart of an episode, in pixels. */
export const episodeChartHeight = 210;

/** What is drawn of an episode: its own metric; of days without events, the visits around them. */
export function chartedMetric({metric}: Pick<MainEpisode, "metric">): string {
  return metric === "days_without_events" ? "sessions" : metric;
}

/**
 * The days of an episode and around it: what there was as a line with dots in the episode, what was to be expected as a thin line in the band of usual days. Of a rate, its
 * share over all of the episode is a thick line.
 */
export function episodeChart(
  days: readonly EpisodeDay[],
  episode: MainEpisode,
  {formats, width, annotations}: {formats: ReportFormats; width: number; annotations: readonly Annotation[]}
): Element {
  const metric = chartedMetric(episode);
  const {unit} = metricWords(metric);
  const colour = colourOf(episode);
  const isWithin = ({event_date}: EpisodeDay) => event_date >= episode.started_on && event_date <= episode.ended_on;
  const x = ({event_date}: EpisodeDay) => new Date(event_date.getTime() + dayLength / 2);
  const until = new Date(episode.ended_on.getTime() + dayLength);
  const known = days.filter(({expected}) => expected !== null);
  const own = annotations.filter(({kind}) => kind === "own");
  return Plot.plot({
    width,
    height: episodeChartHeight,
    marginTop: 16,
    marginLeft: unit === "money" ? 68 : 48,
    marginRight: 16,
    marginBottom: 34,
    style: plotStyle,
    ariaLabel: `${metricWords(metric).label} by day`,
    x: {type: "utc", label: null, ticks: width < 420 ? 4 : 6},
    y: {
      label: null,
      grid: true,
      ticks: 4,
      nice: true,
      zero: true,
      tickFormat: (value: number) =>
        unit === "share"
          ? `${Number((value * 100).toFixed(2))}%`
          : unit === "money"
            ? formats.money(value)
            : formats.count(value)
    },
    marks: [
      Plot.rect([episode], {x1: "started_on", x2: until, fill: "var(--muted)", fillOpacity: 0.16}),
      ...annotationMarks(own, {formats, isNumbered: false}),
      Plot.areaY(known, {x, y1: "low", y2: "high", fill: "var(--muted)", fillOpacity: 0.16, curve: "step"}),
      Plot.lineY(days, {x, y: "expected", stroke: "var(--muted)", strokeWidth: 1.5, strokeDasharray: "4,3"}),
      Plot.ruleY([0], {stroke: "var(--muted)"}),
      Plot.lineY(days, {x, y: "observed", stroke: "var(--ink)", strokeWidth: 1.25}),
      Plot.dot(days.filter(isWithin), {x, y: "observed", r: 4, fill: colour}),
      // a day between days that are not shown is no line
      Plot.dot(
        days.filter((day, i) => !isWithin(day) && isLonely(days, i)),
        {x, y: "observed", r: 2, fill: "var(--ink)"}
      ),
      unit === "share" && metric === episode.metric && episode.observed !== null
        ? Plot.link([episode], {
            x1: "started_on",
            x2: until,
            y1: "observed",
            y2: "observed",
            stroke: colour,
            strokeWidth: 3
          })
        : null,
      Plot.tip(
        days,
        Plot.pointerX({
          x,
          y: (day: EpisodeDay) => day.observed ?? day.expected ?? 0,
          title: (day: EpisodeDay) => dayText(day, metric, formats),
          fontSize: 13
        })
      )
    ]
  });
}

function isLonely(days: readonly EpisodeDay[], i: number): boolean {
  return [i - 1, i + 1].every((place) => (days[place]?.observed ?? null) === null);
}

function dayText(
  {event_date, observed, expected, low, high}: EpisodeDay,
  metric: string,
  formats: ReportFormats
): string {
  const text = (value: number | null) => metricText(value, metric, formats);
  return [
    formats.day(event_date),
    observed === null ? "too few people to show, or no rate" : text(observed),
    ...(expected === null ? [] : [`expected ${text(expected)}`]),
    ...(low === null || high === null ? [] : [`usual ${text(low)} to ${text(high)}`])
  ].join("\n");
}
