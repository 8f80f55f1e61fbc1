import * as Plot from "npm:@observablehq/plot";
import {resize} from "observablehq:stdlib";
import {type ShareOfAll, sharesOfAll} from "../../shared/trends/leading-shares.js";
import {hourText, weekdayName} from "../../shared/trends/weekdays.js";
import {chartFigure} from "../figure/chart-figure.js";
import type {NumbersColumn} from "../figure/numbers-table.js";
import {plotStyle} from "../figure/plot-style.js";
import type {ReportFormats} from "../report-formats.js";
import {
  busiestHours,
  countsByHour,
  type DayHour,
  hoursInWords,
  type VisitCount,
  type Weekday,
  weekdayTitle
} from "./visit-times.js";

const bothWords = "Bars: all sessions. Dots: sessions with a purchase, with their 95% interval.";

/** The hours of the day by their shares of sessions and of sessions with a purchase. */
export function hourShares(hours: readonly DayHour[], {formats}: {formats: ReportFormats}): HTMLElement {
  const [come, buy] = (["sessions", "purchasing_sessions"] as const).map((kind) =>
    sharesOfAll(countsByHour(hours, kind))
  );
  const window = busiestHours(hours, "sessions", formats);
  const isBusy = ({place}: ShareOfAll) => !!window && (place - window.from + 24) % 24 < 3;
  const chart = resize((width) =>
    Plot.plot({
      width,
      height: 240,
      marginLeft: 44,
      marginBottom: 36,
      style: plotStyle,
      ariaLabel: "Shares of sessions by hour of the day",
      x: {
        domain: Array.from({length: 24}, (_, hour) => hour),
        label: null,
        tickFormat: (hour: number) => (hour % (width < 560 ? 4 : 2) ? "" : hourText(hour)),
        tickSize: 0
      },
      y: {label: null, percent: true, grid: true, ticks: 4, tickFormat: (value: number) => `${value}%`},
      marks: [
        Plot.barY(come, {
          x: "place",
          y: "share",
          fill: "var(--kept)",
          fillOpacity: (d: ShareOfAll) => (isBusy(d) ? 0.8 : 0.4)
        }),
        ...whiskers(buy ?? [], {across: "x", along: "y"}),
        Plot.ruleY([0], {stroke: "var(--muted)"})
      ]
    })
  );
  return chartFigure(chart, {
    title: window
      ? `${formats.percent(window.share)} of sessions come from ${hoursInWords(window)}`
      : "Too few sessions to tell at which hours most come",
    subtitle: `Share of each hour of the day, UTC. ${buy?.length ? bothWords : "Nobody has bought yet."}`,
    note: "A session counts in every hour in which it has events.",
    name: "hours-of-day",
    rows: hours,
    columns: [
      {label: "Hour, UTC", text: ({event_hour}) => hourText(event_hour)},
      ...countColumns<DayHour>([come ?? [], buy ?? []], ({event_hour}) => event_hour, formats)
    ]
  });
}

/** The weekdays by their shares of sessions and of sessions with a purchase, over whole weeks. */
export function weekdayShares(
  weekdays: readonly Weekday[],
  {weeks, formats}: {weeks: number; formats: ReportFormats}
): HTMLElement {
  const [come, buy] = (["sessions", "purchasing_sessions"] as const).map((kind) =>
    sharesOfAll(weekdays.map((weekday) => weekday[kind]))
  );
  const name = ({place}: ShareOfAll) => weekdayName(weekdays[place]?.event_day ?? 0);
  const chart = resize((width) =>
    Plot.plot({
      width,
      height: 240,
      marginLeft: 92,
      marginRight: 16,
      marginBottom: 36,
      style: plotStyle,
      ariaLabel: "Shares of sessions by weekday",
      x: {label: null, percent: true, grid: true, ticks: 4, tickFormat: (value: number) => `${value}%`},
      y: {domain: weekdays.map(({event_day}) => weekdayName(event_day)), label: null, tickSize: 0},
      marks: [
        Plot.barX(come, {x: "share", y: name, fill: "var(--kept)", fillOpacity: 0.5, insetTop: 2, insetBottom: 2}),
        ...whiskers(
          (buy ?? []).map((share) => ({...share, name: name(share)})),
          {across: "y", along: "x"}
        ),
        Plot.ruleX([0], {stroke: "var(--muted)"})
      ]
    })
  );
  return chartFigure(chart, {
    title: weekdayTitle(weekdays, {kind: "sessions", formats}),
    subtitle: `Share of each weekday in ${formats.count(weeks)} whole ${weeks === 1 ? "week" : "weeks"} from Monday to Sunday, UTC. ${buy?.length ? bothWords : "Nobody has bought yet."}`,
    name: "weekdays",
    rows: weekdays,
    columns: [
      {label: "Weekday", text: ({event_day}) => weekdayName(event_day)},
      ...countColumns<Weekday>([come ?? [], buy ?? []], (row) => weekdays.indexOf(row), formats)
    ]
  });
}

// shares with their intervals, as dots with lines
function whiskers(shares: readonly object[], {across, along}: {across: "x" | "y"; along: "x" | "y"}): Plot.Markish[] {
  const place = {[across]: across === "x" ? "place" : "name"};
  const rule = across === "x" ? Plot.ruleX : Plot.ruleY;
  return [
    rule(shares as object[], {
      ...place,
      [`${along}1`]: "low",
      [`${along}2`]: "high",
      stroke: "var(--ink)",
      strokeWidth: 1.5
    }),
    Plot.dot(shares as object[], {
      ...place,
      [along]: "share",
      r: 3.5,
      fill: "var(--page)",
      stroke: "var(--ink)",
      strokeWidth: 1.5
    })
  ];
}

function countColumns<T extends VisitCount>(
  [come, buy]: [ShareOfAll[], ShareOfAll[]],
  placeOf: (row: T) => number,
  {count, percent}: ReportFormats
): NumbersColumn<T>[] {
  const shareText = (shares: ShareOfAll[], row: T) => percent(shares[placeOf(row)]?.share ?? NaN);
  const interval = (shares: ShareOfAll[], row: T) => {
    const share = shares[placeOf(row)];
    return share ? `${percent(share.low)} to ${percent(share.high)}` : "–";
  };
  return [
    {label: "Sessions", text: ({sessions}) => count(sessions), isNumber: true},
    {label: "Share", text: (row) => shareText(come, row), isNumber: true},
    {label: "95% interval", text: (row) => interval(come, row), isNumber: true},
    {label: "With a purchase", text: (row) => count(row.purchasing_sessions), isNumber: true},
    {label: "Share of these", text: (row) => shareText(buy, row), isNumber: true},
    {label: "95% interval of it", text: (row) => interval(buy, row), isNumber: true}
  ];
}
