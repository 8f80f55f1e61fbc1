import {html} from "npm:htl";

/** A column of a table of numbers. */
export interface NumbersColumn<T> {
  label: string;
  /** what stands in the cell */
  text: (row: T) => string;
  isNumber?: boolean;
}

/** A table with a caption for screen readers; no rows give a table of headings alone. */
export function numbersTable<T>(rows: readonly T[], columns: NumbersColumn<T>[], {caption = ""} = {}): HTMLElement {
  const cellClass = ({isNumber}: NumbersColumn<T>) => (isNumber ? "number" : "");
  return html`<table class="numbers-table" aria-label=${caption}>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col" class=${cellClass(column)}>${column.label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${columns.map((column) => html`<td class=${cellClass(column)}>${column.text(row)}</td>`)}
          </tr>`
      )}
    </tbody>
  </table>`;
}
