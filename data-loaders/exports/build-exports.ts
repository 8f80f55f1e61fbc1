import type {RowTotals} from "../cleaning/check-rejects.ts";
import type {ReportConfiguration} from "../configuration.ts";
import {type PipelineOptions, runPipeline} from "../pipeline.ts";
import {checkReplaceable, replaceFolderWith} from "../replace-folder.ts";
import {exportFiles, tablesOfExports, writeExports} from "./write-exports.ts";

/**
 * Makes the folder `output` hold the analyst's CSV files for a configuration. It is replaced as a whole when everything is
 * done. Returns how many rows were read and what became of them. Throws a ReportError when the events cannot be used or the
 * folder holds anything else.
 */
export async function buildExports(
  configuration: ReportConfiguration,
  output: string,
  options: PipelineOptions = {}
): Promise<RowTotals> {
  const files = exportFiles();
  checkReplaceable(output, (file) => files.includes(file));
  let totals: RowTotals = {read: 0, clean: 0, duplicates: 0, rejected: 0};
  const onCleaned: PipelineOptions["onCleaned"] = (given) => (totals = given);
  const warehouse = await runPipeline(configuration, {...options, tables: tablesOfExports(), onCleaned});
  try {
    await replaceFolderWith(output, (folder) => writeExports(warehouse, folder, options.progress));
    return totals;
  } finally {
    warehouse.close();
  }
}
