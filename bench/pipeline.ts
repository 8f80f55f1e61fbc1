import {existsSync, mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {projectFolder} from "../data-loaders/fingerprint.ts";
import {measureCommand, median} from "./measure-command.ts";
import {writeRees46ShapedFile} from "./rees46-shaped-file.ts";

const help = `Measures the pipeline against DuckDB's bare copy of the same file, run in turn, whole processes.

  npm run bench -- [--users <n>] [--runs <n>]

  --users  people in the generated file (default: 436500, which makes 885,000 rows of 413,000 users)
  --runs   runs of each command, of which the medians count (default: 5)
`;

const limits = {ratio: 8, mebibytes: 1536};

const {values} = parseArgs({
  options: {
    users: {type: "string", default: "436500"},
    runs: {type: "string", default: "5"},
    help: {type: "boolean", short: "h", default: false}
  }
});

if (values.help) console.log(help);
else await runBench(Number(values.users), Number(values.runs));

async function runBench(users: number, runs: number): Promise<void> {
  const folder = join(projectFolder, ".funnelbook", "bench");
  const file = join(folder, `events-${users}.csv`);
  mkdirSync(folder, {recursive: true});
  if (!existsSync(file)) {
    console.log(`generating ${file} …`);
    console.log(`${(await writeRees46ShapedFile(file, users)).toLocaleString("en")} rows`);
  }
  const copy = () =>
    measureCommand(process.execPath, ["bench/bare-copy.mjs", file, join(folder, "copy.parquet")], projectFolder);
  const output = join(folder, "snapshots");
  const pipeline = () => {
    rmSync(output, {recursive: true, force: true});
    return measureCommand("npm", ["run", "-s", "snapshots", "--", "--events", file, "--output", output], projectFolder);
  };
  // the first of each warms the file cache and does not count
  copy();
  pipeline();
  const measured = Array.from({length: runs}, (_, i) => {
    const [bare, whole] = [copy(), pipeline()];
    const ratio = whole.seconds / bare.seconds;
    console.log(
      `run ${i + 1}: bare copy ${bare.seconds.toFixed(2)} s; npm run snapshots ${whole.seconds.toFixed(2)} s, ` +
        `${whole.mebibytes.toFixed(0)} MiB; ratio ${ratio.toFixed(1)}`
    );
    return {ratio, mebibytes: whole.mebibytes};
  });
  const ratio = median(measured.map((run) => run.ratio));
  const mebibytes = median(measured.map((run) => run.mebibytes));
  const isWithin = ratio <= limits.ratio && mebibytes <= limits.mebibytes;
  console.log(
    `medians: ${ratio.toFixed(1)} times the bare copy (limit ${limits.ratio}), ${mebibytes.toFixed(0)} MiB (limit ${limits.mebibytes}): ` +
      (isWithin ? "within both" : "over a limit")
  );
  if (!isWithin) process.exitCode = 1;
}
