import type {QueryResult} from "../../shared/notebook/query-result.js";
import {resultJson} from "../../shared/notebook/result-json.js";
import {downloadCsv} from "../figure/download-csv.js";
import {downloadFile} from "../figure/download-file.js";

/** Offers all rows of a result as a CSV file: exact, and empty where there is null. */
export async function downloadResultCsv(name: string, {columns, rowCount, text}: QueryResult): Promise<void> {
  const rows = Array.from({length: rowCount}, (_, row) => columns.map((_, column) => text(row, column) ?? ""));
  await downloadCsv(name, [columns.map((column) => column.name), ...rows]);
}

/** Offers all rows of a result as a JSON file. */
export function downloadResultJson(name: string, result: QueryResult): void {
  downloadFile(`${name}.json`, new Blob([resultJson(result)], {type: "application/json"}));
}
