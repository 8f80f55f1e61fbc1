import {html} from "npm:htl";
import {counted} from "../../shared/number-format.js";
import {queryOf} from "../../shared/query-of.js";
import type {FunnelStage} from "../../shared/funnel/rate-stages.js";
import {everybody, isEverybody, type Selection} from "../../shared/selection/selection.js";
import {selectionWords, titleOfSelected} from "../../shared/selection/selection-words.js";
import {stageWords} from "../../shared/stage-words.js";
import {chartFigure} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";

/** How to draw a funnel. */
export interface FunnelOptions {
  formats: ReportFormats;
  /** what is counted */
  unit: "users" | "sessions";
  /** what the funnel is of; everybody unless told */
  selection?: Selection;
  /** how stages count; “in any order” unless told */
  way?: string;
  /** whether they count in their order alone */
  isOrdered?: boolean;
  /** the SQL that counts it, where the stages are not a fence's rows as they are */
  query?: string;
}

/**
 * A funnel as one bar per stage, kept against lost, with the numbers written out. A bar leads to the sessions that are lost there on the page
 * Drop-off. Fewer than two stages say so.
 */
export function funnelChart(stages: readonly FunnelStage[], options: FunnelOptions): HTMLElement {
  const {formats, unit, selection = everybody, way = "in any order"} = options;
  if (stages.length < 2) {
    return html`<div class="missing">
      A funnel needs at least two stages; these events have ${stages.length}. Check which event types the data has, and
      map them to stages in report.config.ts.
    </div>`;
  }
  if (!isEverybody(selection) && stages.every(({members}) => members === 0)) {
    return html`<div class="missing">
      No session matches ${selectionWords(selection, formats)}. Take a choice back at the top of the page.
    </div>`;
  }
  const most = Math.max(...stages.map(({members}) => members));
  const bars = html`<ol class="funnel">
    ${stages.map((stage, i) => stageRow(stage, stages[i - 1], {most, ...options}))}
  </ol>`;
  return chartFigure(bars, {
    title: titleOfSelected(titleOf(stages, {formats, unit}), selection, formats),
    subtitle: `${capitalised(unit)} ${unit === "users" ? "who" : "that"} reached each stage, ${way}. Blue went on, orange is lost since the stage before.`,
    note: "A bar leads to the sessions that were lost there on the page Drop-off.",
    name: `funnel-${unit}`,
    rows: stages,
    query: options.query ?? queryOf(stages),
    columns: [
      {label: "Stage", text: ({stage}) => stageWords(stage).label},
      {label: capitalised(unit), text: ({members}) => formats.count(members), isNumber: true},
      {label: "From the stage before", text: (stage) => rate(stage.conversion_from_previous, formats), isNumber: true},
      {label: "Of the first stage", text: (stage) => rate(stage.share_of_first, formats), isNumber: true},
      {
        label: "Strictly in both",
        text: (stage) => rate(stage.strict_conversion_from_previous, formats),
        isNumber: true
      },
      {label: "95% interval of those", text: (stage) => strictInterval(stage, formats), isNumber: true}
    ]
  });
}

function stageRow(
  stage: FunnelStage,
  previous: FunnelStage | undefined,
  {most, ...options}: FunnelOptions & {most: number}
): HTMLElement {
  const {formats} = options;
  // room for the number to the right of the longest bar
  const width = (members: number) => `calc((100% - 96px) * ${most ? members / most : 0})`;
  const lost = Math.max(0, (previous?.members ?? 0) - stage.members);
  return html`<li>
    <span class="stage">${stageWords(stage.stage).label}</span>
    <a
      class="track"
      href=${`./drop-off?${new URLSearchParams({step: (previous ?? stage).stage})}`}
      aria-label=${linkText(stage, previous, options)}
    >
      <span class="bar" style=${{width: width(stage.members)}}></span>
      ${lost > 0 ? html`<span class="gone" style=${{width: width(lost)}}></span>` : ""}
      <span class="count">${formats.count(stage.members)}</span>
    </a>
    ${previous ? html`<span class="step">${stepText(stage, previous, options)}</span>` : ""}
  </li>`;
}

// sessions are lost after a stage: the first bar's after its own, any other's after the one before
function linkText(stage: FunnelStage, previous: FunnelStage | undefined, {formats, unit}: FunnelOptions): string {
  const from = stageWords((previous ?? stage).stage).label;
  return `${formats.count(stage.members)} ${unit}: see the sessions that were lost after “${from}”`;
}

function stepText(stage: FunnelStage, previous: FunnelStage, {formats, unit, isOrdered}: FunnelOptions): HTMLElement {
  const {count, percent, minimumTrials} = formats;
  const before = stageWords(previous.stage);
  const without = stage.members - stage.also_previous;
  if (previous.members < minimumTrials) {
    return html`<span
      >Too few to tell: only ${counted(previous.members, unit.slice(0, -1), unit, formats)} before this stage.</span
    >`;
  }
  const others = isOrdered ? "entered here" : `have no event “${before.label.toLowerCase()}”`;
  const strictly = html`<span
    >Of those ${isOrdered ? "who came from there" : "who have one"},
    ${rate(stage.strict_conversion_from_previous, formats)} went on (95% interval:
    ${strictInterval(stage, formats)}).</span
  >`;
  if (stage.members > previous.members) {
    return html`<span
      >More ${unit} than at the stage before: ${count(without)} of ${count(stage.members)} ${others}. ${strictly}</span
    >`;
  }
  const lost = previous.members - stage.members;
  const conversion = rate(stage.conversion_from_previous, formats);
  const wentOn = interval(stage.conversion_low, stage.conversion_high, formats);
  return html`<span
    ><b>${count(lost)} lost</b> (${percent(lost / previous.members)}).
    ${
      stage.conversion_low === null
        ? html`As many as ${conversion} are here, but ${count(without)} of them ${others}. ${strictly}`
        : `${conversion} went on (95% interval: ${wentOn}).`
    }</span
  >`;
}

// from the first stage that no later one exceeds: a stage that fewer people have is not recorded for everybody
function titleOf(stages: readonly FunnelStage[], {formats, unit}: {formats: ReportFormats; unit: string}): string {
  const last = stages.at(-1) as FunnelStage;
  const isWidest = ({members}: FunnelStage, i: number) => stages.slice(i).every((later) => later.members <= members);
  const first = stages.find(isWidest) as FunnelStage;
  const [from, to] = [first, last].map(({stage}) => stageWords(stage).label.toLowerCase());
  if (first.members < formats.minimumTrials) return `Too few ${unit} to tell how many reach the end`;
  if (first === last) return `More ${unit} have “${to}” than any stage before it`;
  return `${formats.percent(last.members / first.members)} of ${unit} get from “${from}” to “${to}”`;
}

function rate(value: number | null, {percent}: ReportFormats): string {
  return value === null ? "–" : percent(value);
}

// of those who have been at the stage before: a share, as that of all members need not be
function strictInterval({strict_conversion_low, strict_conversion_high}: FunnelStage, formats: ReportFormats): string {
  return interval(strict_conversion_low, strict_conversion_high, formats);
}

function interval(low: number | null, high: number | null, {percent}: ReportFormats): string {
  return low === null || high === null ? "–" : `${percent(low)} to ${percent(high)}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
