import type {DuckDBConnection} from "@duckdb/node-api";
import {readRows} from "../../read-results.ts";
import {type Task, writeTable} from "../../warehouse.ts";
import {markovRemovalEffects} from "./markov-removal-effects.ts";
import {shapleyValues} from "./shapley-values.ts";

/**
 * What makes the tables of the schema `analysis` that attribution computes in JavaScript: `removal_effects` (one row per state of the Markov
 * chain) and `shapley_values` (one row per channel number: orders and revenue). Paths without purchases give empty tables.
 */
export function attributionTasks(): Task[] {
  return [
    {table: "analysis.removal_effects", reads: ["analysis.transitions"], run: writeRemovalEffects},
    {table: "analysis.shapley_values", reads: ["analysis.channel_sets"], run: writeShapleyValues}
  ];
}

async function writeRemovalEffects(connection: DuckDBConnection): Promise<void> {
  const rows = await readRows(
    connection,
    "select from_state, to_state, is_order, paths from analysis.transitions order by from_state, to_state, is_order"
  );
  const effects = markovRemovalEffects(
    rows.map(({from_state, to_state, is_order, paths}) => ({
      from: from_state === null ? null : Number(from_state),
      to: to_state === null ? null : Number(to_state),
      isOrder: Boolean(is_order),
      paths: Number(paths)
    }))
  );
  await writeTable(
    connection,
    "analysis.removal_effects(state bigint, effect double)",
    effects.map(({channel, effect}) => [channel, effect])
  );
}

async function writeShapleyValues(connection: DuckDBConnection): Promise<void> {
  const rows = await readRows(
    connection,
    "select channel_numbers, orders, revenue from analysis.channel_sets order by channel_numbers"
  );
  const valuesOf = (measure: "orders" | "revenue") =>
    shapleyValues(
      rows.map(({channel_numbers, ...row}) => ({
        players: String(channel_numbers).split(" ").map(Number),
        worth: Number(row[measure])
      }))
    );
  const revenue = valuesOf("revenue");
  await writeTable(
    connection,
    "analysis.shapley_values(number bigint, orders double, revenue double)",
    valuesOf("orders").map(({player, value}, i) => [player, value, revenue[i]?.value ?? 0])
  );
}
