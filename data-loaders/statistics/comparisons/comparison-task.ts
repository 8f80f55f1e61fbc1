import {readRow} from "../../read-results.ts";
import {type PlainValue, type Task, writeTable} from "../../warehouse.ts";
import {type Comparison, compareValues} from "./compare-values.ts";
import {readValueRates} from "./read-value-rates.ts";

/** Makes `analysis.compared_values`: the rates of `analysis.value_steps`, each value of a dimension against all others. */
export const comparisonTask: Task = {
  table: "analysis.compared_values",
  reads: ["analysis.value_steps", "analysis.session_pairs", "settings.thresholds"],
  run: async (connection) => {
    const {minimum_trials} = await readRow(connection, "select minimum_trials from settings.thresholds");
    const rates = await readValueRates(connection);
    const comparisons = compareValues(rates, {minimumTrials: Number(minimum_trials), familyOf});
    await writeTable(
      connection,
      `analysis.compared_values(family varchar, metric varchar, dimension varchar, value varchar, trials bigint, successes bigint,
        rest_trials bigint, rest_successes bigint, design_effect double, rest_design_effect double, difference double, difference_low double, difference_high double,
        p_value double, corrected_p_value double, verdict varchar)`,
      comparisons.map(toRow)
    );
  }
};

// what one page shows together
function familyOf(dimension: string): string {
  if (dimension === "source" || dimension === "campaign") return "traffic";
  if (dimension === "segment") return "segments";
  if (dimension === "period") return "periods";
  return "funnel";
}

function toRow(comparison: Comparison): PlainValue[] {
  return [
    comparison.family,
    comparison.metric,
    comparison.dimension,
    comparison.value,
    comparison.trials,
    comparison.successes,
    comparison.rest.trials,
    comparison.rest.successes,
    comparison.designEffect,
    comparison.restDesignEffect,
    comparison.difference,
    comparison.differenceLow,
    comparison.differenceHigh,
    comparison.pValue,
    comparison.correctedPValue,
    comparison.verdict
  ];
}
