import {html} from "npm:htl";
import {resize} from "observablehq:stdlib";
import {type WeekCell, weekCells, type WeekHour} from "../../shared/trends/week-cells.js";
import {hourText, weekdayName} from "../../shared/trends/weekdays.js";
import {choiceControl} from "../controls/choice-control.js";
import {chosenFigure} from "../controls/chosen-figure.js";
import {followAddress} from "../controls/follow-address.js";
import type {ChartFrame} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";
import {standsOut, weekMap, type WeekMapMetric} from "./week-map.js";

/** The hours of the week by sessions or by conversion, to choose; `days` says how often each weekday is in the data. */
export function weekExplorer<T extends WeekHour>(
  hours: readonly T[],
  {days, formats}: {days: readonly {event_day: number; days: number}[]; formats: ReportFormats}
): HTMLElement {
  const cells = weekCells(hours, days);
  const isBought = hours.some(({purchasing_sessions}) => purchasing_sessions > 0);
  const metrics: WeekMapMetric[] = isBought ? ["sessions", "conversion"] : ["sessions"];
  const labels = {sessions: "sessions", conversion: "sessions with a purchase"};
  const figure = chosenFigure<T>();
  const control = choiceControl<WeekMapMetric>(
    "Hours of the week by",
    metrics.map((metric) => [metric, labels[metric]]),
    (cells) => choose({cells})
  );
  const choose = followAddress<{cells: WeekMapMetric}>({cells: metrics}, ({cells: metric}) => {
    control.show(metric);
    figure.show(
      resize((width) => weekMap(cells, {metric, formats, width})),
      frameOf(hours, cells, {metric, formats})
    );
  });
  return html`<div>
    <div class="controls">${control.element}</div>
    ${figure.element}
  </div>`;
}

function frameOf<T extends WeekHour>(
  hours: readonly T[],
  cells: readonly WeekCell[],
  {metric, formats}: {metric: WeekMapMetric; formats: ReportFormats}
): ChartFrame<T> {
  const {count, percent, minimumTrials} = formats;
  return {
    title: metric === "sessions" ? fullestTitle(cells, formats) : conversionTitle(cells, formats),
    subtitle:
      metric === "sessions"
        ? "Sessions in an hour on an average day of the week, UTC. The stronger the colour, the more."
        : `Sessions with a purchase, of all in the hour, UTC. The stronger the colour, the more. A dot: fewer than ${count(minimumTrials)} sessions, too few to tell.`,
    note: "A session counts in every hour in which it has events.",
    name: "week",
    rows: hours,
    columns: [
      {label: "Weekday", text: ({event_day}) => weekdayName(event_day)},
      {label: "Hour, UTC", text: ({event_hour}) => hourText(event_hour)},
      {label: "Sessions", text: ({sessions}) => count(sessions), isNumber: true},
      {label: "With a purchase", text: (row) => count(row.purchasing_sessions), isNumber: true},
      {label: "Share", text: (row) => shareText(row, formats, percent), isNumber: true}
    ]
  };
}

function shareText(
  {sessions, purchasing_sessions}: WeekHour,
  {minimumTrials}: ReportFormats,
  percent: (value: number) => string
): string {
  return sessions < minimumTrials ? "too few to tell" : percent(purchasing_sessions / sessions);
}

function fullestTitle(cells: readonly WeekCell[], {decimal}: ReportFormats): string {
  const fullest = cells.reduce((a, b) => (b.perDay > a.perDay ? b : a));
  return `The fullest hour of the week begins on ${weekdayName(fullest.weekday)} at ${hourText(fullest.hour)}, with ${decimal(fullest.perDay)} sessions on average`;
}

function conversionTitle(cells: readonly WeekCell[], formats: ReportFormats): string {
  const {count, percent, minimumTrials} = formats;
  const told = cells.filter(({sessions}) => sessions >= minimumTrials);
  if (!told.length) return "Too few sessions in every hour of the week to tell when more of them buy";
  const found = told.filter((cell) => standsOut(cell, cells, formats));
  const best = found.reduce<WeekCell | undefined>((a, b) => (!a || rateOf(b) > rateOf(a) ? b : a), undefined);
  if (!best) return "No hour of the week stands out: chance alone makes conversion differ as much from hour to hour";
  const others =
    found.length > 1 ? `; ${count(found.length)} hours, framed, differ from the others by more than chance` : "";
  return `${percent(rateOf(best))} of sessions buy on ${weekdayName(best.weekday)} from ${hourText(best.hour)} to ${hourText(best.hour + 1)}${others}`;
}

function rateOf({sessions, purchasing_sessions}: WeekCell): number {
  return purchasing_sessions / sessions;
}
