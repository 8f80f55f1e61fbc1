import type {DuckDBConnection} from "@duckdb/node-api";
import {groupBy} from "../../../src/shared/group-by.ts";
import {readRow, readRows} from "../../read-results.ts";
import {type PlainValue, type Task, writeTable} from "../../warehouse.ts";
import {benjaminiHochberg} from "../benjamini-hochberg.ts";
import {logRankTest} from "./log-rank-test.ts";
import {publishedCurves, type SurvivalGroup} from "./published-curves.ts";

interface Family {
  kind: string;
  dimension: string;
  groups: SurvivalGroup[];
}

/**
 * What makes `analysis.survival_curves` (one row per kind, dimension, value and day of a curve that is published) and
 * `analysis.survival_tests` (one row per kind and dimension with values to compare) from `analysis.survival_counts`.
 */
export function survivalTasks(): Task[] {
  return [
    {
      table: "analysis.survival_curves",
      others: ["analysis.survival_tests"],
      reads: ["analysis.survival_counts"],
      run: async (connection) => {
        const families = await readFamilies(connection);
        const {minimum_group_size, minimum_trials} = await readRow(connection, "from settings.thresholds");
        await writeCurves(connection, families, Number(minimum_group_size));
        await writeTests(connection, families, Number(minimum_trials));
      }
    }
  ];
}

async function readFamilies(connection: DuckDBConnection): Promise<Family[]> {
  const rows = await readRows(
    connection,
    `select kind, dimension, value, days_since, events, censored
    from analysis.survival_counts
    order by kind, dimension, value, days_since`
  );
  const families = groupBy(rows, ({kind, dimension}) => `${String(kind)} ${String(dimension)}`);
  return [...families.values()].map((family) => ({
    kind: String(family[0]?.kind),
    dimension: String(family[0]?.dimension),
    groups: [...groupBy(family, ({value}) => String(value))].map(([value, list]) => ({
      value,
      counts: list.map(({days_since, events, censored}) => ({
        time: Number(days_since),
        events: Number(events),
        censored: Number(censored)
      }))
    }))
  }));
}

async function writeCurves(connection: DuckDBConnection, families: Family[], minimum: number): Promise<void> {
  const rows: PlainValue[][] = [];
  for (const {kind, dimension, groups} of families) {
    const [everybody] = families.find((family) => family.kind === kind && family.dimension === "all")?.groups ?? [];
    if (!everybody) continue;
    const steps = publishedCurves(groups, {everybody, minimum});
    rows.push(
      ...steps.map(({value, time, atRisk, events, censored, share, low, high}) => [
        ...[kind, dimension, value, time, atRisk, events, censored, share, low, high]
      ])
    );
  }
  await writeTable(
    connection,
    `analysis.survival_curves(kind varchar, dimension varchar, value varchar, days_since integer, at_risk bigint, events bigint,
      censored bigint, share double, low double, high double)`,
    rows
  );
}

async function writeTests(connection: DuckDBConnection, families: Family[], minimum: number): Promise<void> {
  const tests = families.flatMap(({kind, dimension, groups}) => {
    const compared = groups.filter((group) => countPeople(group) >= minimum);
    const test = logRankTest(compared.map(({counts}) => counts));
    const users = compared.reduce((sum, group) => sum + countPeople(group), 0);
    return test ? [{kind, dimension, values: compared.length, users, ...test}] : [];
  });
  const corrected = benjaminiHochberg(tests.map(({pValue}) => pValue));
  await writeTable(
    connection,
    `analysis.survival_tests(kind varchar, dimension varchar, compared_values integer, users bigint, chi_square double,
      degrees_of_freedom integer, p_value double, corrected_p_value double)`,
    tests.map(({kind, dimension, values, users, chiSquare, degreesOfFreedom, pValue}, i) => [
      ...[kind, dimension, values, users, chiSquare, degreesOfFreedom, pValue, corrected[i] ?? null]
    ])
  );
}

function countPeople({counts}: SurvivalGroup): number {
  return counts.reduce((sum, {events, censored}) => sum + events + censored, 0);
}
