import {parseConfiguration} from "../data-loaders/configuration.ts";
import {runPipeline} from "../data-loaders/pipeline.ts";
import {type Task, Warehouse} from "../data-loaders/warehouse.ts";

// what is measured: the pipeline from files to marts and findings, in a process of its own; with `rest`, without the tables of the analysis
const [files = "", part] = process.argv.slice(2);

/** The marts that the analysis adds to the report; what else they need is left out with them. */
const analysed =
  /^marts\.(anomalies|attribution|campaigns|cohort_means|cohort_retention|comparisons|drivers|funnel_(breakdown|definitions|events|times|trend)|impact|low_conversion_products|metric_days|revenue_concentration|time_to_purchase.*)$/;

class AllTablesMade extends Error {}

if (part === "rest") {
  const runTogether = Reflect.get<Warehouse, "runTogether">(Warehouse.prototype, "runTogether");
  Warehouse.prototype.runTogether = async function (tasks, done) {
    const isWhole = tasks.some(({table}) => table === "marts.kpis");
    await runTogether.call(this, isWhole ? restOf(tasks) : tasks, done);
    // findings read what is left out
    if (isWhole) throw new AllTablesMade();
  };
}

const started = performance.now();
const warehouse = await runPipeline(parseConfiguration({events: {source: "files", files}})).catch((error: unknown) => {
  if (!(error instanceof AllTablesMade)) throw error;
});
console.log(JSON.stringify({seconds: (performance.now() - started) / 1000}));
warehouse?.close();

// what the other marts need, and what belongs to no mart
function restOf(tasks: readonly Task[]): Task[] {
  const byTable = new Map(tasks.flatMap((task) => [task.table, ...(task.others ?? [])].map((table) => [table, task])));
  const needed = new Set<Task>();
  const need = (task: Task): void => {
    if (needed.has(task)) return;
    needed.add(task);
    for (const table of task.reads) {
      const read = byTable.get(table);
      if (read) need(read);
    }
  };
  for (const task of tasks) if (!/^analysis\./.test(task.table) && !analysed.test(task.table)) need(task);
  return tasks.filter((task) => needed.has(task));
}
