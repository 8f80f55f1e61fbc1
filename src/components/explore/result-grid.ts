import {html} from "npm:htl";
import {counted, type NumberFormat} from "../../shared/number-format.js";
import type {QueryResult, ResultColumn} from "../../shared/notebook/query-result.js";

/** More rows than this are not shown: nobody reads them, and a browser takes its time over them. */
export const shownRows = 1000;

/** A result as a table that scrolls in its place: numbers to the right, null told apart from text, and how many rows there are in all. */
export function resultGrid(
  result: QueryResult,
  {name, formats}: {name: string; formats: Pick<NumberFormat, "count">}
): HTMLElement {
  const {columns, rowCount} = result;
  const rows = Array.from({length: Math.min(rowCount, shownRows)}, (_, row) => row);
  if (!columns.length) return html`<div class="remark">Done. The statement gives no rows.</div>`;
  const cellClass = ({kind}: ResultColumn) => (kind === "number" ? "number" : kind === "date" ? "date" : "");
  const cell = (row: number, column: number) => {
    const text = result.text(row, column);
    const kind = columns[column] as ResultColumn;
    if (text === null) return html`<td class=${`${cellClass(kind)} null`}>null</td>`;
    if (kind.isFraction) return html`<td class="number" title=${text}>${shortFraction(text)}</td>`;
    return html`<td class=${text.includes("\n") ? "drawn" : cellClass(kind)}>${text}</td>`;
  };
  const more = rowCount > shownRows;
  return html`<div>
    <div class="grid" role="region" tabindex="0" aria-label=${name}>
      <table>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col" class=${cellClass(column)}>${column.name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${columns.map((_, column) => cell(row, column))}
              </tr>`
          )}
        </tbody>
      </table>
    </div>
    ${rowCount === 0 ? html`<div class="remark">No rows.</div>` : ""}
    ${
      more
        ? html`<div class="remark">
            The first ${formats.count(shownRows)} of ${counted(rowCount, "row", "rows", formats)}. The files have all of
            them.
          </div>`
        : ""
    }
  </div>`;
}

// at most six significant digits below one, and four places above
function shortFraction(text: string): string {
  const number = Number(text);
  if (!Number.isFinite(number) || text.length <= 8) return text;
  const size = Math.abs(number);
  if (size >= 1e15 || (size > 0 && size < 1e-6)) return String(Number(number.toPrecision(6)));
  return String(size < 1 ? Number(number.toPrecision(6)) : Number(number.toFixed(4)));
}
