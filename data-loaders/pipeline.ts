import {join} from "node:path";
import {rmSync} from "node:fs";
import {checkRejects, type RowTotals} from "./cleaning/check-rejects.ts";
import {cleanInputs} from "./cleaning/clean-inputs.ts";
import {writeAudit} from "./cleaning/write-audit.ts";
import type {ReportConfiguration} from "./configuration.ts";
import {readCosts} from "./costs/read-costs.ts";
import {insertDemoCosts} from "./demo-store/insert-demo-costs.ts";
import {writeFindings} from "./findings/write-findings.ts";
import {readModels} from "./models.ts";
import {neededTasks} from "./needed-tasks.ts";
import type {Progress} from "./progress.ts";
import {replaceFolderWith} from "./replace-folder.ts";
import type {PreviousSnapshot} from "./segmentation/previous-segments.ts";
import {statisticsTasks} from "./statistics/statistics-tasks.ts";
import {checkMapping, eventInputs} from "./sources/event-inputs.ts";
import {temporaryFolder} from "./temporary-folder.ts";
import {type Task, taskOf, Warehouse} from "./warehouse.ts";

/** How to run the pipeline. */
export interface PipelineOptions {
  /** how many threads DuckDB uses; as many as there are cores unless told */
  threads?: number | undefined;
  /** how much memory DuckDB may use, such as 4GB; what the configuration says unless told */
  memoryLimit?: string | undefined;
  /** the folder where cleaned inputs are kept for the next run; nothing is kept unless told */
  cache?: string | undefined;
  /** a file that remembers digests of inputs, so that unchanged ones are not read again; none unless told */
  digests?: string | undefined;
  /** the folder to list the rejected rows and the files in, for the analyst alone; not listed unless told */
  audit?: string | undefined;
  /** which tables to make, with what they take; all of them, and the findings, unless told */
  tables?: readonly string[] | undefined;
  /** the snapshot that segments are compared with; none unless told */
  previous?: PreviousSnapshot | undefined;
  progress?: Progress | undefined;
  /** is told where the rows of the events ended */
  onCleaned?: ((totals: RowTotals) => void) | undefined;
}

const building = "built sessions, users and products";
const learning = "learned segments and computed the report's tables";

/**
 * Runs everything from raw events to marts in a new warehouse, which the caller closes. Throws a ReportError when the
 * events cannot be read, none of them is clean, or more are rejected than the configuration allows.
 */
export async function runPipeline(
  configuration: ReportConfiguration,
  {threads, memoryLimit, previous, tables, onCleaned, progress, ...folders}: PipelineOptions = {}
): Promise<Warehouse> {
  const temporary = temporaryFolder();
  const warehouse = await Warehouse.open({threads, memoryLimit: memoryLimit ?? configuration.memoryLimit, temporary});
  warehouse.onClose(() => rmSync(temporary, {recursive: true, force: true}));
  try {
    // loads while DuckDB reads; nothing before the fit needs it
    const segmentation = import("./segmentation/segmentation-tasks.ts");
    await warehouse.writeSettings(configuration);
    const totals = await clean(warehouse, configuration, {...folders, temporary, progress});
    onCleaned?.(totals);
    const {segmentationTasks} = await segmentation;
    await buildTables(warehouse, orderTasks(segmentationTasks(configuration, previous), configuration), {
      tables,
      progress
    });
    if (!tables) await writeFindings(warehouse, configuration);
    progress?.({step: learning, isDone: true});
    return warehouse;
  } catch (error) {
    warehouse.close();
    throw error;
  }
}

async function clean(
  warehouse: Warehouse,
  configuration: ReportConfiguration,
  {cache, digests, audit, temporary, progress}: PipelineOptions & {temporary: string}
): Promise<RowTotals> {
  const step = "read and cleaned the events";
  progress?.({step});
  const inputs = await eventInputs(configuration, digests);
  // before the events, which take longer: whoever has to correct a cost knows it at once
  await readCosts(warehouse, configuration, temporary);
  const cleaned = await cleanInputs(warehouse, inputs, configuration, {
    cache,
    temporary,
    progress: (update) => progress?.({...update, step})
  });
  if (configuration.events.source === "demo-store" && !configuration.costs) await insertDemoCosts(warehouse);
  await checkMapping(warehouse, configuration);
  if (audit) await replaceFolderWith(audit, (folder) => writeAudit(warehouse, cleaned, folder));
  const totals = await checkRejects(warehouse, configuration, audit && join(audit, "rejected_rows.parquet"));
  progress?.({step, rows: totals.read, isDone: true});
  return totals;
}

/** All tasks after staging. Those that can run begin in this order. */
function orderTasks(learned: readonly Task[], configuration: ReportConfiguration): Task[] {
  const core = fitFirst(readModels("core").map(taskOf), learned);
  return [...learned, ...core, ...statisticsTasks(configuration), ...readModels("marts").map(taskOf)];
}

/**
 * Makes tables, each once those that it reads are there. The fit of segments computes in JavaScript; what does not wait
 * for it is made meanwhile.
 */
async function buildTables(
  warehouse: Warehouse,
  all: readonly Task[],
  {tables, progress}: Pick<PipelineOptions, "tables" | "progress">
): Promise<void> {
  const tasks = tables ? neededTasks(all, tables) : all;
  const isCore = (table: string) => table.startsWith("core.");
  const core = tasks.filter(({table}) => isCore(table)).length;
  let [left, made] = [core, 0];
  await warehouse.runTogether(tasks, (table) => {
    if (isCore(table)) {
      --left;
      progress?.({step: building, detail: table, share: 1 - left / core, isDone: left === 0});
    } else ++made;
    if (left === 0) progress?.({step: learning, detail: table, share: made / (tasks.length - core)});
  });
}

// What the fit needs goes first; the rest of core waits until the fit begins, whose JavaScript leaves DuckDB idle.
function fitFirst(core: readonly Task[], learned: readonly Task[]): Task[] {
  const needed = neededTasks(
    core,
    learned.flatMap(({reads}) => reads)
  );
  const tables = needed.map(({table}) => table);
  return core.map((task) => (needed.includes(task) ? task : {...task, reads: [...task.reads, ...tables]}));
}
