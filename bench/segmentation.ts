import {execFileSync, spawnSync} from "node:child_process";
import {existsSync, mkdirSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {parseConfiguration} from "../data-loaders/configuration.ts";
import {fingerprintFiles, projectFolder} from "../data-loaders/fingerprint.ts";
import {runPipeline} from "../data-loaders/pipeline.ts";
import {features} from "../data-loaders/segmentation/features.ts";
import {sqlLiteral, Warehouse} from "../data-loaders/warehouse.ts";
import {conclude} from "./conclude.ts";
import {measureCommand, median} from "./measure-command.ts";

const help = `Measures the way from users' features to a segment for each of them, as a whole process on two threads, and against
scikit-learn's StandardScaler and KMeans(n_init=20) on the same features where a python3 with scikit-learn is there.

  npm run bench:segmentation -- [--runs <n>]

  --runs  runs of each, of which the medians count (default: 5)
`;

const full = 407_000;
const limits = {full: {seconds: 3}, large: {seconds: 60, mebibytes: 4096}};
/** times the features of the full demo store */
const copies = 26;
const folder = join(projectFolder, ".funnelbook", "bench");

const {values} = parseArgs({
  options: {runs: {type: "string", default: "5"}, help: {type: "boolean", short: "h", default: false}}
});

if (values.help) console.log(help);
else await runBench(Number(values.runs));

async function runBench(runs: number): Promise<void> {
  mkdirSync(folder, {recursive: true});
  // made anew when what is known of a user changes
  const made = fingerprintFiles(["data-loaders/models/**", "data-loaders/demo-store/**"]).slice(0, 8);
  const [small, large] = [join(folder, `users-${made}.parquet`), join(folder, `many-users-${made}.parquet`)];
  await writeFeatures(small, large);
  const ours = Array.from({length: runs}, () => learn(small));
  const seconds = median(ours.map((run) => run.seconds));
  conclude(
    `${ours[0]?.found.users.toLocaleString("en")} users, features to labels: median ${seconds.toFixed(2)} s, ` +
      `${median(ours.map((run) => run.mebibytes)).toFixed(0)} MiB (limit ${limits.full.seconds} s)`,
    seconds <= limits.full.seconds
  );
  const alone = median(ours.map((run) => run.found.seconds));
  await compare(small, {seconds: alone, inertia: ours[0]?.found.inertia ?? NaN, runs: Math.min(3, runs)});
  const most = Array.from({length: Math.min(3, runs)}, () => learn(large));
  const largest = {
    seconds: median(most.map((run) => run.seconds)),
    mebibytes: median(most.map((run) => run.mebibytes))
  };
  conclude(
    `${most[0]?.found.users.toLocaleString("en")} users: median ${largest.seconds.toFixed(1)} s, ${largest.mebibytes.toFixed(0)} MiB ` +
      `(limits ${limits.large.seconds} s, ${limits.large.mebibytes} MiB)`,
    largest.seconds <= limits.large.seconds && largest.mebibytes <= limits.large.mebibytes
  );
}

// those of the full demo store; and many of each, at other prices and days
async function writeFeatures(small: string, large: string): Promise<void> {
  if (!existsSync(small)) {
    const warehouse = await runPipeline(parseConfiguration({events: {source: "demo-store", users: 425_000}}));
    await warehouse.run(
      `copy (from core.user_features order by user_id limit ${full}) to ${sqlLiteral(small)} (format parquet)`
    );
    warehouse.close();
  }
  if (existsSync(large)) return;
  const warehouse = await Warehouse.open();
  await warehouse.run(
    `copy (
      select users.* replace (
        copy || '-' || user_id as user_id,
        recency_days + copy % 7 as recency_days,
        tenure_days + copy % 7 as tenure_days,
        average_price * (1 + copy / 100.0) as average_price
      )
      from read_parquet(${sqlLiteral(small)}) as users cross join range(${copies}) as copies(copy)
    ) to ${sqlLiteral(large)} (format parquet)`
  );
  warehouse.close();
}

function learn(file: string) {
  const script = ["--import", "tsx", "bench/learn-segments.ts", file, "2GB"];
  const {seconds, mebibytes, stdout} = measureCommand(process.execPath, script, projectFolder);
  return {
    seconds,
    mebibytes,
    found: JSON.parse(stdout) as {users: number; clusters: number; inertia: number; seconds: number}
  };
}

async function compare(file: string, ours: {seconds: number; inertia: number; runs: number}): Promise<void> {
  const python = ["python3", "/usr/bin/python3"].find(
    (command) => spawnSync(command, ["-c", "import sklearn"]).status === 0
  );
  if (!python) return console.log("scikit-learn: no python3 that has it, so nothing to compare with");
  const points = await writePoints(file);
  const peers = Array.from(
    {length: ours.runs},
    () =>
      JSON.parse(
        execFileSync(python, ["bench/scikit-learn.py", points.file, ...points.weights.map(String)], {
          cwd: projectFolder,
          encoding: "utf8"
        })
      ) as {seconds: number; inertia: number}
  );
  const peer = median(peers.map(({seconds}) => seconds));
  const inertia = Math.min(...peers.map((run) => run.inertia));
  conclude(
    `without start and reading ${ours.seconds.toFixed(2)} s, scikit-learn's StandardScaler, KMeans(n_init=20) and predict ` +
      `${peer.toFixed(2)} s: ${(ours.seconds / peer).toFixed(2)} times as long; inertia ${(ours.inertia / inertia).toFixed(6)} times theirs`,
    ours.seconds <= peer && ours.inertia <= inertia * (1 + 1e-6)
  );
}

// the scaled features, one user after the other, as doubles
async function writePoints(file: string): Promise<{file: string; weights: number[]}> {
  const {weights} = parseConfiguration({}).segmentation;
  const columns = features.map(({name, scale}) =>
    scale === "log1p" ? `ln(1 + greatest(0, ${name})) as ${name}` : `cast(${name} as double) as ${name}`
  );
  const target = join(folder, "users.csv");
  const warehouse = await Warehouse.open();
  await warehouse.run(
    `copy (select ${columns.join(", ")} from read_parquet(${sqlLiteral(file)})) to ${sqlLiteral(target)} (format csv, header false)`
  );
  warehouse.close();
  return {file: target, weights: features.map(({name}) => weights[name])};
}
