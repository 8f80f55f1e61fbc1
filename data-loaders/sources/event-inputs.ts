import {createHash} from "node:crypto";
import type {DemoStore, ReportConfiguration} from "../configuration.ts";
import {readDemoStore} from "../demo-store/read-demo-store.ts";
import type {Warehouse} from "../warehouse.ts";
import type {EventInput} from "./event-input.ts";
import {fileInputs} from "./file-inputs.ts";
import {findFiles} from "./find-files.ts";
import {inspectFile} from "./inspect-file.ts";
import {checkMappedColumns} from "./open-file.ts";
import {stageTableInputs} from "./stage-table-inputs.ts";

/**
 * What the configuration's events are read from. `memory` is a file that remembers digests (see digestFiles). Throws a
 * ReportError when files cannot be found.
 */
export async function eventInputs({events}: ReportConfiguration, memory?: string): Promise<EventInput[]> {
  if (events.source === "demo-store") return [demoStoreInput(events)];
  return events.source === "files" ? fileInputs(events, memory) : stageTableInputs(events, memory);
}

/** Throws a ReportError when the configuration names a column that none of the files has. `staging` has to be filled. */
export async function checkMapping(warehouse: Warehouse, {events}: ReportConfiguration): Promise<void> {
  if (events.source === "demo-store") return;
  const rows = await warehouse.rows(
    "select column_name from staging.columns group by column_name having not bool_or(is_present)"
  );
  const absent = rows.map(({column_name}) => String(column_name));
  const missing = Object.entries(events.columns).filter(([column]) => absent.includes(column));
  if (!missing.length) return;
  const [path] = await findFiles(events.source === "files" ? events.files : Object.values(events.tables).flat());
  const file = await inspectFile(warehouse, path as string, events.encoding);
  checkMappedColumns([file], Object.fromEntries(missing));
}

function demoStoreInput(store: DemoStore): EventInput {
  return {
    name: "demo store",
    digest: createHash("sha256").update(JSON.stringify(store)).digest("hex"),
    isKept: false,
    size: 0,
    open: async (warehouse) => {
      const columns = await readDemoStore(warehouse, store);
      return {
        query: "select *, cast(null as varchar) as unreadable_text from raw.demo_events",
        columns,
        file: undefined,
        takeUnreadable: () => Promise.resolve([])
      };
    }
  };
}
