import * as Plot from "npm:@observablehq/plot";
import {html} from "npm:htl";
import {resize} from "observablehq:stdlib";
import {counted} from "../../shared/number-format.js";
import {type Recommendation, type Worth, worthOf} from "../../shared/recommendations/recommendation.js";
import {chartFigure} from "../figure/chart-figure.js";
import {plotStyle} from "../figure/plot-style.js";
import type {ReportFormats} from "../report-formats.js";
import {intervalText} from "./worth-text.js";

/** How to draw what recommendations are worth. */
export interface WorthChartOptions {
  formats: ReportFormats;
  /** the time that worths are of, as "158 days" */
  period: string;
}

type Valued = {row: Recommendation} & Worth;

/** What each recommendation may bring or save, as a dot with its interval, in the order of what to do. Without any worth, why there is none. */
export function worthChart(
  recommendations: readonly Recommendation[],
  {formats, period}: WorthChartOptions
): HTMLElement {
  const valued = recommendations.flatMap((row): Valued[] => {
    const worth = worthOf(row);
    return worth ? [{row, ...worth}] : [];
  });
  if (!valued.length) {
    return html`<div class="missing">
      Of none of these recommendations can it be told what it may bring:
      ${recommendations.length === 1 ? "below it stands" : "below each stands"} why.
    </div>`;
  }
  const hasSavings = valued.some(({kind}) => kind === "saving");
  return chartFigure(
    resize((width) => draw(valued, {formats, width})),
    {
      title: titleOf(valued, formats),
      subtitle: `What each recommendation may bring in a time as long as the data’s, ${period}, in ${formats.currency}: ${hasSavings ? "blue dots are revenue, green squares are cost that is saved" : "revenue"}. The line is the 95% interval, or the range of the assumption where that is a guess.${isLogarithmic(valued) ? " Ten times as much is as far apart everywhere." : ""}`,
      note: "These are scenarios, one at a time. Several of them are about the same people and the same orders, so they must not be added up.",
      name: "expected-worth",
      rows: valued,
      columns: [
        {label: "Place", text: ({row}) => formats.count(row.position), isNumber: true},
        {label: "What to do", text: ({row}) => row.recommendation},
        {label: "What it is", text: ({kind}) => (kind === "revenue" ? "revenue" : "cost saved")},
        {label: "Expected", text: ({value}) => formats.roughMoney(value), isNumber: true},
        {label: "From", text: ({low}) => formats.roughMoney(low), isNumber: true},
        {label: "To", text: ({high}) => formats.roughMoney(high), isNumber: true},
        {label: "Assumption", text: ({row}) => row.assumption}
      ]
    }
  );
}

function titleOf(valued: readonly Valued[], formats: ReportFormats): string {
  const values = valued.map(({value}) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)].map(formats.roughMoney);
  return valued.length === 1
    ? `One recommendation has a worth that can be told: ${most}`
    : `${counted(valued.length, "recommendation has", "recommendations have", formats)} a worth that can be told, from ${least} to ${most}`;
}

// small worths beside very large ones could not be told from nought otherwise
function isLogarithmic(valued: readonly Valued[]): boolean {
  const least = Math.min(...valued.map(({low}) => low));
  return least > 0 && Math.max(...valued.map(({high}) => high)) / least > 100;
}

function draw(valued: readonly Valued[], {formats, width}: {formats: ReportFormats; width: number}): Node {
  const isNarrow = width < 560;
  const label = ({row}: Valued): string => `${formats.count(row.position)}. ${row.recommendation}`;
  const color = ({kind}: Valued): string => (kind === "revenue" ? "var(--kept)" : "var(--good)");
  const isLog = isLogarithmic(valued);
  const numbers = (worth: Valued): string =>
    `${worth.kind === "saving" ? "saves " : ""}${formats.roughMoney(worth.value)}`;
  const y = {y: ({row}: Valued) => row.finding};
  // names stand above the lines, and on a phone the numbers below
  const below = isNarrow ? 12 : 8;
  return Plot.plot({
    width,
    height: 40 + valued.length * (isNarrow ? 92 : 62),
    marginLeft: 8,
    marginRight: isNarrow ? 24 : 250,
    marginTop: 8,
    marginBottom: 28,
    style: plotStyle,
    ariaLabel: "What each recommendation may bring",
    x: {
      type: isLog ? "log" : "linear",
      zero: !isLog,
      label: null,
      ticks: isNarrow ? 3 : 6,
      grid: true,
      tickFormat: formats.roughMoney
    },
    y: {domain: valued.map(({row}) => row.finding), axis: null},
    marks: [
      isLog ? null : Plot.ruleX([0], {stroke: "var(--muted)"}),
      Plot.link(valued, {...y, x1: "low", x2: "high", stroke: color, strokeWidth: 4, strokeOpacity: 0.45, dy: below}),
      Plot.dot(valued, {
        ...y,
        x: "value",
        r: 6,
        fill: color,
        symbol: ({kind}: Valued) => (kind === "revenue" ? "circle" : "square"),
        dy: below
      }),
      Plot.text(valued, {
        ...y,
        text: label,
        href: ({row}: Valued) => `#${row.finding}`,
        frameAnchor: "left",
        textAnchor: "start",
        lineAnchor: "bottom",
        dx: 4,
        dy: below - 12,
        fontSize: 15,
        fill: "var(--ink)",
        stroke: "var(--page)",
        strokeWidth: 4,
        lineWidth: (isNarrow ? width - 40 : width - 60) / 15 / 0.97
      }),
      Plot.text(valued, {
        ...y,
        text: numbers,
        frameAnchor: isNarrow ? "left" : "right",
        textAnchor: isNarrow ? "start" : "end",
        dx: isNarrow ? 4 : 90,
        dy: isNarrow ? below + 20 : below,
        fontSize: 15,
        fontWeight: 600,
        fontVariant: "tabular-nums"
      }),
      Plot.text(valued, {
        ...y,
        text: (worth: Valued) => intervalText(worth, formats),
        frameAnchor: isNarrow ? "left" : "right",
        textAnchor: "start",
        dx: isNarrow ? 84 : 100,
        dy: isNarrow ? below + 20 : below,
        fontSize: 14,
        fill: "var(--muted)",
        fontVariant: "tabular-nums"
      })
    ]
  });
}
