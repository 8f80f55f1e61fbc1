import {existsSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {parseArgs} from "node:util";
import {globSync} from "tinyglobby";
import {projectFolder} from "../data-loaders/fingerprint.ts";
import {conclude} from "./conclude.ts";
import {type Measurement, measureCommand, median} from "./measure-command.ts";
import {rowsPerPerson, writeRees46ShapedFiles} from "./rees46-shaped-files.ts";

const help = `Measures npm run snapshots, as a whole process and with nothing kept from earlier runs, against DuckDB's bare copy of the
same files to Parquet, run in turn.

  npm run bench -- [--events <n>] [--runs <n>] [--memory <amount>]
  npm run bench -- --growth        time per event at 10 million against that at 1 million
  npm run bench -- --incremental   10 million events in a file per day: one more file against everything
  npm run bench -- --analysis      what funnels, cohorts, anomalies, drivers, attribution and findings add to the rest

  --events  rows to make up, in the shape of REES46's files (default: 885000)
  --runs    runs of each command, of which the medians count (default: 5; 3 from 10 million events on, 1 from 50 million on)
  --memory  passed on to npm run snapshots
`;

/** What a run may take at most, by the number of events: times the bare copy, and MiB. */
const limits = (events: number) =>
  events < 5e6 ? {ratio: 6, mebibytes: 1024} : {ratio: 4, mebibytes: events < 5e7 ? 4096 : 24_576};
const growthLimit = 1.1;
const incrementalLimit = 0.5;
const analysisLimit = 1.5;
const storeEventsPerPerson = 2.69;

const bench = join(projectFolder, ".funnelbook", "bench");
const output = join(bench, "snapshots");

const {values} = parseArgs({
  options: {
    events: {type: "string", default: "885000"},
    runs: {type: "string"},
    memory: {type: "string"},
    growth: {type: "boolean", default: false},
    incremental: {type: "boolean", default: false},
    analysis: {type: "boolean", default: false},
    help: {type: "boolean", short: "h", default: false}
  }
});

if (values.help) console.log(help);
else if (values.growth) await measureGrowth();
else if (values.incremental) await measureIncremental();
else if (values.analysis) await measureAnalysis(Number(values.events));
else await measureRatio(Number(values.events));

async function measureRatio(events: number): Promise<void> {
  const {files} = await makeFiles(events);
  const copy = () =>
    measureCommand(process.execPath, ["bench/bare-copy.mjs", files, join(bench, "copy.parquet")], projectFolder);
  const runs = runsFor(events);
  // the first of each warms the file cache and does not count
  if (runs > 1) {
    copy();
    runSnapshots(files, ["--no-cache"]);
  }
  const measured = Array.from({length: runs}, (_, i) => {
    const [bare, whole] = [copy(), runSnapshots(files, ["--no-cache"])];
    const ratio = whole.seconds / bare.seconds;
    console.log(
      `run ${i + 1}: bare copy ${bare.seconds.toFixed(2)} s; npm run snapshots ${show(whole)}; ratio ${ratio.toFixed(2)}`
    );
    return {ratio, mebibytes: whole.mebibytes};
  });
  const limit = limits(events);
  const ratio = median(measured.map((run) => run.ratio));
  const mebibytes = median(measured.map((run) => run.mebibytes));
  conclude(
    `medians: ${ratio.toFixed(2)} times the bare copy (limit ${limit.ratio}), ${mebibytes.toFixed(0)} MiB (limit ${limit.mebibytes})`,
    ratio <= limit.ratio && mebibytes <= limit.mebibytes
  );
}

async function measureGrowth(): Promise<void> {
  const perEvent: number[] = [];
  for (const events of [1e6, 1e7]) {
    const {files, rows} = await makeFiles(events);
    runSnapshots(files, ["--no-cache"]);
    const measured = Array.from({length: runsFor(events)}, () => runSnapshots(files, ["--no-cache"]));
    const seconds = median(measured.map((run) => run.seconds));
    perEvent.push(seconds / rows);
    console.log(
      `${rows.toLocaleString("en")} events: ${seconds.toFixed(2)} s, ${((1e6 * seconds) / rows).toFixed(2)} µs per event`
    );
  }
  const growth = (perEvent[1] as number) / (perEvent[0] as number);
  conclude(`an event takes ${growth.toFixed(2)} times as long (limit ${growthLimit})`, growth <= growthLimit);
}

async function measureIncremental(): Promise<void> {
  const {files, folder} = await makeFiles(1e7, {perDay: true});
  const cache = join(bench, "cleaned");
  const lastDay = globSync("**/*.csv", {cwd: folder, absolute: true}).sort().at(-1) as string;
  const heldBack = join(bench, "last-day.csv");
  const ratios = Array.from({length: runsFor(1e7)}, (_, i) => {
    rmSync(cache, {recursive: true, force: true});
    const whole = runSnapshots(files, ["--cache", cache]);
    rmSync(cache, {recursive: true, force: true});
    renameSync(lastDay, heldBack);
    runSnapshots(files, ["--cache", cache]);
    renameSync(heldBack, lastDay);
    const more = runSnapshots(files, ["--cache", cache]);
    console.log(`run ${i + 1}: everything ${show(whole)}; one more file ${show(more)}`);
    return more.seconds / whole.seconds;
  });
  const ratio = median(ratios);
  conclude(
    `one more file takes ${ratio.toFixed(2)} of everything (limit ${incrementalLimit})`,
    ratio <= incrementalLimit
  );
}

// on files with views, carts and purchases alone, and on a shop that has every column
async function measureAnalysis(events: number): Promise<void> {
  for (const files of [(await makeFiles(events)).files, makeStore(events)]) {
    const run = (part: string): number => {
      const command = ["--import", "tsx", "bench/run-pipeline.ts", files, part];
      const {stdout} = measureCommand(process.execPath, command, projectFolder);
      return (JSON.parse(stdout) as {seconds: number}).seconds;
    };
    run("rest");
    const shares = Array.from({length: runsFor(events)}, (_, i) => {
      const [rest, whole] = [run("rest"), run("whole")];
      console.log(`run ${i + 1}: without the analysis ${rest.toFixed(2)} s; with it ${whole.toFixed(2)} s`);
      return (whole - rest) / rest;
    });
    const share = median(shares);
    conclude(
      `the analysis adds ${share.toFixed(2)} times the time of the rest (limit ${analysisLimit})`,
      share <= analysisLimit
    );
  }
}

function makeStore(events: number): string {
  const folder = join(bench, `store-${events}`);
  if (!existsSync(folder)) {
    const users = String(Math.round(events / storeEventsPerPerson));
    measureCommand("npm", ["run", "-s", "demo-store", "--", "--users", users, "--output", folder], projectFolder);
  }
  console.log(`a made-up shop with every column in ${relative(projectFolder, folder)}`);
  return join(folder, "events.csv");
}

async function makeFiles(
  events: number,
  {perDay = false}: {perDay?: boolean} = {}
): Promise<{files: string; folder: string; rows: number}> {
  const folder = join(bench, `events-${events}${perDay ? "-per-day" : ""}`);
  const note = join(bench, `events-${events}${perDay ? "-per-day" : ""}.txt`);
  if (!existsSync(folder) || !existsSync(note)) {
    console.log(`making up ${folder} …`);
    writeFileSync(note, String(await writeRees46ShapedFiles(folder, Math.round(events / rowsPerPerson), {perDay})));
  }
  const rows = Number(readFileSync(note, "utf8"));
  console.log(`${rows.toLocaleString("en")} rows in ${relative(projectFolder, folder)}`);
  return {files: join(folder, perDay ? "**/*.csv" : "*.csv"), folder, rows};
}

function runSnapshots(files: string, more: string[]): Measurement {
  rmSync(output, {recursive: true, force: true});
  const memory = values.memory === undefined ? [] : ["--memory", values.memory];
  const command = ["run", "-s", "snapshots", "--", "--events", files, "--output", output, ...more, ...memory];
  return measureCommand("npm", command, projectFolder);
}

function runsFor(events: number): number {
  return Number(values.runs ?? (events < 5e6 ? 5 : events < 5e7 ? 3 : 1));
}

function show({seconds, mebibytes}: Measurement): string {
  return `${seconds.toFixed(2)} s, ${mebibytes.toFixed(0)} MiB`;
}
