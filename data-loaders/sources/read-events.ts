import type {ReportConfiguration} from "../configuration.ts";
import {readDemoStore} from "../demo-store/read-demo-store.ts";
import type {EventColumn} from "../../src/shared/event-columns.ts";
import type {Warehouse} from "../warehouse.ts";
import {findFiles, listUnreadableLines, readCsvFiles} from "./csv-files.ts";

/** Events that models can read as `raw.events`. */
export interface EventSource {
  /** the columns that the data has */
  columns: EventColumn[];
  /** fills `raw.unreadable_lines`; to be called once the events have been read */
  listUnreadableLines: () => Promise<void>;
}

/**
 * Opens the events, wherever the configuration says they are, as `raw.events`. Throws a ReportError when files cannot be
 * found or are no CSV files of events.
 */
export async function readEvents(warehouse: Warehouse, {events}: ReportConfiguration): Promise<EventSource> {
  if (events.source === "demo-store") {
    return {
      columns: await readDemoStore(warehouse, events),
      listUnreadableLines: () =>
        warehouse.run("create table raw.unreadable_lines(file varchar, line bigint, problem varchar)")
    };
  }
  const columns = await readCsvFiles(warehouse, await findFiles(events.files), events);
  return {columns, listUnreadableLines: () => listUnreadableLines(warehouse)};
}
