import {html} from "npm:htl";
import {counted} from "../../shared/number-format.js";
import {type NumbersColumn, numbersTable} from "../figure/numbers-table.js";
import {scrollBox} from "../figure/scroll-box.js";
import type {ReportFormats} from "../report-formats.js";

/** A table as a data dictionary describes it. */
export interface DescribedTable {
  name: string;
  /** what one row stands for */
  description: string;
  /** how many it has, where that is known */
  rows?: number;
  columns: readonly DescribedColumn[];
}

/** A column as a data dictionary describes it. */
export interface DescribedColumn {
  name: string;
  type: string;
  key?: string;
  unit?: string;
  mayBeMissing?: string;
  description: string;
}

const parts: NumbersColumn<DescribedColumn>[] = [
  {label: "Column", text: ({name}) => name},
  {label: "What it is", text: ({description}) => description},
  {label: "Type", text: ({type}) => type},
  {label: "Key", text: ({key = ""}) => key},
  {label: "Unit", text: ({unit = ""}) => unit},
  {label: "May be missing", text: ({mayBeMissing = ""}) => mayBeMissing}
];

/** Tables to unfold, each into its columns; what none of a table's columns has is left out. No tables give an empty list. */
export function tableDictionary(
  tables: readonly DescribedTable[],
  {formats}: {formats: Pick<ReportFormats, "count">}
): HTMLElement {
  const size = (rows: number) => html`<span class="rows">${counted(rows, "row", "rows", formats)}</span>`;
  const entry = ({name, description, rows, columns}: DescribedTable) => {
    const shown = parts.filter(({text}) => columns.some((column) => text(column) !== ""));
    const caption = `Columns of ${name}`;
    return html`<details>
      <summary>
        <b>${name}</b> <span class="description">${description}</span> ${rows === undefined ? "" : size(rows)}
      </summary>
      ${scrollBox(caption, numbersTable(columns, shown, {caption}))}
    </details>`;
  };
  return html`<div class="dictionary">${tables.map(entry)}</div>`;
}
