import {parseArgs} from "node:util";
import {withEventFiles} from "../data-loaders/configuration.ts";
import {loadReport} from "../data-loaders/report.ts";
import {ReportError} from "../data-loaders/report-error.ts";
import {buildSnapshots} from "../data-loaders/snapshots.ts";
import {readCount} from "./read-count.ts";
import {runCommand} from "./run-command.ts";

const help = `Runs the pipeline alone and writes its tables as Parquet, with a manifest.

  npm run snapshots -- [--events <glob> …] [--output <folder>] [--threads <n>] [--force]

  --events   CSV files of events; without it, the events that report.config.ts or EVENTS name
  --output   folder to write to, replaced as a whole when everything is done (default: snapshots)
  --threads  how many threads to use (default: all cores)
  --force    build again even when nothing has changed
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
    force: values.force,
    progress: (step) => console.error(`  ${step}`)
  });
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
        force: {type: "boolean", default: false},
        help: {type: "boolean", short: "h", default: false}
      }
    });
  } catch (error) {
    throw new ReportError(`${(error as Error).message}\n\n${help}`);
  }
}
