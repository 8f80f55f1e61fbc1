import {html} from "npm:htl";
import {resize} from "observablehq:stdlib";
import type {Annotation} from "../../shared/annotations/annotation.js";
import {type Period, type PeriodKind, type PeriodRow, readPeriods} from "../../shared/trends/periods.js";
import {selectedPeriodsQuery} from "../../shared/selection/selected-figures-query.js";
import {everybody, isEverybody, type Selection} from "../../shared/selection/selection.js";
import {countDays} from "../../shared/sessions/count-days.js";
import {countPeriods} from "../../shared/sessions/count-periods.js";
import {annotationList} from "../annotations/annotation-list.js";
import {choiceControl} from "../controls/choice-control.js";
import {chosenFigure} from "../controls/chosen-figure.js";
import {followAddress} from "../controls/follow-address.js";
import type {ChartFrame} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";
import {followSelection} from "../selection/follow-selection.js";
import {selectedFrame} from "../selection/selected-frame.js";
import {dayPanel} from "./day-panel.js";
import {periodColumns} from "./period-columns.js";
import {spanPanel} from "./span-panel.js";
import {lineWords} from "./trend-chart.js";
import {shownMetrics, type TrendMetric, trendMetrics} from "./trend-metrics.js";
import {trendTitle} from "./trend-title.js";

type View = {metric: TrendMetric; by: PeriodKind};

type Rows = Record<PeriodKind, readonly PeriodRow[]>;

/**
 * The trend of a metric by day, week or month, both to choose; of everybody as the build has counted it, or of the sessions that the reader has
 * chosen. What is chosen lives in the address, so that a link shows the same view and Back undoes a choice. Kinds of periods of which there is only
 * one are not offered.
 */
export function trendExplorer(
  built: Rows,
  {formats, annotations = []}: {formats: ReportFormats; annotations?: readonly Annotation[]}
): HTMLElement {
  const first = built.day[0]?.event_date as Date;
  const kinds = (["day", "week", "month"] as const).filter((kind) => built[kind].length > 1);
  const metrics = shownMetrics(built.day);
  const figure = chosenFigure<PeriodRow>();
  const metric = choiceControl(
    "Show",
    metrics.map((name) => [name, trendMetrics[name].label]),
    (value) => choose({metric: value})
  );
  const by = choiceControl(
    "By",
    kinds.map((kind) => [kind, kind]),
    (value) => choose({by: value})
  );
  let rows = built;
  let selection = everybody;
  let view: View | undefined;
  const show = (): void => {
    if (!view) return;
    metric.show(view.metric);
    by.show(view.by);
    const periods = readPeriods(rows[view.by], view.by, first);
    const beside = {formats, annotations, selection};
    figure.show(draw(periods, view, beside), frameOf(periods, rows[view.by], {view, ...beside}));
  };
  const explorer = html`<div>
    <div class="controls">${metric.element}${by.element}</div>
    ${figure.element}
  </div>`;
  const element = followSelection<Rows>({
    built,
    count: (table, chosen) => {
      const days = countDays(table.select(chosen));
      const counted = (kind: PeriodKind) => countPeriods(days, built[kind], kind);
      return {day: counted("day"), week: counted("week"), month: counted("month")};
    },
    show: (counted, chosen) => {
      [rows, selection] = [counted, chosen];
      show();
      return explorer;
    }
  });
  const choose = followAddress<View>({metric: metrics, by: kinds}, (chosen) => {
    view = chosen;
    show();
  });
  return element;
}

interface Beside {
  formats: ReportFormats;
  annotations: readonly Annotation[];
  selection: Selection;
}

function draw(periods: readonly Period[], {metric, by: kind}: View, options: Beside): Node {
  return resize((width) =>
    kind === "day"
      ? dayPanel(periods, metric, {...options, width})
      : spanPanel(periods, metric, {...options, width, kind})
  );
}

function frameOf(
  periods: readonly Period[],
  rows: readonly PeriodRow[],
  {view, formats, annotations, selection}: Beside & {view: View}
): ChartFrame<PeriodRow> {
  const {metric, by: kind} = view;
  const frame: ChartFrame<PeriodRow> = {
    title: trendTitle(periods, {metric, kind, formats}),
    subtitle: `${subtitleOf(periods, view, formats)}${isEverybody(selection) ? "" : " Sessions count when they began."}`,
    note: annotationList(annotations, {formats}),
    name: "trend",
    rows,
    columns: periodColumns(kind, formats)
  };
  return selectedFrame(frame, selection, {query: selectedPeriodsQuery(kind, selection), formats});
}

function subtitleOf(periods: readonly Period[], {metric, by: kind}: View, formats: ReportFormats): string {
  const isRate = metric === "conversion";
  const what = `${trendMetrics[metric].label} ${isRate ? "by" : "a"} ${kind}${metric === "revenue" ? `, in ${formats.currency}` : ""}, UTC.`;
  const few = isRate ? ` Of fewer than ${formats.minimumTrials} sessions there is no rate.` : "";
  if (kind === "day") return `${what}${lineWords(periods)}${few}`;
  const weeks = kind === "week" ? " Weeks begin on Monday." : "";
  const interval = isRate ? " Pale: 95% interval, with each session counted for itself." : "";
  const partial = periods.some(({isWhole}) => !isWhole) ? ` Dashed: the data has only a part of the ${kind}.` : "";
  return `${what}${weeks}${interval}${partial}${few}`;
}
