import type {DuckDBConnection} from "@duckdb/node-api";
import {readRow} from "../../read-results.ts";
import {type PlainValue, sqlLiteral, writeTable} from "../../warehouse.ts";
import {explainEpisode} from "./explain-episode.ts";
import type {Episode} from "./find-episodes.ts";
import {shapeOf} from "./shape-of.ts";

/** Writes `analysis.episodes`: one row per episode, in the order of their days. */
export async function writeEpisodes(connection: DuckDBConnection, episodes: readonly Episode[]): Promise<void> {
  const {minimum} = await readRow(connection, "select minimum_group_size as minimum from settings.thresholds");
  const rows: PlainValue[][] = [];
  for (const [i, episode] of episodes.entries()) {
    const users = episode.series.metric === "bot_like_share" ? await countMachines(connection, episode) : null;
    rows.push([i + 1, ...describeEpisode(episode, Number(minimum), users)]);
  }
  await writeTable(
    connection,
    `analysis.episodes(episode integer, kind varchar, metric varchar, dimension varchar, value varchar, started_on date, ended_on date,
      days integer, expected double, observed double, trials double, score double, p_value double, shape varchar, incident integer,
      is_main boolean, users bigint, explanation varchar)`,
    rows
  );
}

function describeEpisode(episode: Episode, minimum: number, machines: number | null): PlainValue[] {
  const {series, from, until, trials, score, pValue, incident, isMain} = episode;
  const {kind, metric, dimension, value, dates, people} = series;
  const [startedOn, endedOn] = [dates[from] ?? "", dates[until - 1] ?? ""];
  // rates in their own unit
  const scale = trials === null ? 1 : trials;
  const [expected, observed] = [episode.expected / scale, episode.observed / scale];
  const isHidden = observed > 0 && Math.max(...people.slice(from, until)) < minimum;
  const users = machines !== null && machines >= minimum ? machines : null;
  const shape = shapeOf(episode);
  const where = {metric, dimension, value, startedOn, endedOn, shape};
  const explanation = explainEpisode({...where, expected, observed, trials, isHidden, users});
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
