import * as Plot from "npm:@observablehq/plot";
import {html} from "npm:htl";
import {counted} from "../../shared/number-format.js";
import {chartFigure} from "../figure/chart-figure.js";
import {plotStyle} from "../figure/plot-style.js";
import type {ReportFormats} from "../report-formats.js";

/** A row of the table `daily`. */
export interface Day {
  event_date: Date;
  sessions: number;
  purchasing_sessions: number;
  orders: number;
  revenue: number;
  session_conversion_rate: number | null;
  is_complete: boolean;
}

/** A row of the table `hourly`. */
export interface Hour {
  event_hour: number;
  sessions: number;
  orders: number;
  session_conversion_rate: number | null;
  is_complete: boolean;
}

/** How to draw a trend. */
export interface TrendOptions {
  formats: ReportFormats;
  /** pixels */
  width?: number;
}

/** Sessions and their conversion day by day; hour by hour where the data has one day only. */
export function trendChart(
  days: readonly Day[],
  hours: readonly Hour[],
  {formats, width = 640}: TrendOptions
): HTMLElement {
  return days.length > 1 ? daysChart(days, {formats, width}) : hoursChart(hours, {formats, width});
}

function daysChart(days: readonly Day[], {formats, width}: Required<TrendOptions>): HTMLElement {
  const complete = days.filter((day) => day.is_complete);
  const unfinished = days.filter((day) => !day.is_complete);
  // a week's mean takes the rhythm of weekdays out
  const isLong = complete.length >= 14;
  const panel = (value: keyof Day, options: Plot.PlotOptions) =>
    Plot.plot({
      ...frame(width),
      ...options,
      x: {type: "utc", label: null, ...(days.length < 10 && {ticks: "day"})},
      marks: [
        Plot.ruleY([0], {stroke: "var(--muted)"}),
        Plot.lineY(complete, {
          x: "event_date",
          y: value,
          stroke: "var(--kept)",
          strokeWidth: isLong ? 1 : 2,
          strokeOpacity: isLong ? 0.4 : 1
        }),
        isLong
          ? Plot.lineY(
              complete,
              Plot.windowY({k: 7, strict: true}, {x: "event_date", y: value, stroke: "var(--kept)", strokeWidth: 2.5})
            )
          : null,
        unfinished.length && complete.length
          ? Plot.lineY([...complete.slice(-1), ...unfinished], {
              x: "event_date",
              y: value,
              stroke: "var(--kept)",
              strokeDasharray: "3,3"
            })
          : null,
        Plot.tip(
          days,
          Plot.pointerX({x: "event_date", y: value, title: (day: Day) => dayText(day, formats), fontSize: 13})
        )
      ]
    });
  const busiest = complete.length ? complete.reduce((a, b) => (b.sessions > a.sessions ? b : a)) : undefined;
  return chartFigure(
    html`<div>
      ${panel("sessions", {y: {label: "Sessions a day", grid: true, ticks: 4, nice: true}, ariaLabel: "Sessions a day"})}
      ${
        days.some((day) => day.purchasing_sessions > 0)
          ? panel("session_conversion_rate", {
              y: {
                label: "Sessions with a purchase",
                grid: true,
                ticks: 4,
                nice: true,
                percent: true,
                tickFormat: (value: number) => `${value} %`,
                zero: true
              },
              ariaLabel: "Share of sessions with a purchase"
            })
          : html`<div class="remark">No session has a purchase yet, so there is no conversion to draw.</div>`
      }
    </div>`,
    {
      title: busiest
        ? `${formats.day(busiest.event_date)} was the busiest day, with ${counted(busiest.sessions, "session", "sessions", formats)}`
        : "No day is complete yet",
      subtitle: `Sessions a day, and the share of them with a purchase.${isLong ? " Thin: each day. Bold: mean of the seven days around it." : ""}${unfinished.length ? " Dashed: the last day is not over." : ""}`,
      name: "daily",
      rows: days,
      columns: [
        {label: "Day", text: (day) => day.event_date.toISOString().slice(0, 10)},
        {label: "Sessions", text: (day) => formats.count(day.sessions), isNumber: true},
        {label: "With a purchase", text: (day) => formats.percent(day.session_conversion_rate ?? NaN), isNumber: true},
        {label: "Orders", text: (day) => formats.count(day.orders), isNumber: true},
        {label: "Revenue", text: (day) => formats.money(day.revenue), isNumber: true},
        {label: "Complete", text: (day) => (day.is_complete ? "yes" : "no")}
      ]
    }
  );
}

function hoursChart(hours: readonly Hour[], {formats, width}: Required<TrendOptions>): HTMLElement {
  const busiest = hours.reduce<Hour | undefined>((a, b) => (!a || b.sessions > a.sessions ? b : a), undefined);
  const label = (hour: Hour) =>
    `${String(hour.event_hour).padStart(2, "0")}:00${hour.is_complete ? "" : " (not over)"}`;
  const chart = Plot.plot({
    ...frame(width),
    height: 56 + hours.length * 44,
    marginLeft: 120,
    marginRight: 64,
    x: {label: "Sessions", grid: true, ticks: width < 500 ? 3 : 6},
    y: {label: null, domain: hours.map(label)},
    ariaLabel: "Sessions by hour",
    marks: [
      Plot.barX(hours, {
        x: "sessions",
        y: label,
        fill: "var(--kept)",
        fillOpacity: (hour: Hour) => (hour.is_complete ? 1 : 0.6)
      }),
      Plot.text(hours, {
        x: "sessions",
        y: label,
        text: (hour: Hour) => formats.count(hour.sessions),
        dx: 6,
        textAnchor: "start"
      }),
      Plot.ruleX([0])
    ]
  });
  return chartFigure(chart, {
    title: busiest
      ? `The data covers one day; most sessions came between ${busiest.event_hour}:00 and ${busiest.event_hour + 1}:00 UTC`
      : "No hour has events",
    subtitle: "Sessions by hour of the day, UTC. A trend over days appears once the data covers more than one.",
    name: "hourly",
    rows: hours,
    columns: [
      {label: "Hour", text: label},
      {label: "Sessions", text: (hour) => formats.count(hour.sessions), isNumber: true},
      {label: "With a purchase", text: (hour) => formats.percent(hour.session_conversion_rate ?? NaN), isNumber: true},
      {label: "Orders", text: (hour) => formats.count(hour.orders), isNumber: true}
    ]
  });
}

function frame(width: number): Plot.PlotOptions {
  return {
    width,
    height: width < 500 ? 200 : 230,
    marginLeft: 52,
    marginBottom: 40,
    marginRight: 16,
    style: plotStyle
  };
}

function dayText(day: Day, {count, day: format, percent, money}: ReportFormats): string {
  return `${format(day.event_date)}\n${count(day.sessions)} sessions\n${percent(day.session_conversion_rate ?? NaN)} with a purchase\n${count(day.orders)} orders, ${money(day.revenue)}${day.is_complete ? "" : "\nthe day is not over"}`;
}
