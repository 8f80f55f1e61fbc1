import type {DuckDBConnection} from "@duckdb/node-api";
import {readRows, type Row} from "../../read-results.ts";
import type {ClusterPairs} from "../design-effect.ts";
import type {ComparedRate} from "./compare-values.ts";

/** A rate of sessions of one value, with the pairs of sessions of one person among its trials. */
export interface SessionRate extends ComparedRate {
  /** of a step of the funnel, or of sessions with a purchase among all */
  kind: "step" | "conversion";
}

/** The rates of `analysis.value_steps`, in the order of metric, dimension and value, with their pairs of `analysis.session_pairs`. */
export async function readValueRates(connection: DuckDBConnection): Promise<SessionRate[]> {
  const rows = await readRows(
    connection,
    `select * from analysis.value_steps inner join analysis.session_pairs using (metric, dimension, value)
    order by metric, dimension, value`
  );
  return rows.map((row) => ({
    kind: row.kind === "step" ? "step" : "conversion",
    metric: String(row.metric),
    dimension: String(row.dimension),
    value: String(row.value),
    trials: Number(row.trials),
    successes: Number(row.successes),
    pairs: toPairs(row, ""),
    restPairs: toPairs(row, "rest_")
  }));
}

function toPairs(row: Row, prefix: "" | "rest_"): ClusterPairs {
  return {
    trials: Number(row[`${prefix}trial_pairs`]),
    mixed: Number(row[`${prefix}mixed_pairs`]),
    successes: Number(row[`${prefix}success_pairs`])
  };
}
