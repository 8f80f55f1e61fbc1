import {join} from "node:path";
import {sqlLiteral, type Warehouse} from "../warehouse.ts";
import type {CleanedInput} from "./clean-inputs.ts";

/**
 * Writes what the analyst alone may see into a folder: `rejected_rows.parquet`, each rejected row with its file, line, reason
 * and offending value, and `files.csv`, per file the rows read and where they ended.
 */
export async function writeAudit(
  warehouse: Warehouse,
  cleaned: readonly CleanedInput[],
  folder: string
): Promise<void> {
  await warehouse.run(
    `copy (select file, line, reason, value from staging.rejected_rows order by file, line, reason, value)
      to ${sqlLiteral(join(folder, "rejected_rows.parquet"))} (format parquet, compression zstd)`
  );
  const files = cleaned.map(({input, folder: own, distinctFolder}, i) => {
    const totals = (place: string) => `read_parquet(${sqlLiteral(join(place, "file_totals.parquet"))})`;
    return `select ${i} as place, ${sqlLiteral(input.name)} as file, own.good_rows, own.copies as duplicates_within,
        every.copies - own.copies as duplicates_of_other_files
      from ${totals(own)} as own cross join ${totals(distinctFolder)} as every`;
  });
  await warehouse.run(`copy (
      with files as (${files.join(" union all ")}),
      rejects as (
        select file,
          count(*) filter (where reason = 'malformed_row') as malformed_row,
          count(*) filter (where reason = 'unreadable_event_time') as unreadable_event_time,
          count(*) filter (where reason = 'stray_event_time') as stray_event_time,
          count(*) filter (where reason = 'unknown_event_type') as unknown_event_type,
          count(*) filter (where reason = 'missing_user_id') as missing_user_id,
          count(*) filter (where reason = 'unreadable_price') as unreadable_price,
          count(*) filter (where reason = 'non_positive_price') as non_positive_price,
          count(*) as rejected
        from staging.rejected_rows group by file
      )
      select
        files.file,
        good_rows + coalesce(rejected, 0) as rows_read,
        coalesce(malformed_row, 0) as malformed_row,
        coalesce(unreadable_event_time, 0) as unreadable_event_time,
        coalesce(stray_event_time, 0) as stray_event_time,
        coalesce(unknown_event_type, 0) as unknown_event_type,
        coalesce(missing_user_id, 0) as missing_user_id,
        coalesce(unreadable_price, 0) as unreadable_price,
        coalesce(non_positive_price, 0) as non_positive_price,
        duplicates_within,
        duplicates_of_other_files,
        good_rows - duplicates_within - duplicates_of_other_files as clean
      from files
      left join rejects on rejects.file = files.file
      order by files.file
    ) to ${sqlLiteral(join(folder, "files.csv"))} (format csv, header)`);
}
