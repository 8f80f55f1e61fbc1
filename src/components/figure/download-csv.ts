import {harmlessCell} from "../../shared/harmless-cell.js";

/** Offers rows of text as a CSV file, with cells that a spreadsheet would run made harmless. */
export async function downloadCsv(name: string, rows: string[][]): Promise<void> {
  const {csvFormatRows} = await import("npm:d3-dsv");
  const text = csvFormatRows(rows.map((row) => row.map(harmlessCell)));
  const url = URL.createObjectURL(new Blob([text], {type: "text/csv"}));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
