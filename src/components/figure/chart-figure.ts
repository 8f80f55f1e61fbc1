import {html} from "npm:htl";
import {downloadCsv} from "./download-csv.js";
import {type NumbersColumn, numbersTable} from "./numbers-table.js";

/** What stands around a chart. */
export interface ChartFrame<T> {
  /** the point that the chart makes */
  title: string;
  /** what is plotted, and its unit */
  subtitle: string;
  /** what to bear in mind when reading it */
  note?: unknown;
  /** the name of the downloaded file */
  name: string;
  rows: readonly T[];
  columns: NumbersColumn<T>[];
}

/** A chart with title, subtitle, note, and the numbers behind it as a table and as a CSV file. */
export function chartFigure<T>(
  chart: unknown,
  {title, subtitle, note, name, rows, columns}: ChartFrame<T>
): HTMLElement {
  const download = () =>
    downloadCsv(name, [columns.map(({label}) => label), ...rows.map((row) => columns.map(({text}) => text(row)))]);
  return html`<figure class="chart" aria-label=${title}>
    <h3>${title}</h3>
    <div class="subtitle">${subtitle}</div>
    ${chart} ${note ? html`<div class="remark">${note}</div>` : ""}
    <details>
      <summary>Show the numbers</summary>
      <div class="numbers">${numbersTable(rows, columns, {caption: title})}</div>
      <div class="controls"><button type="button" onclick=${download}>Download as CSV</button></div>
    </details>
  </figure>`;
}
