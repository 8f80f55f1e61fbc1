import {html} from "npm:htl";
import {counted} from "../../shared/number-format.js";
import {type Selection, toggleValue} from "../../shared/selection/selection.js";
import {titleOfSelected} from "../../shared/selection/selection-words.js";
import {dimensionNames, type SessionDimension, sessionDimensions} from "../../shared/selection/session-dimensions.js";
import {valueLabel} from "../../shared/selection/value-label.js";
import type {DropOff, LostSessions} from "../../shared/sessions/drop-off.js";
import {dropOffQuery, type FunnelStep} from "../../shared/sessions/drop-off-query.js";
import {stageWords} from "../../shared/stage-words.js";
import {wilsonInterval} from "../../shared/wilson-interval.js";
import {chartFigure, type ChartFrame, updateFigure} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";
import {dayBars} from "./day-bars.js";
import {valueBars} from "./value-bars.js";

/** What the bars show: what became of which sessions. */
export interface ShownDropOff {
  dropOff: DropOff;
  step: FunnelStep;
  selection: Selection;
}

interface Row extends LostSessions {
  dimension: string;
  share_lost: number | null;
}

/**
 * Sessions that went on from a stage to the next against those that were lost, by day and by the values of every dimension, each of which the reader
 * can choose: an element, and what makes it show counts. The counts of a dimension leave its own choice aside, so that what is not chosen can be seen.
 */
export function dropOffBars(
  initial: ShownDropOff,
  {formats, current, choose}: {formats: ReportFormats; current: () => Selection; choose: (selection: Selection) => void}
): {element: HTMLElement; show: (shown: ShownDropOff) => void} {
  const {values} = initial.dropOff;
  const names = dimensionNames.filter((name) => values.get(name)?.length);
  const days = dayBars(valuesOf(values.get("days")), {
    formats,
    choose: ({from, to}) => choose({values: current().values, from, to})
  });
  const bars = names.map((name) =>
    valueBars(name, valuesOf(values.get(name)), {
      formats,
      toggle: (value) => choose(toggleValue(current(), name, value))
    })
  );
  const drawing = html`<div class="drop-off">
    ${days.element}
    <div class="dimensions">${bars.map(({element}) => element)}</div>
  </div>`;
  const element = chartFigure(drawing, frameOf(initial, names, formats));

  const show = (shown: ShownDropOff): void => {
    const {values} = shown.selection;
    days.show(shown.dropOff.values.get("days") ?? [], shown.selection);
    for (const [i, name] of names.entries()) {
      bars[i]?.show(shown.dropOff.values.get(name) ?? [], values[name] ?? []);
    }
    updateFigure(element, frameOf(shown, names, formats));
  };
  show(initial);
  return {element, show};
}

function frameOf(
  {dropOff, step, selection}: ShownDropOff,
  names: readonly SessionDimension[],
  formats: ReportFormats
): ChartFrame<Row> {
  const {reached, lost, values} = dropOff;
  const {did} = stageWords(step.stage);
  const rows = [...names, "days" as const].flatMap((name) =>
    (values.get(name) ?? []).map((row): Row => ({
      dimension: name,
      ...row,
      share_lost: row.reached ? row.lost / row.reached : null
    }))
  );
  return {
    title: titleOfSelected(
      `${counted(lost, "session", "sessions", formats)} of ${formats.count(reached)} that ${did} left without ${stageWords(step.next).missed}${shareText(lost, reached, formats)}`,
      selection,
      formats
    ),
    subtitle:
      "Sessions, by their circumstances and the day on which they began. Blue went on, orange is lost. Choose bars, or drag over days.",
    name: "drop-off",
    rows,
    query: dropOffQuery(step, selection, names),
    columns: [
      {
        label: "By",
        text: ({dimension}) => (dimension === "days" ? "Day" : sessionDimensions[dimension as SessionDimension])
      },
      {label: "Value", text: ({dimension, value}) => valueLabel(dimension as SessionDimension, value, formats)},
      {label: "Sessions", text: (row) => formats.count(row.reached), isNumber: true},
      {label: "Lost", text: (row) => formats.count(row.lost), isNumber: true},
      {
        label: "Share lost",
        text: (row) =>
          row.reached < formats.minimumTrials ? "too few to tell" : formats.percent(row.lost / row.reached),
        isNumber: true
      },
      {label: "95% interval", text: (row) => intervalText(row.lost, row.reached, formats), isNumber: true}
    ]
  };
}

function shareText(lost: number, reached: number, formats: ReportFormats): string {
  if (reached < formats.minimumTrials) return ", too few to tell a share";
  return `: ${formats.percent(lost / reached)} (95% interval: ${intervalText(lost, reached, formats)})`;
}

function intervalText(lost: number, reached: number, {percent, minimumTrials}: ReportFormats): string {
  if (reached < minimumTrials) return "–";
  const [low, high] = wilsonInterval(lost, reached);
  return `${percent(low)} to ${percent(high)}`;
}

function valuesOf(values: readonly LostSessions[] = []): string[] {
  return values.map(({value}) => value);
}
