import type {DuckDBConnection} from "@duckdb/node-api";
import {groupBy} from "../../../src/shared/group-by.ts";
import {readModelText} from "../../models.ts";
import {readRow, readRows, type Row} from "../../read-results.ts";
import {type PlainValue, type Task, writeTable} from "../../warehouse.ts";
import {type ChangedValue, type Driver, explainChange} from "./explain-change.ts";

/** A change to explain, see the table `analysis.changes`; days as 2021-01-31, both ends inclusive. */
export interface Change {
  changeId: string;
  metric: string;
  /** of the sessions of one value of a dimension; of all unless told */
  dimension?: string;
  value?: string;
  before: readonly [from: string, to: string];
  after: readonly [from: string, to: string];
}

/** A driver of one of several changes. */
export interface ChangeDriver extends Driver {
  changeId: string;
  metric: string;
}

/** Makes `analysis.change_drivers`: the drivers of each change of `analysis.changes`. */
export const driverTask: Task = {
  table: "analysis.change_drivers",
  reads: ["analysis.changes", "analysis.change_values", "analysis.metrics", "settings.thresholds"],
  run: async (connection) => writeDrivers(connection, await readDrivers(connection, "analysis"))
};

/** What is made of changes by models, each after those that it reads. */
const models = ["spans", "span_reach", "doubtful_values", "rare_values", "change_values"] as const;

/**
 * The drivers of any changes, once the tables of `analysis` are there: by the same models as those of the report, made for
 * these changes alone in a schema of their own, which is dropped. In the order of the changes' ids, then of drivers; no changes give none.
 */
export async function explainChanges(
  connection: DuckDBConnection,
  changes: readonly Change[]
): Promise<ChangeDriver[]> {
  await connection.run("create schema asked");
  try {
    await writeTable(
      connection,
      `asked.changes(change_id varchar, metric varchar, dimension varchar, value varchar, before_from date, before_to date,
        after_from date, after_to date)`,
      changes.map(({changeId, metric, dimension = null, value = null, before, after}) => [
        changeId,
        metric,
        dimension,
        value,
        ...before,
        ...after
      ])
    );
    for (const model of models) {
      const sql = readModelText("analysis", model).replace(
        /\banalysis\.(changes|spans|span_reach|doubtful_values|rare_values|change_values)\b/g,
        "asked.$1"
      );
      await connection.run(`create table asked.${model} as\n${sql}`);
    }
    return await readDrivers(connection, "asked");
  } finally {
    await connection.run("drop schema asked cascade");
  }
}

async function readDrivers(connection: DuckDBConnection, schema: "analysis" | "asked"): Promise<ChangeDriver[]> {
  const {minimum_trials} = await readRow(connection, "select minimum_trials from settings.thresholds");
  const rows = await readRows(
    connection,
    `select
        change_values.*,
        changes.metric,
        metrics.kind,
        date_diff('day', changes.before_from, changes.before_to) + 1 as days_before,
        date_diff('day', changes.after_from, changes.after_to) + 1 as days_after
    from ${schema}.change_values as change_values
    inner join ${schema}.changes as changes on changes.change_id = change_values.change_id
    inner join analysis.metrics as metrics on metrics.metric = changes.metric
    order by change_values.change_id, change_values.dimension, change_values.value`
  );
  return [...groupBy(rows, ({change_id}) => String(change_id))].flatMap(([changeId, values]) => {
    const {metric, kind, days_before, days_after} = values[0] as Row;
    return explainChange(values.map(toChangedValue), {
      isRate: kind !== "amount",
      lengthRatio: Number(days_after) / Number(days_before),
      minimumTrials: Number(minimum_trials)
    }).map((driver) => ({...driver, changeId, metric: String(metric)}));
  });
}

function toChangedValue(row: Row): ChangedValue {
  return {
    dimension: String(row.dimension),
    value: String(row.value),
    trialsBefore: Number(row.trials_before),
    amountBefore: Number(row.amount_before),
    thingsBefore: Number(row.things_before),
    squaresBefore: Number(row.squares_before),
    trialsAfter: Number(row.trials_after),
    amountAfter: Number(row.amount_after),
    thingsAfter: Number(row.things_after),
    squaresAfter: Number(row.squares_after)
  };
}

async function writeDrivers(connection: DuckDBConnection, drivers: readonly ChangeDriver[]): Promise<void> {
  await writeTable(
    connection,
    `analysis.change_drivers(change_id varchar, dimension varchar, value varchar, trials_before bigint, trials_after bigint,
      amount_before double, amount_after double, share_before double, share_after double, rate_before double, rate_after double,
      rate_change_low double, rate_change_high double, mix_effect double, rate_effect double, effect double,
      share_of_change double, score double, p_value double, corrected_p_value double, position integer, is_main boolean)`,
    drivers.map((driver): PlainValue[] => [
      driver.changeId,
      driver.dimension,
      driver.value,
      driver.trialsBefore,
      driver.trialsAfter,
      driver.amountBefore,
      driver.amountAfter,
      driver.shareBefore,
      driver.shareAfter,
      driver.rateBefore,
      driver.rateAfter,
      driver.rateChangeLow,
      driver.rateChangeHigh,
      driver.mixEffect,
      driver.rateEffect,
      driver.effect,
      driver.shareOfChange,
      driver.score,
      driver.pValue,
      driver.correctedPValue,
      driver.position,
      driver.isMain
    ])
  );
}
