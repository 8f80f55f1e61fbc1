import {execFileSync} from "node:child_process";
import {mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {projectFolder} from "../data-loaders/fingerprint.ts";
import {measureCommand, median} from "./measure-command.ts";

const help = `Measures the demo store's generator, as a whole process, against DuckDB writing the same tables from memory.

  npm run bench:demo-store -- [--runs <n>]

  --runs  runs at each size, of which the medians count (default: 3)
`;

// people who make about 100,000, a million and ten million events
const sizes = [37_200, 372_000, 3_720_000];
const limits = {ratio: 4, mebibytes: 6 * 1024, growth: 1.25};
const folder = join(projectFolder, ".funnelbook", "bench");

interface Measured {
  events: number;
  seconds: number;
  ratio: number;
  mebibytes: number;
}

const {values} = parseArgs({
  options: {runs: {type: "string", default: "3"}, help: {type: "boolean", short: "h", default: false}}
});

if (values.help) console.log(help);
else runBench(Number(values.runs));

function runBench(runs: number): void {
  mkdirSync(folder, {recursive: true});
  const [small, middle, large] = sizes.map((users) => measureSize(users, runs));
  if (!small || !middle || !large) return;
  // seconds per further event, from the middle to the large shop against from the small to the middle one
  const slope = (from: Measured, to: Measured) => (to.seconds - from.seconds) / (to.events - from.events);
  const growth = slope(middle, large) / slope(small, middle);
  const isWithin = large.ratio <= limits.ratio && large.mebibytes <= limits.mebibytes && growth <= limits.growth;
  console.log(
    `medians at ${large.events.toLocaleString("en")} events: ${large.ratio.toFixed(1)} times the writing (limit ${limits.ratio}), ` +
      `${large.mebibytes.toFixed(0)} MiB (limit ${limits.mebibytes}); a further event costs ${growth.toFixed(2)} times what it ` +
      `costs in a smaller shop (limit ${limits.growth}): ${isWithin ? "within all" : "over a limit"}`
  );
  if (!isWithin) process.exitCode = 1;
}

function measureSize(users: number, runs: number): Measured {
  const measured = Array.from({length: runs}, () => measureOnce(users));
  const of = (pick: (run: Measured) => number) => median(measured.map(pick));
  return {
    events: of((run) => run.events),
    seconds: of((run) => run.seconds),
    ratio: of((run) => run.ratio),
    mebibytes: of((run) => run.mebibytes)
  };
}

function measureOnce(users: number): Measured {
  const shop = join(folder, "shop");
  const command = ["run", "-s", "demo-store", "--", "--users", String(users), "--output", shop, "--format", "parquet"];
  const {seconds, mebibytes} = measureCommand("npm", command, projectFolder);
  const copy = join(folder, "copy.parquet");
  const written = execFileSync(process.execPath, ["bench/write-tables.mjs", shop, copy], {
    cwd: projectFolder,
    encoding: "utf8"
  });
  const peer = JSON.parse(written) as {seconds: number; events: number};
  rmSync(shop, {recursive: true});
  rmSync(copy);
  const ratio = seconds / peer.seconds;
  console.log(
    `${peer.events.toLocaleString("en")} events: generated and written in ${seconds.toFixed(2)} s, ${mebibytes.toFixed(0)} MiB; ` +
      `written from memory in ${peer.seconds.toFixed(2)} s; ratio ${ratio.toFixed(1)}`
  );
  return {events: peer.events, seconds, ratio, mebibytes};
}
