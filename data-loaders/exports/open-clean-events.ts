import {join} from "node:path";
import {type CleanedInput} from "../cleaning/clean-inputs.ts";
import {selectReadEvents} from "../cleaning/clean-input.ts";
import {sqlLiteral, type Warehouse} from "../warehouse.ts";
import {eventColumns} from "../../src/shared/event-columns.ts";

const columns = ["event_at", ...eventColumns.filter((column) => column !== "event_time")];

/**
 * Makes the view `core.events`: one row per clean event of all inputs, copies left out, with our columns, typed; columns that
 * an input lacks are null. It reads the inputs' folders, which have to stay for as long as it is read. Needs at least one input.
 */
export async function openCleanEvents(warehouse: Warehouse, cleaned: readonly CleanedInput[]): Promise<void> {
  const selects: string[] = [];
  for (const {folder, distinctFolder} of cleaned) {
    selects.push(`select ${columns.join(", ")} from (${await selectReadEvents(warehouse, folder)}) as events
      where reject_reason is null and not exists (
        from read_parquet(${sqlLiteral(join(distinctFolder, "copies.parquet"))}) as copies
        where copies.file_row = events.file_row
      )`);
  }
  await warehouse.run(`create or replace view core.events as ${selects.join(" union all ")}`);
}
