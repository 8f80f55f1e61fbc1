import {execFileSync} from "node:child_process";
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {conclude} from "./conclude.ts";
import {type Judgement, judgeShops, shareOf, type ShopPair} from "./planted-truths/judge-shops.ts";
import {limits} from "./planted-truths/limits.ts";
import type {MeasuredShop, Shop} from "./planted-truths/measure-shop.ts";
import {writeReport} from "./planted-truths/write-report.ts";

const help = `Runs the report on made-up shops with everything planted and on the same without anything: whether what is planted is found, whether its
cause is named first, whether findings about it appear and disappear with it, and what else is found.

  npm run bench:truths -- [--seeds <n>] [--first <seed>]… [--users <n>]… [--report <file>] [--shops <folder>]

  --seeds   how many shops from each first seed on (default: 20)
  --first   the first seed, may be repeated (default: 101)
  --users   people in each, may be repeated (default: 40000 and 407000)
  --report  writes the figures there, as markdown (such as docs/planted-truths.md)
  --shops   keeps what was measured of each shop there, and does not measure again what is there; empty it when the method changes
`;

const {values} = parseArgs({
  options: {
    seeds: {type: "string", default: "20"},
    first: {type: "string", multiple: true, default: ["101"]},
    users: {type: "string", multiple: true, default: ["40000", "407000"]},
    report: {type: "string"},
    shops: {type: "string"},
    help: {type: "boolean", short: "h", default: false}
  }
});

if (values.help) console.log(help);
else runBench();

function runBench(): void {
  const seeds = values.first.flatMap((first) =>
    Array.from({length: Number(values.seeds)}, (_, i) => Number(first) + i)
  );
  const judgements = values.users.map(Number).map((users) => {
    const pairs = seeds.map((seed): ShopPair => ({
      planted: measure({users, seed, isPlanted: true}),
      clean: measure({users, seed, isPlanted: false})
    }));
    return judgeShops(pairs);
  });
  const report = writeReport(judgements);
  console.log(report);
  if (values.report) writeFileSync(values.report, report);
  judgements.forEach(concludeSize);
}

function measure(shop: Shop): MeasuredShop {
  const {users, seed, isPlanted} = shop;
  const name = `${users}-${seed}-${isPlanted ? "planted" : "clean"}`;
  const kept = values.shops && join(values.shops, `${name}.json`);
  if (kept && existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8")) as MeasuredShop;
  const started = performance.now();
  const script = join(import.meta.dirname, "planted-truths", "shop-process.ts");
  const text = execFileSync(process.execPath, ["--import", "tsx", script, JSON.stringify(shop)], {encoding: "utf8"});
  console.error(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (kept) {
    mkdirSync(join(kept, ".."), {recursive: true});
    writeFileSync(kept, text);
  }
  return JSON.parse(text) as MeasuredShop;
}

function concludeSize({users, seeds, anomalies, clean, questions, held, absent}: Judgement): void {
  const of = `${seeds.length} shops of ${users} people`;
  const recall = shareOf(anomalies);
  const per20 = (20 * clean.episodes.length) / clean.series;
  conclude(`recall ${recall.toFixed(3)} in ${of} (at least ${limits.recall})`, recall >= limits.recall);
  conclude(
    `${per20.toFixed(3)} false episodes per 20 series in ${of} (at most ${limits.falseEpisodes})`,
    per20 <= limits.falseEpisodes
  );
  conclude(
    `causes named first in ${shareOf(questions).toFixed(3)} in ${of} (at least ${limits.firstPlaces})`,
    shareOf(questions) >= limits.firstPlaces
  );
  for (const [what, scores] of [
    ["with", held],
    ["without", absent]
  ] as const) {
    const share = shareOf(scores);
    conclude(
      `findings right ${what} truths in ${share.toFixed(3)} in ${of} (at least ${limits.findings})`,
      share >= limits.findings
    );
  }
}
