import {resolve} from "node:path";
import {parseArgs} from "node:util";
import {describeTotals} from "../data-loaders/cleaning/check-rejects.ts";
import {withEventFiles} from "../data-loaders/configuration.ts";
import {auditFolder, keptBetweenRuns, loadReport} from "../data-loaders/report.ts";
import {ReportError} from "../data-loaders/report-error.ts";
import {buildSnapshots} from "../data-loaders/snapshots.ts";
import {readCount} from "./read-count.ts";
import {runCommand} from "./run-command.ts";
import {showProgress} from "./show-progress.ts";

const help = `Runs the pipeline alone and writes its tables as Parquet, with a manifest.

  npm run snapshots -- [--events <glob> …] [--output <folder>] [--threads <n>] [--memory <amount>] [--force]
                       [--cache <folder> | --no-cache] [--previous <folder>]

  --events   files of events (CSV, TSV, JSON lines or Parquet, also compressed); without it, the events that
             report.config.ts or EVENTS name
  --output   folder to write to, replaced as a whole when everything is done (default: snapshots)
  --threads  how many threads to use (default: all cores)
  --memory   how much memory DuckDB may use before it writes to disk, such as 4GB (default: 80 % of the machine's)
  --force    build again even when nothing has changed
  --cache    where cleaned files are kept, so that the next run reads new ones alone (default: .funnelbook/cleaned)
  --no-cache keep nothing, and read every file
  --previous snapshots that segments are compared with, to tell how they drift (default: what the output folder
             holds, if it is of the same files)

Rows that were rejected are listed beside the output folder, in <folder>.audit; they are not published.
`;

await runCommand(async () => {
  const {values, positionals} = readArguments();
  if (values.help) return void console.log(help);
  const threads = values.threads === undefined ? undefined : readCount("threads", values.threads);
  // a shell turns an unquoted glob into several words
  const files = [...(values.events ?? []), ...positionals];
  const report = await loadReport();
  const configuration = files.length ? withEventFiles(report, files) : report;
  const {manifest, isNew} = await buildSnapshots(configuration, values.output, {
    threads,
    memoryLimit: values.memory,
    force: values.force,
    ...(values["no-cache"] ? {} : keptBetweenRuns),
    ...(values.cache !== undefined && {cache: resolve(values.cache)}),
    ...(values.previous !== undefined && {previousFolder: resolve(values.previous)}),
    audit: auditFolder(values.output),
    progress: showProgress(process.stderr)
  });
  console.error(`  ${describeTotals(manifest.rows)}`);
  console.error(`${isNew ? "wrote" : "nothing has changed:"} ${manifest.tables.length} tables in ${values.output}`);
});

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        events: {type: "string", multiple: true},
        output: {type: "string", default: "snapshots"},
        threads: {type: "string"},
        memory: {type: "string"},
        force: {type: "boolean", default: false},
        cache: {type: "string"},
        "no-cache": {type: "boolean", default: false},
        previous: {type: "string"},
        help: {type: "boolean", short: "h", default: false}
      }
    });
  } catch (error) {
    throw new ReportError(`${(error as Error).message}\n\n${help}`);
  }
}
