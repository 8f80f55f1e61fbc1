import type {DuckDBConnection} from "@duckdb/node-api";
import type {Episode, JudgedSeries} from "./find-episodes.ts";
import {usualRange} from "./usual-range.ts";

/**
 * Writes `analysis.expected_days`: one row per day of each series of which something can be told, what is expected of it, what usual
 * days have at least and at most, in the metric's unit, and whether an episode covers it.
 */
export async function writeExpectedDays(
  connection: DuckDBConnection,
  judgedSeries: readonly JudgedSeries[],
  episodes: readonly Episode[]
): Promise<void> {
  await connection.run(`create table analysis.expected_days(metric varchar, dimension varchar, value varchar, event_date varchar,
    expected double, low double, high double, is_anomalous boolean)`);
  const appender = await connection.createAppender("expected_days", "analysis");
  for (const {series, judged} of judgedSeries) {
    if (!judged) continue;
    const odd = episodes.filter((episode) => episode.series === series);
    series.dates.forEach((date, i) => {
      const mean = judged.usual.expected[i] as number;
      const trials = series.trials?.[i];
      if (Number.isNaN(mean) || trials === 0) return;
      appender.appendVarchar(series.metric);
      appender.appendVarchar(series.dimension);
      if (series.value === null) appender.appendNull();
      else appender.appendVarchar(series.value);
      appender.appendVarchar(date);
      for (const number of [mean, ...usualRange(mean, judged.usual.dispersion, trials)]) {
        appender.appendDouble(number / (trials ?? 1));
      }
      appender.appendBoolean(odd.some(({from, until}) => from <= i && i < until));
      appender.endRow();
    });
  }
  appender.closeSync();
}
