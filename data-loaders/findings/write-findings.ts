import {numberFormat} from "../../src/shared/number-format.ts";
import type {ReportConfiguration} from "../configuration.ts";
import type {Warehouse} from "../warehouse.ts";
import type {Finding} from "./finding.ts";
import {largestDropOff} from "./largest-drop-off.ts";

const findings: Finding[] = [largestDropOff];

/** Checks every finding against the marts and writes `marts.findings`, the one worth most first. */
export async function writeFindings(warehouse: Warehouse, {locale, currency}: ReportConfiguration): Promise<void> {
  const format = numberFormat(locale, currency);
  const stated = await Promise.all(
    findings.map(async ({name, query, state}) => ({name, ...state((await warehouse.rows(query))[0], format)}))
  );
  stated.sort((a, b) => (b.valueAtStake ?? 0) - (a.valueAtStake ?? 0) || (a.name < b.name ? -1 : 1));
  await warehouse.insert(
    `marts.findings(finding varchar, position integer, holds boolean, claim varchar, worth varchar, evidence varchar, action varchar,
      low double, high double, value_at_stake double)`,
    stated.map(({name, holds, claim, worth, evidence, action, interval, valueAtStake}, i) => {
      const [low, high] = interval ?? [null, null];
      return [name, i + 1, holds, claim, worth, evidence, action, low, high, valueAtStake];
    })
  );
}
