import {html} from "npm:htl";
import {resize} from "observablehq:stdlib";
import type {Annotation} from "../../shared/annotations/annotation.js";
import {stageWords} from "../../shared/stage-words.js";
import {type StepTrend, stepTrends, type TrendStage} from "../../shared/trends/step-rates.js";
import {choiceControl} from "../controls/choice-control.js";
import {chosenFigure} from "../controls/chosen-figure.js";
import {followAddress} from "../controls/follow-address.js";
import type {ChartFrame} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";
import {stepPanel} from "./step-panel.js";

/** A row of the table `comparisons` for the last 28 days against the 28 before. */
export interface PeriodChange {
  metric: string;
  rate: number | null;
  rest_rate: number | null;
  difference_low: number | null;
  difference_high: number | null;
  corrected_p_value: number | null;
  verdict: string;
}

type Kind = TrendStage["period_kind"];

/** What the chart of the funnel's steps has beside its rows. */
export interface StepExplorerOptions {
  formats: ReportFormats;
  /** of the steps, by sessions */
  changes: readonly PeriodChange[];
  firstDay: Date;
  annotations?: readonly Annotation[];
}

const gap = 48;

/** Each step of the funnel over weeks or months, to choose. Without a second stage, what is missing. */
export function stepExplorer(rows: Record<Kind, readonly TrendStage[]>, options: StepExplorerOptions): HTMLElement {
  const kinds = (["week", "month"] as const).filter(
    (kind) => new Set(rows[kind].map((row) => +row.period_start)).size > 1
  );
  if (!kinds.length || !rows.week.some(({position}) => position > 1)) {
    return html`<div class="missing">
      How each step of the funnel goes over time needs two stages and events of more than one week.
    </div>`;
  }
  const figure = chosenFigure<TrendStage>();
  const control = choiceControl<Kind>(
    "Steps by",
    kinds.map((kind) => [kind, kind]),
    (steps) => choose({steps})
  );
  const choose = followAddress<{steps: Kind}>({steps: kinds}, ({steps}) => {
    control.show(steps);
    const trends = stepTrends(rows[steps], options.firstDay);
    figure.show(draw(trends, steps, options), frameOf(rows[steps], trends, {...options, kind: steps}));
  });
  return html`<div>
    <div class="controls">${control.element}</div>
    ${figure.element}
  </div>`;
}

function draw(steps: readonly StepTrend[], kind: Kind, {formats, annotations = []}: StepExplorerOptions): Node {
  return resize((width) => {
    const isWide = width >= 720;
    const panelWidth = isWide ? (width - gap) / 2 : width;
    return html`<div class="step-panels">
      ${steps.map((step) => stepPanel(step, {kind, formats, annotations, width: panelWidth}))}
    </div>`;
  });
}

function frameOf(
  rows: readonly TrendStage[],
  steps: readonly StepTrend[],
  {kind, formats, changes, annotations = []}: StepExplorerOptions & {kind: Kind}
): ChartFrame<TrendStage> {
  const {count, percent, minimumTrials} = formats;
  const rate = (value: number | null, row: TrendStage) =>
    row.has_enough_users ? percent(value ?? NaN) : "too few to tell";
  return {
    title: titleOf(steps, changes, formats),
    subtitle: `People who went on to a stage, of those at the stage before, by the ${kind} in which they entered, UTC. Pale: 95% interval. Dashed: the ${kind} is not whole, or some may still go on. ×: fewer than ${count(minimumTrials)}, too few to tell.${annotations.length ? " Grey: the days that are numbered above." : ""}`,
    note: "Where no interval is drawn, more than one in ten of the people at the stage had not been at the stage before, which is no share.",
    name: "steps",
    rows,
    columns: [
      {label: kind === "week" ? "Week from" : "Month from", text: (row) => row.period_start.toISOString().slice(0, 10)},
      {label: "Stage", text: ({stage}) => stageWords(stage).label},
      {label: "People", text: ({users}) => count(users), isNumber: true},
      {
        label: "Of the stage before",
        text: (row) => (row.position > 1 ? rate(row.conversion_from_previous, row) : "–"),
        isNumber: true
      },
      {
        label: "Of those who were there",
        text: (row) => (row.position > 1 ? rate(row.strict_conversion_from_previous, row) : "–"),
        isNumber: true
      },
      {label: "Complete", text: ({is_complete}) => (is_complete ? "yes" : "no")}
    ]
  };
}

// the surest change of a step, or that there is none
function titleOf(
  steps: readonly {before: string; stage: string}[],
  changes: readonly PeriodChange[],
  {percent}: ReportFormats
): string {
  const known = steps.flatMap(({before, stage}) => {
    const change = changes.find(({metric}) => metric === `${before}_to_${stage}`);
    return change ? [{before, stage, change}] : [];
  });
  if (!known.length) return "How each step of the funnel goes over time";
  const [surest] = known
    .filter(({change: {verdict}}) => verdict === "higher" || verdict === "lower")
    .sort((a, b) => (a.change.corrected_p_value ?? 1) - (b.change.corrected_p_value ?? 1));
  if (!surest) return "No step of the funnel changed by more than chance in the last 28 days";
  const {before, stage, change} = surest;
  const [from, to] = [before, stage].map((name) => stageWords(name).label.toLowerCase());
  return `“${from}” to “${to}” ${change.verdict === "higher" ? "rose" : "fell"} from ${percent(change.rest_rate ?? NaN)} to ${percent(change.rate ?? NaN)} of sessions in the last 28 days`;
}
