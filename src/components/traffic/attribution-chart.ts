import * as Plot from "npm:@observablehq/plot";
import {attributionModels} from "../../shared/attribution-models.js";
import type {CreditRange} from "../../shared/traffic/credit-ranges.js";
import {plotStyle} from "../figure/plot-style.js";

/** How to draw credits. */
export interface AttributionChartOptions {
  format: (value: number) => string;
  /** what is credited, and its unit */
  label: string;
  /** pixels */
  width?: number;
}

/** A line for each channel from the least to the most that a model credits it with, a dot for each model, and the chosen one filled. */
export function attributionChart(
  ranges: readonly CreditRange[],
  {format, label, width = 640}: AttributionChartOptions
): Node {
  const isNarrow = width < 560;
  // room for the names of the models that give least and most
  const isWide = width >= 780;
  const dots = ranges.flatMap(({channel, credits}) => credits.map((credit) => ({channel, ...credit})));
  const isLog = isLogarithmic(ranges);
  // on a phone the name stands above the line, and the numbers behind the name
  const above = isNarrow ? -14 : 0;
  return Plot.plot({
    width,
    height: 64 + ranges.length * (isNarrow ? 50 : 36),
    marginLeft: isNarrow ? 8 : 148,
    marginRight: isNarrow ? 12 : isWide ? 340 : 200,
    marginBottom: 32,
    style: plotStyle,
    ariaLabel: label,
    x: {
      type: isLog ? "log" : "linear",
      zero: !isLog,
      ...(isLog ? {insetLeft: 8, insetRight: 8} : {nice: true}),
      label: null,
      grid: true,
      ticks: isLog ? logTicks(ranges) : isNarrow ? 3 : 5,
      tickFormat: format
    },
    y: {domain: ranges.map(({channel}) => channel), axis: null, padding: 0.3},
    marks: [
      Plot.link(ranges, {
        y: "channel",
        x1: "low",
        x2: "high",
        stroke: "var(--muted)",
        strokeWidth: 2,
        dy: isNarrow ? 8 : 0
      }),
      Plot.dot(dots, {
        x: "value",
        y: "channel",
        r: 4,
        fill: "var(--page)",
        stroke: "var(--muted)",
        strokeWidth: 1.5,
        dy: isNarrow ? 8 : 0
      }),
      Plot.dot(ranges, {x: "chosen", y: "channel", r: 6, fill: "var(--kept)", dy: isNarrow ? 8 : 0}),
      Plot.text(ranges, {
        y: "channel",
        text: "channel",
        frameAnchor: "left",
        textAnchor: isNarrow ? "start" : "end",
        dx: isNarrow ? 0 : -12,
        dy: above,
        fontSize: 14,
        // in ems of the font
        lineWidth: isNarrow ? 10 : 8.6,
        textOverflow: "ellipsis"
      }),
      Plot.text(ranges, {
        y: "channel",
        text: ({chosen, low, high}: CreditRange) =>
          isNarrow ? `${format(chosen)}   (${format(low)} to ${format(high)})` : format(chosen),
        frameAnchor: "right",
        textAnchor: "end",
        dx: isNarrow ? 0 : 72,
        dy: above,
        fontSize: 14,
        fontVariant: "tabular-nums"
      }),
      isNarrow
        ? null
        : Plot.text(ranges, {
            y: "channel",
            text: (range: CreditRange) => extremes(range, {format, isNamed: isWide}),
            frameAnchor: "right",
            textAnchor: "start",
            dx: 88,
            fill: "var(--muted)",
            fontVariant: "tabular-nums"
          }),
      Plot.tip(
        dots,
        Plot.pointer({
          x: "value",
          y: "channel",
          dy: isNarrow ? 8 : 0,
          fontSize: 13,
          title: ({channel, model, value}: (typeof dots)[number]) =>
            `${channel}\n${attributionModels[model].label}: ${format(value)}`
        })
      )
    ]
  });
}

// which models give least and most
function extremes(
  {credits, low, high}: CreditRange,
  {format, isNamed}: {format: (value: number) => string; isNamed: boolean}
): string {
  if (format(low) === format(high)) return "by all models";
  const nameOf = (extreme: number): string => {
    const found = credits.find(({value}) => value === extreme);
    return found && isNamed ? ` (${attributionModels[found.model].label.toLowerCase()})` : "";
  };
  return `${format(low)}${nameOf(low)} to ${format(high)}${nameOf(high)}`;
}

/** Whether channels differ so much that small ones can be told apart on a logarithmic scale only. */
export function isLogarithmic(ranges: readonly CreditRange[]): boolean {
  const [least, most] = extent(ranges);
  return least > 0 && most / least > 30;
}

function extent(ranges: readonly CreditRange[]): [least: number, most: number] {
  return [Math.min(...ranges.map(({low}) => low)), Math.max(...ranges.map(({high}) => high))];
}

// 1, 3, 10, 30 and so on
function logTicks(ranges: readonly CreditRange[]): number[] {
  const [least, most] = extent(ranges);
  const first = Math.floor(Math.log10(least));
  const powers = Array.from({length: Math.ceil(Math.log10(most)) - first + 1}, (_, i) => 10 ** (first + i));
  return powers.flatMap((power) => [power, 3 * power]).filter((tick) => tick >= least && tick <= most);
}
