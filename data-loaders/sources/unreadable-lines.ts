import {ReportError} from "../report-error.ts";
import {sqlLiteral, type Warehouse} from "../warehouse.ts";
import type {InputFile} from "./inspect-file.ts";
import {NeedsCopy} from "./needs-copy.ts";
import {lineAt} from "./text-lines.ts";

/** A line of a text file that is no row, or part of one that is none. */
export interface UnreadableLine {
  /** where it begins, in bytes from the start of the text, byte order mark included */
  offset: number;
  /** as it stands in the file, but for `shortenLine` */
  text: string;
  problem: string;
}

/**
 * The lines that DuckDB could not read as rows when it last read a text file, in the file's order; forgets about them afterwards.
 * `name` is what messages call the file. Throws NeedsCopy where DuckDB may have lost lines, unless the file `isCopy`, and a
 * ReportError when a line is not in the file's encoding.
 */
export async function takeUnreadable(
  warehouse: Warehouse,
  file: InputFile,
  {name = file.path, isCopy = false} = {}
): Promise<UnreadableLine[]> {
  if (!(await hasRejects(warehouse))) return [];
  const rows = await warehouse.rows(`
    select
        reject_errors.line_byte_position - 1 as position,
        max(csv_line) as text,
        min(error_message) as problem,
        bool_or(error_type = 'INVALID ENCODING') as is_encoding,
        bool_or(error_type in ('UNQUOTED VALUE', 'LINE SIZE OVER MAXIMUM')) as loses_lines
    from reject_errors
    inner join reject_scans using (scan_id, file_id)
    where file_path = ${sqlLiteral(file.path)}
    group by line_byte_position
    order by line_byte_position`);
  await forgetUnreadable(warehouse);
  const undecodable = rows.find(({is_encoding}) => is_encoding);
  if (undecodable) {
    const {offset, text} = splitLines(Number(undecodable.position), String(undecodable.text))[0] ?? {
      offset: 0,
      text: ""
    };
    throw new ReportError(
      `${name}, line ${await lineAt(file, offset)}: this is not UTF-8: ${JSON.stringify(text.slice(0, 80))}. ` +
        'Convert the file to UTF-8, or say events: {encoding: "latin-1"} in report.config.ts where it is Latin-1'
    );
  }
  if (!isCopy && rows.some(({loses_lines}) => loses_lines)) throw new NeedsCopy(name);
  return rows.flatMap(({position, text, problem}) =>
    splitLines(Number(position), String(text ?? "")).map((line) => ({
      ...line,
      problem: String(problem).split("\n")[0] ?? ""
    }))
  );
}

/** Forgets what DuckDB could not read so far. */
export async function forgetUnreadable(warehouse: Warehouse): Promise<void> {
  if (await hasRejects(warehouse)) await warehouse.run("drop table reject_errors; drop table reject_scans");
}

/** A line with its first 10,000 characters, and with NUL bytes, which have no place in SQL, as replacement characters. */
export function shortenLine(text: string): string {
  return (text.length > 10_000 ? `${text.slice(0, 10_000)}…` : text).replaceAll("\0", "\uFFFD");
}

async function hasRejects(warehouse: Warehouse): Promise<boolean> {
  const {found} = await warehouse.row(
    "select count(*) as found from duckdb_tables() where table_name = 'reject_errors'"
  );
  return Number(found) > 0;
}

// DuckDB's text of a line begins with the rest of the line end before it and with empty lines; empty lines are no rows
function splitLines(position: number, text: string): {offset: number; text: string}[] {
  const lines: {offset: number; text: string}[] = [];
  let offset = position;
  for (const part of text.split(/(\r\n?|\n)/)) {
    if (!/^[\r\n]*$/.test(part)) lines.push({offset, text: shortenLine(part)});
    offset += Buffer.byteLength(part);
  }
  return lines;
}
