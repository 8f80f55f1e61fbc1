import {resolve} from "node:path";
import {parseArgs} from "node:util";
import {describeTotals} from "../data-loaders/cleaning/check-rejects.ts";
import {withEventFiles} from "../data-loaders/configuration.ts";
import {buildExports} from "../data-loaders/exports/build-exports.ts";
import {keptBetweenRuns, loadReport} from "../data-loaders/report.ts";
import {ReportError} from "../data-loaders/report-error.ts";
import {readCount} from "./read-count.ts";
import {runCommand} from "./run-command.ts";
import {showProgress} from "./show-progress.ts";

const help = `Writes the cleaned events and the report's tables as CSV files, for spreadsheets and notebooks.

  npm run export -- [--events <glob> …] [--output <folder>] [--threads <n>] [--memory <amount>] [--no-cache]

  --events   files of events; without it, the events that report.config.ts or EVENTS name
  --output   folder to write to, replaced as a whole when everything is done (default: export)
  --threads  how many threads to use; the files are the same for any number (default: all cores)
  --memory   how much memory DuckDB may use before it writes to disk, such as 4GB (default: 80 % of the machine's)
  --no-cache read every file anew; otherwise cleaned files are kept in .funnelbook/cleaned, and only new ones are read

  events_cleaned.csv           one row per clean event
  kpi_summary.csv              one row per key figure, with what it means
  funnel_summary.csv           one row per stage, by users and by sessions
  user_segments.csv            one row per user, with their id: for your own use, not for publishing
  brand_revenue.csv            one row per brand
  category_revenue.csv         one row per category code
  product_purchases.csv        one row per product that was bought
  low_conversion_products.csv  one row per product with many views and no purchase
`;

await runCommand(async () => {
  const {values, positionals} = readArguments();
  if (values.help) return void console.log(help);
  const threads = values.threads === undefined ? undefined : readCount("threads", values.threads);
  // a shell turns an unquoted glob into several words
  const files = [...(values.events ?? []), ...positionals];
  const report = await loadReport();
  const configuration = files.length ? withEventFiles(report, files) : report;
  const totals = await buildExports(configuration, resolve(values.output), {
    threads,
    memoryLimit: values.memory,
    ...(values["no-cache"] ? {} : keptBetweenRuns),
    progress: showProgress(process.stderr)
  });
  console.error(`  ${describeTotals(totals)}`);
  console.error(`wrote the CSV files to ${values.output}`);
});

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        events: {type: "string", multiple: true},
        output: {type: "string", default: "export"},
        threads: {type: "string"},
        memory: {type: "string"},
        "no-cache": {type: "boolean", default: false},
        help: {type: "boolean", short: "h", default: false}
      }
    });
  } catch (error) {
    throw new ReportError(`${(error as Error).message}\n\n${help}`);
  }
}
