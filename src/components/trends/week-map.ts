import * as Plot from "npm:@observablehq/plot";
import {html} from "npm:htl";
import {isFarFromChance} from "../../shared/trends/is-far-from-chance.js";
import type {WeekCell} from "../../shared/trends/week-cells.js";
import {hourText, weekdayName, weekdays} from "../../shared/trends/weekdays.js";
import {wilsonInterval} from "../../shared/wilson-interval.js";
import {plotStyle} from "../figure/plot-style.js";
import type {ReportFormats} from "../report-formats.js";

/** What the cells of a week's map show. */
export type WeekMapMetric = "sessions" | "conversion";

/** Narrower than this, the hours go down instead of across, so that numbers fit. */
const leastWidth = 760;

// the darkest that leaves the text on it legible; the dark theme makes it fainter
const strongest = 0.74;

/** The hours of the week as cells, the darker the more; each with its number where that fits. What differs by more than chance has a frame. */
export function weekMap(
  cells: readonly WeekCell[],
  {metric, formats, width}: {metric: WeekMapMetric; formats: ReportFormats; width: number}
): HTMLElement {
  const isWide = width >= leastWidth;
  const days = weekdays.filter((name) => cells.some(({weekday}) => weekdayName(weekday) === name));
  const hours = Array.from({length: 24}, (_, hour) => hour);
  const [marginLeft, cellHeight] = isWide ? [96, 34] : [52, 24];
  const cellWidth = (width - marginLeft - 4) / (isWide ? 24 : days.length);
  const values = cells.map((cell) => valueOf(cell, metric, formats));
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  const standOut = cells.filter((cell) => metric === "conversion" && standsOut(cell, cells, formats));
  const dayLabel = (name: string) => (isWide ? name : name.slice(0, 3));
  const place = {
    [isWide ? "x" : "y"]: "hour",
    [isWide ? "y" : "x"]: ({weekday}: WeekCell) => weekdayName(weekday)
  };
  const plot = Plot.plot({
    width,
    height: 28 + cellHeight * (isWide ? days.length : 24),
    marginLeft,
    marginTop: 24,
    marginRight: 4,
    marginBottom: 4,
    padding: 0.04,
    style: plotStyle,
    ariaLabel: metric === "sessions" ? "Sessions by weekday and hour" : "Conversion by weekday and hour",
    [isWide ? "x" : "y"]: {
      domain: hours,
      label: null,
      tickFormat: (hour: number) => (isWide ? String(hour) : hourText(hour))
    },
    [isWide ? "y" : "x"]: {domain: days, label: null, tickFormat: dayLabel},
    ...(isWide ? {x: {domain: hours, label: null, axis: "top", tickFormat: (hour: number) => String(hour)}} : {}),
    ...(isWide ? {} : {x: {domain: days, label: null, axis: "top", tickFormat: dayLabel}}),
    marks: [
      Plot.cell(cells, {
        ...place,
        fill: "var(--kept)",
        fillOpacity: (_: WeekCell, i: number) =>
          Number((most > 0 ? 0.03 + (strongest - 0.03) * ((values[i] ?? 0) / most) : 0.03).toFixed(2))
      }),
      Plot.cell(standOut, {...place, fill: "none", stroke: "var(--ink)", strokeWidth: 1.5, inset: 1}),
      Plot.text(cells, {
        ...place,
        text: (_: WeekCell, i: number) => cellText(values[i] ?? null, metric, {formats, cellWidth}),
        fill: (_: WeekCell, i: number) => (values[i] === null ? "var(--muted)" : "var(--ink)"),
        fontSize: metric === "conversion" ? 11 : 12,
        pointerEvents: "none"
      }),
      Plot.tip(
        cells,
        Plot.pointer({
          ...place,
          title: (cell: WeekCell) => cellTitle(cell, formats),
          fontSize: 13,
          pointerEvents: "none"
        })
      )
    ]
  });
  return html`<div class="week-map">${plot}</div>`;
}

/** Whether more or fewer of an hour's sessions buy than of all, by more than chance; false where there are too few to tell. */
export function standsOut(cell: WeekCell, cells: readonly WeekCell[], {minimumTrials}: ReportFormats): boolean {
  const sum = (key: "sessions" | "purchasing_sessions") => cells.reduce((total, other) => total + other[key], 0);
  const rate = sum("purchasing_sessions") / sum("sessions");
  return cell.sessions >= minimumTrials && isFarFromChance(cell.purchasing_sessions, cell.sessions, rate);
}

// null where there are too few to tell
function valueOf(cell: WeekCell, metric: WeekMapMetric, {minimumTrials}: ReportFormats): number | null {
  if (metric === "sessions") return cell.perDay;
  return cell.sessions >= minimumTrials ? cell.purchasing_sessions / cell.sessions : null;
}

function cellText(
  value: number | null,
  metric: WeekMapMetric,
  {formats, cellWidth}: {formats: ReportFormats; cellWidth: number}
): string {
  if (value === null) return "·";
  const text = metric === "conversion" ? formats.percent(value) : meanText(value, formats);
  return text.length * 6.4 <= cellWidth ? text : "";
}

// a decimal where it matters
function meanText(value: number, {count, decimal}: ReportFormats): string {
  return value < 9.95 ? decimal(Number(value.toFixed(1))) : count(value);
}

function cellTitle({weekday, hour, sessions, purchasing_sessions, days}: WeekCell, formats: ReportFormats): string {
  const {count, decimal, percent, minimumTrials} = formats;
  const when = `${weekdayName(weekday)}, ${hourText(hour)} to ${hourText(hour + 1)} UTC`;
  const many = `${count(sessions)} sessions on ${count(days)} ${days === 1 ? "day" : "days"}: ${decimal(sessions / days)} each`;
  if (sessions < minimumTrials) return `${when}\n${many}\ntoo few to tell how many buy`;
  const [low, high] = wilsonInterval(purchasing_sessions, sessions);
  return `${when}\n${many}\n${percent(purchasing_sessions / sessions)} with a purchase (95% interval: ${percent(low)} to ${percent(high)})`;
}
