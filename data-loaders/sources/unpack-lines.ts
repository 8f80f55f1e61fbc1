import {ReportError} from "../report-error.ts";
import {sqlLiteral, type Warehouse} from "../warehouse.ts";
import type {InputFile} from "./inspect-file.ts";
import {selectLines} from "./text-lines.ts";
import {forgetUnreadable, takeUnreadable} from "./unreadable-lines.ts";

/**
 * Writes the lines of a compressed text file that DuckDB can unpack and Node cannot, each ending with LF, and returns the new
 * file. Throws a ReportError when its lines end differently from one another or are not in its encoding.
 */
export async function unpackLines(warehouse: Warehouse, file: InputFile, copy: string): Promise<InputFile> {
  await forgetUnreadable(warehouse);
  try {
    await warehouse.run(`copy (${selectLines(file)}) to ${sqlLiteral(copy)}
      (format csv, header false, delimiter '\u0001', quote '', escape '')`);
  } catch (error) {
    throw isAboutLineEnds(error) ? mixedLineEnds(file.path) : error;
  }
  const unreadable = await takeUnreadable(warehouse, file, {isCopy: true});
  if (unreadable.length > 0) {
    throw new ReportError(
      `${file.path}: ${unreadable.length} lines cannot be unpacked, such as ${JSON.stringify(unreadable[0]?.text.slice(0, 80))}; ` +
        "unpack it, or compress it with gzip"
    );
  }
  return {...file, path: copy, compression: "none", encoding: "utf-8"};
}

/** Whether DuckDB says that lines end differently from one another, which it refuses to read. */
export function isAboutLineEnds(error: unknown): boolean {
  return /state machine reached an invalid state/.test(String(error));
}

/** That lines end differently in a file that DuckDB alone can unpack. */
export function mixedLineEnds(path: string): ReportError {
  return new ReportError(
    `${path}: some lines end with CR LF and others with LF, which can be read only once the file is unpacked; ` +
      "unpack it, or compress it with gzip"
  );
}
