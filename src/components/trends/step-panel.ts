import * as Plot from "npm:@observablehq/plot";
import {html} from "npm:htl";
import type {Annotation} from "../../shared/annotations/annotation.js";
import {stageWords} from "../../shared/stage-words.js";
import {middleOf, type PeriodKind} from "../../shared/trends/periods.js";
import type {StepRate, StepTrend} from "../../shared/trends/step-rates.js";
import {annotationMarks} from "../annotations/annotation-marks.js";
import {plotStyle} from "../figure/plot-style.js";
import type {ReportFormats} from "../report-formats.js";
import {periodWhen} from "./period-text.js";

/** One step of the funnel over time, with its interval, and where it stands in the last whole period. */
export function stepPanel(
  {before, stage, isStrict, rates}: StepTrend,
  {
    kind,
    formats,
    width,
    annotations
  }: {
    kind: PeriodKind;
    formats: ReportFormats;
    width: number;
    annotations: readonly Annotation[];
  }
): HTMLElement {
  const told = rates.filter(({rate}) => rate !== null);
  const last = told.filter(({isWhole}) => isWhole).at(-1);
  const name = `${stageWords(before).label} → ${stageWords(stage).label}`;
  return html`<div class="step-panel">
    <div class="name">${name}</div>
    <div class="now">
      ${last ? html`<b>${formats.percent(last.rate ?? NaN)}</b> ${intervalText(last, kind, formats)}` : "too few to tell in every whole period"}
      ${isStrict ? " · of those who were at the stage before" : ""}
    </div>
    ${told.length ? plot(rates, {name, formats, width, annotations}) : ""}
  </div>`;
}

function plot(
  rates: readonly StepRate[],
  {
    name,
    formats,
    width,
    annotations
  }: {name: string; formats: ReportFormats; width: number; annotations: readonly Annotation[]}
): Element {
  const at = {x1: "from", x2: "until", stroke: "var(--kept)", strokeWidth: 2.5} as const;
  const lines = (isWhole: boolean) => rates.filter((d) => d.rate !== null && d.isWhole === isWhole);
  return Plot.plot({
    width,
    height: 150,
    marginTop: 12,
    marginLeft: 48,
    marginRight: 20,
    marginBottom: 32,
    style: plotStyle,
    ariaLabel: name,
    x: {type: "utc", label: null, ticks: width < 420 ? 4 : 6},
    y: {
      label: null,
      grid: true,
      ticks: 3,
      nice: true,
      tickFormat: (value: number) => `${Number((value * 100).toFixed(1))}%`
    },
    marks: [
      ...annotationMarks(annotations, {formats, isNumbered: false}),
      Plot.rect(
        rates.filter(({low}) => low !== null),
        {x1: "from", x2: "until", y1: "low", y2: "high", fill: "var(--kept)", fillOpacity: 0.2}
      ),
      Plot.link(lines(true), {...at, y1: "rate", y2: "rate"}),
      Plot.link(lines(false), {...at, y1: "rate", y2: "rate", strokeDasharray: "3,3"}),
      Plot.text(
        rates.filter(({rate}) => rate === null),
        {
          x: middleOf,
          text: () => "×",
          frameAnchor: "bottom",
          dy: -4,
          fill: "var(--muted)",
          title: () => "too few to tell"
        }
      )
    ]
  });
}

function intervalText({low, high, from}: StepRate, kind: PeriodKind, formats: ReportFormats): string {
  const {percent} = formats;
  const when = periodWhen({from}, kind, formats);
  return low === null || high === null ? when : `(${percent(low)} to ${percent(high)}) ${when}`;
}
