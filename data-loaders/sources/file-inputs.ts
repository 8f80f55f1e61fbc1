import {statSync} from "node:fs";
import type {EventFiles} from "../configuration.ts";
import type {EventColumn} from "../../src/shared/event-columns.ts";
import {digestFiles} from "./digest-file.ts";
import {compareInputs, type EventInput} from "./event-input.ts";
import {findFiles} from "./find-files.ts";
import {findColumns, selectRows} from "./open-file.ts";
import {openReadable} from "./open-readable.ts";

/**
 * The files of events that a configuration names, sorted by their contents. `memory` is a file that remembers digests (see
 * digestFiles). Throws a ReportError when a file cannot be found.
 */
export async function fileInputs(
  {files, columns, encoding}: Pick<EventFiles, "files" | "columns" | "encoding">,
  memory?: string
): Promise<EventInput[]> {
  const paths = await findFiles(files);
  const digests = await digestFiles(paths, memory);
  const inputs = paths.map((path, i): EventInput => ({
    name: path,
    digest: digests[i] ?? "",
    isKept: true,
    size: statSync(path).size,
    open: async (warehouse, {copyFolder} = {}) => {
      const {file, takeUnreadable} = await openReadable(warehouse, path, encoding, copyFolder);
      const names = findColumns({...file, path}, columns);
      return {query: selectRows(file, names), columns: Object.keys(names) as EventColumn[], file, takeUnreadable};
    }
  }));
  return inputs.sort(compareInputs);
}
