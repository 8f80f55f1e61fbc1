import {parseArgs} from "node:util";
import {parseConfiguration} from "../data-loaders/configuration.ts";
import type {TruthName} from "../data-loaders/demo-store/truths.ts";
import {truths} from "../data-loaders/demo-store/truths.ts";
import {runPipeline} from "../data-loaders/pipeline.ts";
import type {Row} from "../data-loaders/warehouse.ts";
import {conclude} from "./conclude.ts";

// Runs the report on made-up shops with planted truths and on the same without: whether the truths are found, and how much else is.

interface Expectation {
  metrics: readonly string[];
  value?: string;
}

/** How each truth that is to be seen in daily series shows itself. */
const expectations: Partial<Record<TruthName, Expectation>> = {
  lost_page_views: {metrics: ["purchases_above_views", "views", "home_to_view"]},
  replayed_day: {metrics: ["duplicate_share"]},
  december_promotion: {metrics: ["sessions", "users", "views"]},
  mobile_safari_checkout: {metrics: ["checkout_to_purchase"], value: "Mobile Safari"},
  import_without_brands: {metrics: ["missing_brand_share"]},
  bot_day: {metrics: ["views", "bot_like_share"]}
};

interface Shop {
  series: number;
  episodes: Row[];
}

const {values} = parseArgs({
  options: {
    seeds: {type: "string", default: "20"},
    first: {type: "string", default: "101"},
    users: {type: "string", default: "40000"},
    list: {type: "boolean", default: false}
  }
});
const names = Object.keys(expectations) as TruthName[];
const found = new Map(names.map((name) => [name, 0]));
const seeds = Array.from({length: Number(values.seeds)}, (_, i) => Number(values.first) + i);
const total = {series: 0, falseEpisodes: 0, falseIncidents: 0, others: 0, otherIncidents: 0, incidents: 0};

for (const seed of seeds) {
  const planted = await findAnomalies(seed, true);
  const missed = names.filter((name) => !isFound(planted, name));
  for (const name of names) if (!missed.includes(name)) found.set(name, (found.get(name) ?? 0) + 1);
  const others = planted.episodes.filter((episode) => !belongs(planted, episode));
  const clean = await findAnomalies(seed, false);
  total.series += clean.series;
  total.falseEpisodes += clean.episodes.length;
  total.falseIncidents += countIncidents(clean.episodes);
  total.others += others.length;
  total.otherIncidents += countIncidents(others);
  total.incidents += countIncidents(planted.episodes);
  console.log(
    `seed ${seed}: missed ${missed.join(", ") || "nothing"}; ${others.length} of ${planted.episodes.length} episodes belong to no truth; ` +
      `without truths ${clean.episodes.length} episodes in ${clean.series} series`
  );
  if (values.list) for (const {explanation} of [...others, ...clean.episodes]) console.log(`  ${String(explanation)}`);
}

for (const [name, times] of found) console.log(`${name}: found in ${times} of ${seeds.length}`);
const recall = [...found.values()].reduce((sum, times) => sum + times, 0) / (names.length * seeds.length);
const per20 = (20 * total.falseEpisodes) / total.series;
console.log(
  `${total.others} episodes in ${total.otherIncidents} of ${total.incidents} incidents belong to no truth; without truths ${total.falseEpisodes} ` +
    `episodes in ${total.falseIncidents} incidents, in ${total.series} series`
);
conclude(`recall ${recall.toFixed(3)} over ${seeds.length} seeds (at least 0.9)`, recall >= 0.9);
conclude(`${per20.toFixed(3)} false episodes per 20 series without truths (at most 1)`, per20 <= 1);

async function findAnomalies(seed: number, isPlanted: boolean): Promise<Shop> {
  const users = Number(values.users);
  const warehouse = await runPipeline(
    parseConfiguration({
      events: {source: "demo-store", users, seed, truths: isPlanted},
      segmentation: {seeds: 1, clusters: 2}
    })
  );
  try {
    const {series} = await warehouse.row(
      "select count(*) as series from (select distinct metric, dimension, value from marts.metric_days where expected is not null)"
    );
    const episodes = await warehouse.rows(`select metric, value, incident, is_main, explanation,
      cast(started_on as varchar) as started_on, cast(ended_on as varchar) as ended_on from marts.anomalies order by episode`);
    return {series: Number(series), episodes};
  } finally {
    warehouse.close();
  }
}

function isFound({episodes}: Shop, name: TruthName): boolean {
  const {metrics, value} = expectations[name] ?? {metrics: []};
  return episodes.some(
    (episode) =>
      overlaps(episode, name) &&
      metrics.includes(String(episode.metric)) &&
      (value === undefined || episode.value === value)
  );
}

// to a truth that it overlaps, or whose incident it is part of
function belongs({episodes}: Shop, episode: Row): boolean {
  const same = episodes.filter(({incident}) => incident === episode.incident);
  return names.some((name) => overlaps(episode, name) || same.some((other) => other.is_main && overlaps(other, name)));
}

function overlaps({started_on, ended_on}: Row, name: TruthName): boolean {
  const {startsOn, endsOn} = truths[name];
  return String(started_on) <= endsOn && String(ended_on) >= startsOn;
}

function countIncidents(episodes: readonly Row[]): number {
  return new Set(episodes.map(({incident}) => incident)).size;
}
