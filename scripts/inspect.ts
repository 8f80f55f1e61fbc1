import {parseArgs} from "node:util";
import {ReportError} from "../data-loaders/report-error.ts";
import {describeFile} from "../data-loaders/sources/describe-file.ts";
import {describeProposal} from "../data-loaders/sources/describe-proposal.ts";
import {findFiles} from "../data-loaders/sources/find-files.ts";
import {printable} from "../data-loaders/sources/printable.ts";
import {type FileProfile, profileFile} from "../data-loaders/sources/profile-file.ts";
import {proposeConfigurations} from "../data-loaders/sources/propose-configuration.ts";
import {Warehouse, type WarehouseOptions} from "../data-loaders/warehouse.ts";
import {readCount} from "./read-count.ts";
import {runCommand} from "./run-command.ts";

const help = `Looks at files of events that nothing is known of, and proposes how report.config.ts can read them.

  npm run inspect -- <file> [<file> …] [--threads <n>] [--memory <amount>]

  <file>     CSV, TSV, JSON lines or Parquet, plain or compressed with gzip or zstd; globs are allowed
  --threads  how many threads to use (default: all cores)
  --memory   how much memory DuckDB may use, such as 4GB (default: 80 % of the machine's)

Prints each file's format, rows and columns with their types, ranges and examples, the event types and the time that they
span, and what to paste into report.config.ts. Nothing is written.
`;

// whoever reads, such as head, may have seen enough
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

await runCommand(async () => {
  const {values, positionals} = readArguments();
  if (values.help) return void console.log(help);
  if (!positionals.length) throw new ReportError(`name at least one file\n\n${help}`);
  const threads = values.threads === undefined ? undefined : readCount("threads", values.threads);
  try {
    await inspect(await findFiles(positionals), {threads, memoryLimit: values.memory});
  } catch (error) {
    // messages may show text from the files
    throw error instanceof ReportError ? new ReportError(error.message.split("\n").map((line) => printable(line)).join("\n")) : error; // prettier-ignore
  }
});

async function inspect(paths: readonly string[], options: WarehouseOptions): Promise<void> {
  const warehouse = await Warehouse.open(options);
  try {
    const profiles: FileProfile[] = [];
    for (const path of paths) {
      const profile = await profileFile(warehouse, path);
      const [proposal] = proposeConfigurations([profile]);
      console.log(`${describeFile(profile, proposal?.found.event_type, proposal?.found.event_time)}\n`);
      profiles.push(profile);
    }
    for (const proposal of proposeConfigurations(profiles)) {
      const own = profiles.filter(({file}) => [proposal.events.files].flat().includes(file.path));
      console.log(`${describeProposal(proposal, own.reduce((sum, {rows}) => sum + rows, 0))}\n`); // prettier-ignore
    }
  } finally {
    warehouse.close();
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        threads: {type: "string"},
        memory: {type: "string"},
        help: {type: "boolean", short: "h", default: false}
      }
    });
  } catch (error) {
    throw new ReportError(`${(error as Error).message}\n\n${help}`);
  }
}
