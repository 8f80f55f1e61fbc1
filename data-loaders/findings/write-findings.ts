import {numberFormat} from "../../src/shared/number-format.ts";
import type {ReportConfiguration} from "../configuration.ts";
import type {Warehouse} from "../warehouse.ts";
import {writeEvidence} from "./evidence/write-evidence.ts";
import type {Finding, Statement} from "./finding.ts";
import {findings} from "./findings.ts";

type Stated = {finding: Finding} & Statement;

/**
 * Checks every finding against the marts and writes `marts.findings`, those that hold before the others, of these what goes on before what is
 * over, and the one worth most first, `marts.recommendations`, what to do about those that hold, in the same order, and
 * `marts.finding_evidence`, the rows behind each.
 */
export async function writeFindings(warehouse: Warehouse, {locale, currency}: ReportConfiguration): Promise<void> {
  const format = numberFormat(locale, currency);
  const stated: Stated[] = [];
  for (const finding of findings) {
    const [row] = await warehouse.rows(finding.query);
    stated.push({finding, ...finding.state(row, format)});
  }
  stated.sort(
    (a, b) =>
      Number(b.verdict === "holds") - Number(a.verdict === "holds") ||
      worthRank(a) - worthRank(b) ||
      (b.valueAtStake ?? 0) - (a.valueAtStake ?? 0) ||
      (a.finding.name < b.finding.name ? -1 : 1)
  );
  await writeStatements(warehouse, stated);
  await writeRecommendations(warehouse, stated);
  await writeEvidence(
    warehouse,
    stated.map(({finding}) => finding)
  );
}

// what can be won before what is lost, and what has no worth last
function worthRank({valueAtStake, isOver}: Stated): number {
  return valueAtStake === null ? 2 : Number(isOver);
}

async function writeStatements(warehouse: Warehouse, stated: readonly Stated[]): Promise<void> {
  await warehouse.insert(
    `marts.findings(finding varchar, position integer, holds boolean, verdict varchar, is_over boolean, claim varchar, worth varchar,
      evidence varchar, action varchar, low double, high double, value_at_stake double, value_low double, value_high double,
      value_kind varchar, dimension varchar, value varchar, started_on date, ended_on date, evidence_query varchar, chart varchar,
      chart_x varchar, chart_y varchar, chart_series varchar)`,
    stated.map(({finding, ...statement}, i) => {
      const {verdict, isOver, claim, worth, evidence, action, valueAtStake, about} = statement;
      const [low, high] = statement.interval ?? [null, null];
      const [valueLow, valueHigh] = statement.valueInterval ?? [null, null];
      const [startedOn, endedOn] = statement.days ?? [null, null];
      const {mark, x, y, series} = finding.evidence.chart;
      return [
        ...[finding.name, i + 1, verdict === "holds", verdict, isOver, claim, worth, evidence, action, low, high],
        ...[valueAtStake, valueLow, valueHigh, valueAtStake === null ? null : statement.valueKind],
        ...[about?.dimension ?? null, about?.value ?? null, startedOn, endedOn],
        ...[finding.evidence.query, mark, x, y, series ?? null]
      ];
    })
  );
}

async function writeRecommendations(warehouse: Warehouse, stated: readonly Stated[]): Promise<void> {
  const recommended = stated.flatMap(({finding, recommendation, ...statement}) =>
    recommendation ? [{finding, recommendation, ...statement}] : []
  );
  await warehouse.insert(
    `marts.recommendations(recommendation varchar, position integer, finding varchar, steps varchar, effort varchar, measure varchar,
      expected_revenue double, expected_saving double, expected_low double, expected_high double, assumption varchar)`,
    recommended.map(({finding, recommendation, isOver, valueAtStake, valueInterval, valueKind, worth}, i) => {
      const {title, steps, effort, measure} = recommendation;
      // what is over cannot be won back
      const expected = isOver ? null : valueAtStake;
      const [low, high] = (isOver ? null : valueInterval) ?? [null, null];
      const [revenue, saving] = valueKind === "revenue" ? [expected, null] : [null, expected];
      return [title, i + 1, finding.name, steps.join("\n"), effort, measure, revenue, saving, low, high, worth];
    })
  );
}
