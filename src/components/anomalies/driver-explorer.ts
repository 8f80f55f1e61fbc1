import {html} from "npm:htl";
import {metricChange, metricText} from "../../shared/anomalies/metric-words.js";
import {driverQuery} from "../../shared/anomalies/episode-queries.js";
import {listWords} from "../../shared/list-words.js";
import {quotedName} from "../../shared/quoted-name.js";
import {sessionDimensions} from "../../shared/selection/session-dimensions.js";
import {choiceControl} from "../controls/choice-control.js";
import {chosenFigure} from "../controls/chosen-figure.js";
import {followAddress} from "../controls/follow-address.js";
import type {ChartFrame} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";
import type {Driver, MainEpisode} from "./anomaly.js";
import {chanceText, driverBars} from "./driver-bars.js";

/** What explains an episode, split by a dimension that readers choose; the one that explains most at first. Without drivers, why there are none. */
export function driverExplorer(
  drivers: readonly Driver[],
  {episode, formats}: {episode: MainEpisode; formats: ReportFormats}
): HTMLElement {
  if (!drivers.length) return html`<p class="remark">${whyNone(episode)}</p>`;
  // of a part of the visits, first its part in all, then what was behind it
  const ordered = [...drivers].sort(
    (a, b) => Number(a.filter_dimension !== null) - Number(b.filter_dimension !== null) || a.position - b.position
  );
  const keys = [...new Set(ordered.map(keyOf))];
  const figure = chosenFigure<Driver>();
  const name = `split-${episode.episode}`;
  const control = choiceControl(
    "Split by",
    keys.map((key) => [key, labelOf(ordered.find((driver) => keyOf(driver) === key) as Driver, drivers)]),
    (key) => choose({[name]: key})
  );
  const choose = followAddress<Record<string, string>>({[name]: keys}, (chosen) => {
    const key = chosen[name] ?? "";
    control.show(key);
    const shown = drivers.filter((driver) => keyOf(driver) === key);
    figure.show(driverBars(shown, {formats}), frameOf(shown, {episode, formats}));
  });
  return html`<div class="explained">
    <div class="controls">${control.element}</div>
    ${figure.element}
  </div>`;
}

function frameOf(
  drivers: readonly Driver[],
  {episode, formats}: {episode: MainEpisode; formats: ReportFormats}
): ChartFrame<Driver> {
  const {count, percent} = formats;
  const [first] = drivers as [Driver];
  const isRate = first.rate_effect !== null;
  const days = (from: Date, to: Date) =>
    from.getTime() === to.getTime() ? formats.day(from) : `${formats.day(from)} to ${formats.day(to)}`;
  const change = (value: number | null) => (value === null ? "–" : metricChange(value, first.metric, formats));
  const level = (amount: number, trials: number | null) =>
    isRate ? percent(trials ? amount / trials : NaN) : metricText(amount, first.metric, formats);
  const length = (from: Date, to: Date) => to.getTime() - from.getTime();
  const isAsLong = length(first.after_from, first.after_to) === length(first.before_from, first.before_to);
  const scaled = isRate || isAsLong ? "" : ", scaled to as many days";
  return {
    title: titleOf(drivers, formats),
    subtitle: `${isRate ? "Part in the change of the rate, in percentage points. Upper bar: their own rate changed; lower, pale: their share of the visits did." : "Part in the change."} ${days(first.after_from, first.after_to)} against ${days(first.before_from, first.before_to)}${scaled}. A value leads to its sessions.`,
    name: `drivers-${episode.episode}`,
    rows: drivers,
    query: driverQuery(first),
    columns: [
      {label: dimensionLabel(first.dimension), text: ({value, values}) => value ?? `${count(values)} others together`},
      {label: "Before", text: ({amount_before, trials_before}) => level(amount_before, trials_before), isNumber: true},
      {
        label: "In the episode",
        text: ({amount_after, trials_after}) => level(amount_after, trials_after),
        isNumber: true
      },
      ...(isRate
        ? [
            {label: "From its rate", text: ({rate_effect}: Driver) => change(rate_effect), isNumber: true},
            {label: "From its share", text: ({mix_effect}: Driver) => change(mix_effect), isNumber: true}
          ]
        : []),
      {label: "Part in the change", text: ({effect}) => change(effect), isNumber: true},
      {label: "Corrected p-value", text: (driver) => chanceText(driver) || "–", isNumber: true}
    ]
  };
}

function titleOf(drivers: readonly Driver[], formats: ReportFormats): string {
  const total = drivers.reduce((sum, {effect}) => sum + effect, 0);
  const [first] = drivers as [Driver];
  const change = (value: number) => metricChange(value, first.metric, formats);
  const main = drivers.filter(({is_main, value}) => is_main && value !== null);
  const part = main.reduce((sum, {effect}) => sum + effect, 0);
  const of = first.filter_value === null ? "" : ` within ${quotedName(first.filter_value)}`;
  if (!main.length)
    return `No ${dimensionLabel(first.dimension).toLowerCase()} explains the change of ${change(total)}${of} by itself`;
  const names = listWords(main.map(({value}) => quotedName(value)));
  return `${names} ${main.length === 1 ? "accounts" : "account"} for ${change(part)} of the change of ${change(total)}${of}`;
}

function keyOf({filter_dimension, dimension}: Driver): string {
  return filter_dimension === null ? dimension : `own-${dimension}`;
}

function labelOf({filter_value, dimension}: Driver, all: readonly Driver[]): string {
  const label = dimensionLabel(dimension).toLowerCase();
  if (filter_value !== null) return `${label}, within ${quotedName(filter_value)}`;
  return all.some((driver) => driver.filter_value !== null) ? `${label}, of all visits` : label;
}

function dimensionLabel(dimension: string): string {
  return Object.hasOwn(sessionDimensions, dimension)
    ? sessionDimensions[dimension as keyof typeof sessionDimensions]
    : dimension;
}

function whyNone({kind}: MainEpisode): string {
  return kind === "tracking"
    ? "What explains it lies in how events are recorded or sent, not in what shoppers do, so there are no groups of visits to split it by."
    : "There are no quiet weeks beside these days to compare them with, so that nothing can be said of what is behind it.";
}
