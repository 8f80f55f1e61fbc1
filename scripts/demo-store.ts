import {parseArgs} from "node:util";
import {closestName} from "../data-loaders/closest-name.ts";
import {type DemoStore, parseConfiguration} from "../data-loaders/configuration.ts";
import {demoFormats, type DemoFormat, writeDemoStore} from "../data-loaders/demo-store/write-demo-store.ts";
import {type TruthName, truthNames, truths} from "../data-loaders/demo-store/truths.ts";
import {ReportError} from "../data-loaders/report-error.ts";
import {readCount} from "./read-count.ts";
import {runCommand} from "./run-command.ts";

const help = `Generates the demo store: a made-up shop in thirteen related tables, with what is planted in truth.json.

  npm run demo-store -- [--users <n>] [--seed <n>] [--output <folder>] [--format csv|parquet] …

  --users       people in the shop (default: 40000, which make 108,000 events; 407000 make 1.1 million)
  --seed        another seed gives another shop with the same shares (default: 1)
  --output      folder to write to, replaced as a whole when everything is done (default: demo-store)
  --format      csv or parquet (default: csv)
  --threads     how many threads to use; the files are the same for any number (default: all cores)
  --no-truths   plant nothing
  --without     leave one truth out; may be given several times:
${truthNames.map((name) => `                ${name.padEnd(24)}${truths[name].title}`).join("\n")}

Writes one file per table, schema.sql (their keys and constraints), data-dictionary.md, tables.svg and truth.json.
To build the report on it:

  EVENTS='demo-store/events.csv' npm start
`;

await runCommand(async () => {
  const values = readArguments();
  if (values.help) return void console.log(help);
  const store = readStore(values);
  const format = values.format as DemoFormat;
  if (!demoFormats.includes(format)) {
    throw new ReportError(`--format: ${values.format} is not allowed; use ${demoFormats.join(" or ")}`);
  }
  const started = performance.now();
  await writeDemoStore(store, values.output, {
    format,
    threads: values.threads === undefined ? undefined : readCount("threads", values.threads),
    progress: (step) => console.error(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${step}`)
  });
  console.error(`wrote the demo store of ${store.users.toLocaleString("en")} people to ${values.output}`);
});

type Arguments = ReturnType<typeof readArguments>;

function readStore({users, seed, without, ...values}: Arguments): DemoStore {
  const left = values["no-truths"] ? [] : truthNames.filter((name) => !without.includes(name));
  for (const name of without) {
    if (truthNames.includes(name as TruthName)) continue;
    const guess = closestName(name, truthNames);
    throw new ReportError(
      `--without: there is no truth ${name}${guess ? `; did you mean ${guess}?` : ""} (see --help)`
    );
  }
  const counts = {users: readCount("users", users), seed: readCount("seed", seed, 0)};
  const {events} = parseConfiguration({events: {source: "demo-store", ...counts, truths: left}}, "the command line");
  return events as DemoStore;
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        users: {type: "string", default: "40000"},
        seed: {type: "string", default: "1"},
        output: {type: "string", default: "demo-store"},
        format: {type: "string", default: "csv"},
        threads: {type: "string"},
        "no-truths": {type: "boolean", default: false},
        without: {type: "string", multiple: true, default: []},
        help: {type: "boolean", short: "h", default: false}
      }
    }).values;
  } catch (error) {
    throw new ReportError(`${(error as Error).message}\n\n${help}`);
  }
}
