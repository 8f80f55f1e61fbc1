import {resize} from "observablehq:stdlib";
import {metricWords} from "../../shared/anomalies/metric-words.js";
import {type CellValue, columnLabel, columnText} from "../../shared/column-text.js";
import {evidenceTitles} from "../../shared/evidence-titles.js";
import {quotedName} from "../../shared/quoted-name.js";
import type {Recommendation} from "../../shared/recommendations/recommendation.js";
import {stageWords} from "../../shared/stage-words.js";
import {chartFigure} from "../figure/chart-figure.js";
import type {NumbersColumn} from "../figure/numbers-table.js";
import type {ReportFormats} from "../report-formats.js";
import {evidenceBars} from "./evidence-bars.js";
import {evidenceLines} from "./evidence-lines.js";

/** A row of the table `finding_evidence`. */
export interface EvidenceRow {
  finding: string;
  /** place in the answer of the evidence query, from 1 */
  position: number;
  label: string;
  series: string | null;
  value: number | null;
  expected: number | null;
  /** the whole row as JSON; null where the columns beside it hold all of it */
  cells: string | null;
}

/** What is shown of a finding beside its rows. */
export type EvidenceChart = Pick<
  Recommendation,
  "finding" | "value" | "chart" | "chart_x" | "chart_y" | "chart_series" | "evidence_query" | "started_on" | "ended_on"
>;

/** How evidence is drawn. */
export interface EvidenceOptions {
  finding: EvidenceChart;
  formats: ReportFormats;
}

/** The rows behind a finding as a small chart and a table. */
export function evidenceFigure(rows: readonly EvidenceRow[], {finding, formats}: EvidenceOptions): HTMLElement {
  const isBars = finding.chart === "bar";
  const what = isBars ? finding.chart_x : finding.chart_y;
  const options = {
    subject: finding.value,
    started_on: finding.started_on,
    ended_on: finding.ended_on,
    text: (value: number | null, {series}: Pick<EvidenceRow, "series">) => valueText(value, {what, series, formats}),
    seriesLabel: (series: string) => seriesLabel(series, finding.chart_series)
  };
  const xText = (value: number) => columnText(finding.chart_x, value, formats);
  const names = new Map(rows.map((row) => [row, isStage(finding) ? stageWords(row.label).label : row.label]));
  const labelled = rows.map((row) => ({...row, label: names.get(row) ?? row.label}));
  const cells = cellsOf(rows, finding);
  return chartFigure(
    isBars ? evidenceBars(labelled, options) : resize((width) => evidenceLines(labelled, {...options, xText, width})),
    {
      title:
        evidenceTitles[finding.finding] ??
        `${columnLabel(what)} by ${columnLabel(isBars ? finding.chart_y : finding.chart_x).toLowerCase()}`,
      subtitle: subtitleOf(rows, finding, formats),
      name: `evidence-${finding.finding}`,
      rows: cells,
      columns: columnsOf(cells, formats),
      query: finding.evidence_query
    }
  );
}

// every row has the same columns, as files take theirs from the first
function cellsOf(rows: readonly EvidenceRow[], chart: EvidenceChart): Record<string, CellValue>[] {
  const [label, value] = chart.chart === "bar" ? [chart.chart_y, chart.chart_x] : [chart.chart_x, chart.chart_y];
  const hasExpected = rows.some(({expected}) => expected !== null);
  return rows.map((row) =>
    row.cells === null
      ? {
          ...(chart.chart_series === null ? {} : {[chart.chart_series]: row.series}),
          [label]: row.label,
          [value]: row.value,
          ...(hasExpected ? {expected: row.expected} : {})
        }
      : (JSON.parse(row.cells) as Record<string, CellValue>)
  );
}

function isStage({chart, chart_x, chart_y}: EvidenceChart): boolean {
  return (chart === "bar" ? chart_y : chart_x) === "stage";
}

// what is observed says of what only beside the name of the metric
function valueText(
  value: number | null,
  {what, series, formats}: {what: string; series: string | null; formats: ReportFormats}
): string {
  if (value === null) return "–";
  if (what !== "observed" || series === null) return columnText(what, value, formats);
  const {unit} = metricWords(series);
  return (unit === "share" ? formats.percent : unit === "money" ? formats.roughMoney : formats.decimal)(value);
}

function seriesLabel(series: string, column: string | null): string {
  if (column === "metric") return metricWords(series).label;
  if (column === "stage") return `before “${stageWords(series).label.toLowerCase()}”`;
  return series.replaceAll("_", " ");
}

function subtitleOf(rows: readonly EvidenceRow[], finding: EvidenceChart, {count, day}: ReportFormats): string {
  const last = Math.max(...rows.map(({position}) => position));
  const {started_on: from, ended_on: to} = finding;
  const sentences =
    finding.chart === "line"
      ? [
          !rows.some(({label}) => /^\d{4}-/.test(label)) &&
            `Along the bottom: ${columnLabel(finding.chart_x).toLowerCase()}.`,
          rows.some(({expected}) => expected !== null) && "Dashed: what was to be expected.",
          from && to && (+from === +to ? `Shaded: ${day(from)}.` : `Shaded: ${day(from)} to ${day(to)}.`),
          last > rows.length && `${count(rows.length)} of ${count(last)} points, none of the spikes and dips left out.`
        ]
      : [
          `${rows.length === 1 ? "The row" : `The ${rows.length >= 60 ? "first " : ""}${count(rows.length)} rows`} that the finding’s query gives.`,
          finding.value !== null &&
            rows.some(({label}) => label === finding.value) &&
            `Orange: ${quotedName(finding.value)}.`
        ];
  return sentences.filter(Boolean).join(" ");
}

function columnsOf(
  cells: readonly Record<string, CellValue>[],
  formats: ReportFormats
): NumbersColumn<Record<string, CellValue>>[] {
  return Object.keys(cells[0] ?? {}).map((name) => ({
    label: columnLabel(name),
    text: (row) => {
      const value = row[name] ?? null;
      const {metric} = row;
      return isObserved(name) && typeof value === "number" && typeof metric === "string"
        ? valueText(value, {what: "observed", series: metric, formats})
        : columnText(name, value, formats);
    },
    isNumber: cells.some((row) => typeof row[name] === "number")
  }));
}

function isObserved(name: string): boolean {
  return name === "observed" || name === "expected";
}
