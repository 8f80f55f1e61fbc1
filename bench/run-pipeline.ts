import {parseConfiguration} from "../data-loaders/configuration.ts";
import {neededTasks} from "../data-loaders/needed-tasks.ts";
import {runPipeline} from "../data-loaders/pipeline.ts";
import {type Task, Warehouse} from "../data-loaders/warehouse.ts";

// what is measured: the pipeline from files to marts and findings, in a process of its own; with `rest`, without the tables of the analysis
const [files = "", part] = process.argv.slice(2);

/** The marts that the analysis adds to the report; what else they need is left out with them. */
const analysed =
  /^marts\.(anomalies|attribution|campaigns|cart_returns|cohort_means|cohort_retention|comparisons|drivers|funnel_(breakdown|definitions|events|times|trend)|impact|low_conversion_products|metric_days|product_alerts|revenue_concentration|time_to_purchase.*)$/;

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
  const rest = tasks.filter(({table}) => !/^analysis\./.test(table) && !analysed.test(table));
  return neededTasks(
    tasks,
    rest.map(({table}) => table)
  );
}
