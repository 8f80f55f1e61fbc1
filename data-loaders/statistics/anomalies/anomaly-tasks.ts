import type {NumberFormat} from "../../../src/shared/number-format.ts";
import type {Task} from "../../warehouse.ts";
import {findEpisodes} from "./find-episodes.ts";
import {readSeries} from "./read-series.ts";
import {writeEpisodes} from "./write-episodes.ts";
import {writeExpectedDays} from "./write-expected-days.ts";

/** What finds anomalies in daily series: `analysis.episodes`, and what is expected of each day, `analysis.expected_days`. Sentences have numbers in `format`. */
export function anomalyTasks(format: NumberFormat): Task[] {
  return [
    {
      table: "analysis.episodes",
      others: ["analysis.expected_days"],
      reads: ["analysis.metric_days", "analysis.bot_like_sessions", "core.stages"],
      run: async (connection) => {
        const {episodes, judgedSeries} = findEpisodes(await readSeries(connection));
        await writeEpisodes(connection, episodes, format);
        await writeExpectedDays(connection, judgedSeries, episodes);
      }
    }
  ];
}
