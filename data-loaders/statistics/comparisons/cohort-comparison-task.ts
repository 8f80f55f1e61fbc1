import {readRow, readRows} from "../../read-results.ts";
import {type PlainValue, type Task, writeTable} from "../../warehouse.ts";
import {type Comparison, compareValues, type ValueRate} from "./compare-values.ts";

interface CohortRate extends ValueRate {
  /** what it is told apart by, as columns of the table: kinds of cohort and period, what it is compared with, dimension, value, cohort, period, metric */
  keys: PlainValue[];
}

/**
 * Makes `analysis.compared_cohorts`: of the rates of `analysis.cohort_rates`, those of all users of a cohort against all other cohorts as many periods
 * after they began, and those of a source, device or segment against the others of the same cohort.
 */
export const cohortComparisonTask: Task = {
  table: "analysis.compared_cohorts",
  reads: ["analysis.cohort_rates", "settings.thresholds"],
  run: async (connection) => {
    const {minimum_trials} = await readRow(connection, "select minimum_trials from settings.thresholds");
    const rows = await readRows(
      connection,
      "select * from analysis.cohort_rates order by cohort_kind, period_kind, dimension, value, cohort, period, metric"
    );
    const rates = rows.map(
      ({cohort_kind, period_kind, dimension, value, cohort, period, metric, trials, successes}): CohortRate => {
        const isOfAll = dimension === "all";
        const compared = isOfAll ? "other_cohorts" : "other_values";
        return {
          keys: [cohort_kind, period_kind, compared, dimension, value, cohort, period, metric].map(
            (key) => key as PlainValue
          ),
          metric: JSON.stringify([metric, period, isOfAll ? null : cohort]),
          // what one page shows together
          dimension: JSON.stringify([cohort_kind, period_kind, dimension]),
          value: String(isOfAll ? cohort : value),
          trials: Number(trials),
          successes: Number(successes)
        };
      }
    );
    const comparisons = compareValues(rates, {
      minimumTrials: Number(minimum_trials),
      familyOf: (dimension) => dimension
    });
    await writeTable(
      connection,
      `analysis.compared_cohorts(cohort_kind varchar, period_kind varchar, compared_with varchar, dimension varchar, value varchar, cohort date,
        period integer, metric varchar, trials bigint, successes bigint, rest_trials bigint, rest_successes bigint, difference double,
        difference_low double, difference_high double, p_value double, corrected_p_value double, verdict varchar)`,
      comparisons.map(toRow)
    );
  }
};

function toRow({keys, ...comparison}: Comparison<CohortRate>): PlainValue[] {
  const {trials, successes, rest, difference, differenceLow, differenceHigh} = comparison;
  return [
    ...keys,
    ...[trials, successes, rest.trials, rest.successes, difference, differenceLow, differenceHigh],
    ...[comparison.pValue, comparison.correctedPValue, comparison.verdict]
  ];
}
