import {parseConfiguration} from "../../data-loaders/configuration.ts";
import {runPipeline} from "../../data-loaders/pipeline.ts";
import type {Warehouse} from "../../data-loaders/warehouse.ts";
import {type ChangeDriver, explainChanges} from "../../data-loaders/statistics/drivers/driver-tasks.ts";
import {questions} from "./questions.ts";

/** Which made-up shop to measure. */
export interface Shop {
  users: number;
  seed: number;
  isPlanted: boolean;
}

/** What the report says of a change: the names of the first values in the ranking of its drivers, as dimension = value. */
export interface Answer {
  changeId: string;
  /** the value that the change is about, if not about all */
  about: string | null;
  ranked: string[];
}

/** What the report says about a made-up shop. */
export interface MeasuredShop extends Shop {
  /** how many daily series are watched */
  series: number;
  episodes: Episode[];
  findings: {finding: string; holds: boolean; claim: string}[];
  /** to the questions, in their order */
  answers: Answer[];
}

/** A row of marts.anomalies, with what the report names as its drivers where it says any. */
export interface Episode {
  metric: string;
  value: string | null;
  incident: number;
  isMain: boolean;
  /** both inclusive, as 2020-09-24 */
  startedOn: string;
  endedOn: string;
  explanation: string;
  drivers: Answer | null;
}

/** Makes a shop, runs the report on it and reads what it says. */
export async function measureShop(shop: Shop): Promise<MeasuredShop> {
  const {users, seed, isPlanted: truths} = shop;
  const warehouse = await runPipeline(
    parseConfiguration({
      events: {source: "demo-store", users, seed, truths},
      // nothing here is about learned segments
      segmentation: {seeds: 1, clusters: 2}
    })
  );
  try {
    const {series} = await warehouse.row(
      "select count(*) as series from (select distinct metric, dimension, value from marts.metric_days where expected is not null)"
    );
    const findings = await warehouse.rows("select finding, holds, claim from marts.findings order by finding");
    return {
      ...shop,
      series: Number(series),
      episodes: await readEpisodes(warehouse),
      findings: findings.map(({finding, holds, claim}) => ({
        finding: String(finding),
        holds: holds === true,
        claim: String(claim)
      })),
      answers: answer(await explainChanges(warehouse.connection, questions))
    };
  } finally {
    warehouse.close();
  }
}

async function readEpisodes(warehouse: Warehouse): Promise<Episode[]> {
  const drivers =
    await warehouse.rows(`select change_id, filter_dimension || ' = ' || filter_value as about, dimension || ' = ' || value as name
    from marts.drivers where change_id like 'episode %' and position <= 3 order by change_id, position`);
  const episodes = await warehouse.rows(`select episode, metric, value, incident, is_main, explanation,
    cast(started_on as varchar) as started_on, cast(ended_on as varchar) as ended_on from marts.anomalies order by episode`);
  return episodes.map((row) => {
    // where an episode has several changes, the first by name is the one among all
    const first = drivers
      .map(({change_id}) => String(change_id))
      .filter((change) => change.startsWith(`episode ${row.episode} `))
      .sort()[0];
    const own = drivers.filter(({change_id}) => change_id === first);
    return {
      metric: String(row.metric),
      value: row.value === null ? null : String(row.value),
      incident: Number(row.incident),
      isMain: row.is_main === true,
      startedOn: String(row.started_on),
      endedOn: String(row.ended_on),
      explanation: String(row.explanation),
      drivers: own[0]
        ? {
            changeId: String(own[0].change_id),
            about: own[0].about === null ? null : String(own[0].about),
            ranked: own.map(({name}) => String(name))
          }
        : null
    };
  });
}

function answer(drivers: readonly ChangeDriver[]): Answer[] {
  return questions.map(({changeId}) => ({
    changeId,
    about: null,
    ranked: drivers
      .filter((driver) => driver.changeId === changeId)
      .slice(0, 3)
      .map(({dimension, value}) => `${dimension} = ${value}`)
  }));
}
