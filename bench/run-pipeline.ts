import {parseConfiguration} from "../data-loaders/configuration.ts";
import {readModels} from "../data-loaders/models.ts";
import {runPipeline} from "../data-loaders/pipeline.ts";

// what is measured: the pipeline from files to marts and findings, in a process of its own; with `rest`, without the tables of the analysis
const [files = "", part] = process.argv.slice(2);

/** The marts that the analysis adds to the report; what else they need is left out with them. */
const analysed =
  /^marts\.(anomalies|attribution|campaigns|cart_returns|cohort_comparisons|cohort_means|cohort_retention|comparisons|drivers|funnel_(breakdown|definitions|events|times|trend)|impact|low_conversion_products|metric_days|product_alerts|revenue_concentration|time_to_purchase.*)$/;
const rest = [...readModels("core"), ...readModels("segmentation"), ...readModels("marts")]
  .map(({table}) => table)
  .filter((table) => !analysed.test(table));

const started = performance.now();
const warehouse = await runPipeline(parseConfiguration({events: {source: "files", files}}), {
  tables: part === "rest" ? rest : undefined
});
console.log(JSON.stringify({seconds: (performance.now() - started) / 1000}));
warehouse.close();
