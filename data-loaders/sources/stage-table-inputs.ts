import {statSync} from "node:fs";
import {join} from "node:path";
import {eventColumns, type EventColumn} from "../../src/shared/event-columns.ts";
import type {StageTables} from "../configuration.ts";
import {sqlLiteral, type Warehouse} from "../warehouse.ts";
import {digestFiles} from "./digest-file.ts";
import {compareInputs, type EventInput, type OpenInput} from "./event-input.ts";
import {findFiles} from "./find-files.ts";
import {type ColumnNames, findColumns, selectRows} from "./open-file.ts";
import {openReadable} from "./open-readable.ts";

/**
 * The tables of a shop that has one per stage: each row is an event of that stage, and what its table does not say of it is
 * looked up in the table of people by `user_id`. `memory` is a file that remembers digests (see digestFiles). Throws a
 * ReportError when a file cannot be found.
 */
export async function stageTableInputs(events: StageTables, memory?: string): Promise<EventInput[]> {
  const [people] = events.people === undefined ? [] : await findFiles([events.people]);
  const [peopleDigest = ""] = people === undefined ? [] : await digestFiles([people], memory);
  const inputs: EventInput[] = [];
  for (const [stage, globs] of Object.entries(events.tables)) {
    const paths = await findFiles(globs);
    const digests = await digestFiles(paths, memory);
    for (const [i, path] of paths.entries()) {
      inputs.push({
        name: path,
        digest: `${digests[i]} ${stage} ${peopleDigest}`,
        isKept: true,
        size: statSync(path).size,
        open: (warehouse, {copyFolder} = {}) => openStageTable(warehouse, path, {stage, people, ...events}, copyFolder)
      });
    }
  }
  return inputs.sort(compareInputs);
}

async function openStageTable(
  warehouse: Warehouse,
  path: string,
  {stage, people, columns, encoding}: Pick<StageTables, "columns" | "encoding" | "people"> & {stage: string},
  copyFolder: string | undefined
): Promise<OpenInput> {
  const known = people === undefined ? undefined : await openPeople(warehouse, people, {columns, encoding}, copyFolder);
  const {file, takeUnreadable} = await openReadable(warehouse, path, encoding, copyFolder);
  const knownColumns = Object.keys(known?.names ?? {}) as EventColumn[];
  const names = findColumns({...file, path}, columns, [
    "event_type",
    ...knownColumns.filter((column) => column !== "user_id")
  ]);
  const own = Object.keys(names) as EventColumn[];
  const selected = eventColumns.map((column) => {
    if (column === "event_type") return `${sqlLiteral(stage)} as event_type`;
    return `${own.includes(column) || !knownColumns.includes(column) ? "events" : "people"}.${column} as ${column}`;
  });
  const lookup = known ? `left join (${known.query}) as people on people.user_id = events.user_id` : "";
  return {
    // a join puts rows without a partner after the others
    query: `select ${selected.join(", ")}, events.unreadable_text
      from (select *, row_number() over () as place from (${selectRows(file, names)})) as events ${lookup} order by events.place`,
    columns: eventColumns.filter(
      (column) => column === "event_type" || own.includes(column) || knownColumns.includes(column)
    ),
    file,
    takeUnreadable
  };
}

// one row per person, whatever the file has
async function openPeople(
  warehouse: Warehouse,
  path: string,
  {columns, encoding}: Pick<StageTables, "columns" | "encoding">,
  copyFolder: string | undefined
): Promise<{names: ColumnNames; query: string}> {
  const {file} = await openReadable(warehouse, path, encoding, copyFolder && join(copyFolder, "people"));
  const names = findColumns({...file, path}, columns, ["event_time", "event_type"]);
  const others = Object.keys(names).filter((column) => column !== "user_id");
  return {
    names,
    query: `select ${["user_id", ...others.map((column) => `min(${column}) as ${column}`)].join(", ")}
      from (${selectRows(file, names)}) where user_id is not null group by user_id`
  };
}
