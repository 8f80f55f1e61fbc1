import type {ReportConfiguration} from "../configuration.ts";
import {ReportError} from "../report-error.ts";
import type {Warehouse} from "../warehouse.ts";

/** Where the rows of the input ended. */
export interface RowTotals {
  /** read = clean + duplicates + rejected */
  read: number;
  clean: number;
  duplicates: number;
  rejected: number;
}

const advice: Record<string, string> = {
  malformed_row: "check how the file was written",
  unreadable_event_time: "check events.columns.event_time, and that times are ISO or seconds since 1970",
  stray_event_time: "check these times, or keep them with thresholds.maximumStrayShare: 0",
  unknown_event_type: "map the values to stages in events.types",
  missing_user_id: "check events.columns.user_id",
  unreadable_price: "write prices as plain numbers, with a point and without a currency: 1234.50",
  non_positive_price: "check events.columns.price"
};

/**
 * Counts where the rows of all inputs ended. Throws a ReportError with the audit when none is clean, or when a larger share
 * is rejected than the configuration allows. `rejectedRows` is where the rejected rows are listed.
 */
export async function checkRejects(
  warehouse: Warehouse,
  {thresholds}: ReportConfiguration,
  rejectedRows?: string
): Promise<RowTotals> {
  const totals = await countRows(warehouse);
  const {read, clean, rejected} = totals;
  if (read === 0) throw new ReportError("events: the input names its columns but has no events below them");
  const isTooMany = rejected / read > thresholds.maximumRejectedShare;
  if (clean > 0 && !isTooMany) return totals;
  const reasons = await describeReasons(warehouse);
  const where = rejectedRows && rejected > 0 ? `\nAll rejected rows are listed in ${rejectedRows}` : "";
  const problem =
    clean === 0
      ? "none of the rows could be used"
      : `${percent(rejected / read)} of the rows are rejected, more than the ${percent(thresholds.maximumRejectedShare)} that ` +
        "report.config.ts allows (thresholds.maximumRejectedShare)";
  throw new ReportError(`events: ${problem}\n${[describeTotals(totals), ...reasons].join("\n")}${where}`);
}

/** The totals in one line. */
export function describeTotals({read, clean, duplicates, rejected}: RowTotals): string {
  const [all, good, copies, bad] = [read, clean, duplicates, rejected].map((rows) => rows.toLocaleString("en"));
  return `${all} rows read: ${good} clean, ${copies} duplicates, ${bad} rejected`;
}

async function countRows(warehouse: Warehouse): Promise<RowTotals> {
  const {good, copies, rejected} = await warehouse.row(`
    select coalesce(sum(good_rows), 0) as good, coalesce(sum(copies), 0) as copies,
      (select count(*) from staging.rejected_rows) as rejected
    from staging.file_totals`);
  const counts = {duplicates: Number(copies), rejected: Number(rejected), clean: Number(good) - Number(copies)};
  return {read: counts.clean + counts.duplicates + counts.rejected, ...counts};
}

async function describeReasons(warehouse: Warehouse): Promise<string[]> {
  const rows = await warehouse.rows(`
    with numbered as (
      select reason, file, line, value,
        row_number() over (partition by reason order by file, line) as place,
        count(*) over (partition by reason) as rows
      from staging.rejected_rows
    )
    select * from numbered where place = 1 order by rows desc, reason`);
  return rows.map(({reason, file, line, value, rows: count}) => {
    const example = `${String(file)}, line ${String(line)}: ${JSON.stringify(String(value ?? "").slice(0, 80))}`;
    return `  ${String(reason)}: ${Number(count).toLocaleString("en")} rows, such as ${example}; ${advice[String(reason)]}`;
  });
}

function percent(share: number): string {
  return `${(100 * share).toLocaleString("en", {maximumFractionDigits: 1})} %`;
}
