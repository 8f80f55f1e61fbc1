import type {ReportConfiguration} from "./configuration.ts";
import {writeFindings} from "./findings/write-findings.ts";
import type {Model} from "./models.ts";
import {ReportError} from "./report-error.ts";
import {readEvents} from "./sources/read-events.ts";
import {type Progress, Warehouse} from "./warehouse.ts";

/** How to run the pipeline. */
export interface PipelineOptions {
  /** how many threads DuckDB uses; as many as there are cores unless told */
  threads?: number | undefined;
  progress?: Progress | undefined;
}

/**
 * Runs everything from raw events to marts in a new warehouse, which the caller closes. Throws a ReportError when the
 * events cannot be read or none of them is clean.
 */
export async function runPipeline(
  configuration: ReportConfiguration,
  {threads, progress}: PipelineOptions = {}
): Promise<Warehouse> {
  const warehouse = await Warehouse.open({threads});
  try {
    // loads while DuckDB reads; nothing before the fit needs it
    const segmentation = import("./segmentation/segment-users.ts");
    const source = await readEvents(warehouse, configuration);
    await warehouse.writeSettings(configuration, source.columns);
    await readRaw(() => warehouse.runModels("staging"));
    await source.listUnreadableLines();
    await checkSomeAreClean(warehouse);
    progress?.("read and cleaned the events");
    await warehouse.runModels("core");
    // by far the largest table, and read for the last time
    await warehouse.run("drop view core.events");
    await warehouse.run("drop table staging.distinct_events");
    progress?.("built sessions, users and products");
    // the fit computes in JavaScript; the tables that do not wait for it are made meanwhile
    const {segmentUsers} = await segmentation;
    await Promise.all([
      segmentUsers(warehouse, configuration),
      warehouse.runModels("marts", undefined, (model) => !needsSegments(model))
    ]);
    await warehouse.runModels("marts", undefined, needsSegments);
    await writeFindings(warehouse, configuration);
    progress?.("learned segments and computed the report's tables");
    return warehouse;
  } catch (error) {
    warehouse.close();
    throw error;
  }
}

function needsSegments({reads}: Model): boolean {
  return reads.some((table) => table.startsWith("segmentation."));
}

async function readRaw(read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    // DuckDB's message goes on with advice about its own options
    const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    if (/state machine reached an invalid state/.test(message)) {
      throw new ReportError("events: a file ends some lines with CR LF and others with LF; convert it to one of them");
    }
    if (/CSV|Invalid Input|IO Error/.test(message)) throw new ReportError(`events: ${message}`);
    throw error;
  }
}

async function checkSomeAreClean(warehouse: Warehouse): Promise<void> {
  const {clean} = await warehouse.row(
    "select count(*) as clean from staging.distinct_events where reject_reason is null"
  );
  if (Number(clean) > 0) return;
  const rejects = await warehouse.rows(`
    select reject_reason as reason, cast(sum(copies) as bigint) as rows, min(reject_example) as example
    from staging.distinct_events group by reject_reason
    union all
    select 'malformed_row', count(*), min(concat('line ', line, ': ', problem)) from raw.unreadable_lines having count(*) > 0
    order by rows desc`);
  if (!rejects.length) throw new ReportError("events: the input names its columns but has no events below them");
  const reasons = rejects.map(({reason, rows, example}) => `  ${reason}: ${rows} rows, such as ${example}`);
  throw new ReportError(`events: none of the rows could be used\n${reasons.join("\n")}`);
}
