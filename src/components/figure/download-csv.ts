import {harmlessCell} from "../../shared/harmless-cell.js";
import {downloadFile} from "./download-file.js";

/** Offers rows of text as a CSV file, with cells that a spreadsheet would run made harmless. */
export async function downloadCsv(name: string, rows: string[][]): Promise<void> {
  const {csvFormatRows} = await import("npm:d3-dsv");
  const text = csvFormatRows(rows.map((row) => row.map(harmlessCell)));
  downloadFile(`${name}.csv`, new Blob([text], {type: "text/csv"}));
}
