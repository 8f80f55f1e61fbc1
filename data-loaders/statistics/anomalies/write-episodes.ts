import type {DuckDBConnection} from "@duckdb/node-api";
import type {NumberFormat} from "../../../src/shared/number-format.ts";
import {readRow, readRows} from "../../read-results.ts";
import {type PlainValue, sqlLiteral, writeTable} from "../../warehouse.ts";
import {type EpisodeFacts, explainEpisode} from "./explain-episode.ts";
import type {Episode} from "./find-episodes.ts";
import {shapeOf} from "./shape-of.ts";

/** Writes `analysis.episodes`: one row per episode, in the order of their days. */
export async function writeEpisodes(
  connection: DuckDBConnection,
  episodes: readonly Episode[],
  format: NumberFormat
): Promise<void> {
  const {minimum} = await readRow(connection, "select minimum_group_size as minimum from settings.thresholds");
  const steps = await readSteps(connection);
  const rows: PlainValue[][] = [];
  for (const [i, episode] of episodes.entries()) {
    const users = episode.series.metric === "bot_like_share" ? await countMachines(connection, episode) : null;
    const step = steps.get(episode.series.metric) ?? null;
    rows.push([i + 1, ...describeEpisode(episode, {minimum: Number(minimum), machines: users, step, format})]);
  }
  await writeTable(
    connection,
    `analysis.episodes(episode integer, kind varchar, metric varchar, dimension varchar, value varchar, started_on date, ended_on date,
      days integer, expected double, observed double, trials double, score double, p_value double, shape varchar, incident integer,
      is_main boolean, users bigint, explanation varchar)`,
    rows
  );
}

// by metric
async function readSteps(connection: DuckDBConnection): Promise<Map<string, [from: string, to: string]>> {
  const rows = await readRows(connection, "select stage from core.stages order by position");
  const stages = rows.map(({stage}) => String(stage));
  return new Map(stages.slice(1).map((to, i) => [`${stages[i]}_to_${to}`, [stages[i] as string, to]]));
}

interface Context extends Pick<EpisodeFacts, "step"> {
  minimum: number;
  machines: number | null;
  format: NumberFormat;
}

function describeEpisode(episode: Episode, {minimum, machines, step, format}: Context): PlainValue[] {
  const {series, from, until, trials, score, pValue, incident, isMain} = episode;
  const {kind, metric, dimension, value, dates, people} = series;
  const [startedOn, endedOn] = [dates[from] ?? "", dates[until - 1] ?? ""];
  // rates in their own unit
  const scale = trials === null ? 1 : trials;
  const [expected, observed] = [episode.expected / scale, episode.observed / scale];
  const most = Math.max(...people.slice(from, until));
  const isHidden = observed > 0 && most > 0 && most < minimum;
  const users = machines !== null && machines >= minimum ? machines : null;
  const shape = shapeOf(episode);
  const where = {metric, dimension, value, startedOn, endedOn, shape};
  const explanation = explainEpisode({...where, expected, observed, trials, isHidden, users, step}, format);
  const numbers = [expected, isHidden ? null : observed, trials, score, pValue];
  const head = [kind, metric, dimension, value, startedOn, endedOn, until - from];
  return [...head, ...numbers, shape, incident, isMain, users, explanation];
}

async function countMachines(connection: DuckDBConnection, {series, from, until}: Episode): Promise<number> {
  const {users} = await readRow(
    connection,
    `select count(distinct user_key) as users from analysis.bot_like_sessions
    where event_date between date ${sqlLiteral(series.dates[from] ?? "")} and date ${sqlLiteral(series.dates[until - 1] ?? "")}`
  );
  return Number(users);
}
