import {html} from "npm:htl";
import {resize} from "observablehq:stdlib";
import type {Annotation} from "../../shared/annotations/annotation.js";
import {chanceInWords} from "../../shared/anomalies/chance-in-words.js";
import {seriesQuery} from "../../shared/anomalies/episode-queries.js";
import {metricText, metricWords} from "../../shared/anomalies/metric-words.js";
import {quotedName} from "../../shared/quoted-name.js";
import {chartFigure} from "../figure/chart-figure.js";
import {drawnSoon} from "../figure/drawn-soon.js";
import {unfolding} from "../figure/unfolding.js";
import type {ReportFormats} from "../report-formats.js";
import type {Driver, Episode, EpisodeDay, MainEpisode} from "./anomaly.js";
import {driverExplorer} from "./driver-explorer.js";
import {chartedMetric, episodeChart, episodeChartHeight} from "./episode-chart.js";

/** What stands on the page of an incident. */
export interface Incident {
  main: MainEpisode;
  /** what it is called on all charts */
  number: number;
  /** the other episodes about the same, the farthest from what is usual first */
  others: readonly Episode[];
  /** none where the incident is not among those with a chart */
  days: readonly EpisodeDay[];
  drivers: readonly Driver[];
}

/** How to show incidents. */
export interface CardOptions {
  formats: ReportFormats;
  annotations: readonly Annotation[];
  /** the last day that was looked at */
  lastDay: Date;
}

/** How many of the other episodes are shown before the rest is folded. */
const mostOthers = 3;

/**
 * An incident: what happened and how sure that is, its days, what explains it, and what else was odd on those days. Of a folded one only what
 * happened is there until it is unfolded.
 */
export function incidentCard(incident: Incident, options: CardOptions, {isFolded = false} = {}): HTMLElement {
  const {main, number} = incident;
  const {formats, lastDay} = options;
  const kind = main.kind === "business" ? "Business" : "Tracking";
  const length = main.days === 1 ? "One day" : `${formats.count(main.days)} days`;
  return html`<article class="incident" id=${`episode-${main.episode}`} aria-label=${main.explanation} tabindex="-1">
    <header>
      <span class="marker episode">${number}</span>
      <span class=${`kind ${main.kind}`}>${kind}</span>
      <span>${length}${main.ended_on >= lastDay ? ", still going on when the data ends" : ""}</span>
    </header>
    <h3>${main.explanation}</h3>
    ${isFolded ? unfolding("How odd it was, and what explains it", () => cardBody(incident, options)) : cardBody(incident, options)}
  </article>`;
}

function cardBody({main, others, days, drivers}: Incident, {formats, annotations}: CardOptions): HTMLElement {
  return html`<div>
    <div class="halves">
      <div>
        ${facts(main, days, formats)} ${main.worth ? html`<p>${main.worth}</p>` : ""}
        ${main.action ? html`<p><b>What to do:</b> ${main.action}</p>` : ""}
      </div>
      ${days.length ? dayFigure(main, days, {formats, annotations}) : ""}
    </div>
    ${driverExplorer(drivers, {episode: main, formats})} ${otherEpisodes(others, formats)}
  </div>`;
}

function facts(main: MainEpisode, days: readonly EpisodeDay[], formats: ReportFormats): HTMLElement {
  const {metric, observed, expected, p_value, shape} = main;
  const text = (value: number | null) => metricText(value, metric, formats);
  const rows: [label: string, value: string][] = [];
  if (shape === "gap") rows.push(["Events", "none"]);
  else {
    rows.push(["Observed", text(observed)]);
    rows.push(["Expected", expected === null ? "cannot be told" : isHardlyAny(main) ? "hardly any" : text(expected)]);
    const usual = usualDay(main, days);
    if (usual) {
      rows.push([
        shape === "shift" ? "Usual on one day before" : "Usual on one such day",
        `${text(usual.low)} to ${text(usual.high)}`
      ]);
    }
  }
  const chance = chanceInWords(p_value, formats.count);
  if (chance) rows.push(["By chance alone", `in ${chance}`]);
  return html`<dl class="facts">
    ${rows.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`
    )}
  </dl>`;
}

// the mean of the band over the days of the episode; of a level that stays, before it, as the new one is soon usual
function usualDay(
  {started_on, ended_on, shape}: MainEpisode,
  days: readonly EpisodeDay[]
): {low: number; high: number} | undefined {
  const usual = days.filter(({event_date, low, high}) => {
    const isCounted = shape === "shift" ? event_date < started_on : event_date >= started_on && event_date <= ended_on;
    return isCounted && low !== null && high !== null;
  });
  if (!usual.length) return undefined;
  const mean = (key: "low" | "high") => usual.reduce((sum, day) => sum + (day[key] ?? 0), 0) / usual.length;
  return {low: mean("low"), high: mean("high")};
}

function isHardlyAny({metric, expected}: MainEpisode): boolean {
  return metricWords(metric).unit === "share" && expected !== null && expected < 0.0005;
}

function dayFigure(
  main: MainEpisode,
  days: readonly EpisodeDay[],
  {formats, annotations}: {formats: ReportFormats; annotations: readonly Annotation[]}
): HTMLElement {
  const metric = chartedMetric(main);
  const {label, unit} = metricWords(metric);
  const text = (value: number | null, none: string) => (value === null ? none : metricText(value, metric, formats));
  const of = main.value === null ? "" : `, ${main.dimension} ${quotedName(main.value)}`;
  const chart = drawnSoon(episodeChartHeight, () =>
    resize((width) => episodeChart(days, main, {formats, width, annotations}))
  );
  const thick =
    unit === "share" && metric === main.metric && main.observed !== null ? " Thick: all of the episode together." : "";
  const shift = main.shape === "shift" ? " From a level that stays, the new one is expected." : "";
  return chartFigure(chart, {
    title: `${label}${of}`,
    subtitle: `A day${unit === "money" ? `, in ${formats.currency}` : ""}, UTC. Line and dots: observed. Dashed: expected, in the band of 99.7% of usual days.${thick}${shift} Days of too few people are left out.`,
    name: `days-of-${main.episode}`,
    rows: days,
    query: seriesQuery(
      {...main, metric},
      {from: (days[0] as EpisodeDay).event_date, to: (days.at(-1) as EpisodeDay).event_date}
    ),
    columns: [
      {label: "Day", text: ({event_date}) => event_date.toISOString().slice(0, 10)},
      {label: "Observed", text: ({observed}) => text(observed, "not shown"), isNumber: true},
      {label: "Expected", text: ({expected}) => text(expected, "–"), isNumber: true},
      {label: "Usual from", text: ({low}) => text(low, "–"), isNumber: true},
      {label: "Usual to", text: ({high}) => text(high, "–"), isNumber: true}
    ]
  });
}

function otherEpisodes(others: readonly Episode[], {count}: ReportFormats): HTMLElement | string {
  if (!others.length) return "";
  const list = (episodes: readonly Episode[]) =>
    html`<ul>
      ${episodes.map(({episode, explanation}) => html`<li id=${`episode-${episode}`} tabindex="-1">${explanation}</li>`)}
    </ul>`;
  const [shown, rest] = [others.slice(0, mostOthers), others.slice(mostOthers)];
  return html`<div class="others">
    <div class="name">About the same</div>
    ${list(shown)}
    ${
      rest.length
        ? html`<details>
            <summary>${count(rest.length)} more</summary>
            ${list(rest)}
          </details>`
        : ""
    }
  </div>`;
}
