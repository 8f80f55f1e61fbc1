import * as Plot from "npm:@observablehq/plot";
import {hourText} from "../../shared/trends/weekdays.js";
import {chartFigure} from "../figure/chart-figure.js";
import {plotStyle} from "../figure/plot-style.js";
import type {ReportFormats} from "../report-formats.js";

/** A row of the table `hourly`. */
export interface Hour {
  event_hour: number;
  sessions: number;
  orders: number;
  session_conversion_rate: number | null;
  is_complete: boolean;
}

/** Sessions hour by hour, of data of one day; an hour that is not over is paler and says so. */
export function hoursChart(
  hours: readonly Hour[],
  {formats, width = 640}: {formats: ReportFormats; width?: number | undefined}
): HTMLElement {
  const busiest = hours.reduce<Hour | undefined>((a, b) => (!a || b.sessions > a.sessions ? b : a), undefined);
  const label = ({event_hour, is_complete}: Hour) => `${hourText(event_hour)}${is_complete ? "" : " (not over)"}`;
  const chart = Plot.plot({
    width,
    height: 56 + hours.length * 44,
    marginLeft: 120,
    marginRight: 64,
    marginBottom: 40,
    style: plotStyle,
    x: {label: "Sessions", grid: true, ticks: Math.min(busiest?.sessions ?? 1, width < 500 ? 3 : 6)},
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
      ? `The data covers one day; most sessions came between ${hourText(busiest.event_hour)} and ${hourText(busiest.event_hour + 1)} UTC`
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
