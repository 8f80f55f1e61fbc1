import {numberFormat} from "../../src/shared/number-format.ts";
import type {ReportConfiguration} from "../configuration.ts";
import type {Warehouse} from "../warehouse.ts";
import {botTraffic} from "./bot-traffic.ts";
import {cartAbandonment} from "./cart-abandonment.ts";
import {checkoutProblems} from "./checkout-problems.ts";
import {daysWithoutEvents} from "./days-without-events.ts";
import type {Finding, Statement} from "./finding.ts";
import {largestDropOff} from "./largest-drop-off.ts";
import {lastClickCredit} from "./last-click-credit.ts";
import {lostPageViews} from "./lost-page-views.ts";
import {loyalNewcomers} from "./loyal-newcomers.ts";
import {missingAttributes} from "./missing-attributes.ts";
import {newAndReturning} from "./new-and-returning.ts";
import {productsNobodyBuys} from "./products-nobody-buys.ts";
import {promotionWithoutOrders} from "./promotion-without-orders.ts";
import {recoverableLosses} from "./recoverable-losses.ts";
import {rejectedEvents} from "./rejected-events.ts";
import {repeatedEvents} from "./repeated-events.ts";
import {revenueConcentration} from "./revenue-concentration.ts";
import {suddenlyNameless} from "./suddenly-nameless.ts";
import {wastedCampaigns} from "./wasted-campaigns.ts";

/** All findings of the report. */
export const findings: readonly Finding[] = [
  botTraffic,
  cartAbandonment,
  checkoutProblems,
  daysWithoutEvents,
  largestDropOff,
  lastClickCredit,
  lostPageViews,
  loyalNewcomers,
  missingAttributes,
  newAndReturning,
  productsNobodyBuys,
  promotionWithoutOrders,
  recoverableLosses,
  rejectedEvents,
  repeatedEvents,
  revenueConcentration,
  suddenlyNameless,
  wastedCampaigns
];

type Stated = {finding: Finding} & Statement;

/**
 * Checks every finding against the marts and writes `marts.findings`, those that hold before the others and the one worth most first, and
 * `marts.recommendations`, what to do about those that hold, in the same order.
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
      (b.valueAtStake ?? 0) - (a.valueAtStake ?? 0) ||
      (a.finding.name < b.finding.name ? -1 : 1)
  );
  await writeStatements(warehouse, stated);
  await writeRecommendations(warehouse, stated);
}

async function writeStatements(warehouse: Warehouse, stated: readonly Stated[]): Promise<void> {
  await warehouse.insert(
    `marts.findings(finding varchar, position integer, holds boolean, verdict varchar, claim varchar, worth varchar, evidence varchar,
      action varchar, low double, high double, value_at_stake double, value_low double, value_high double, evidence_query varchar,
      chart varchar, chart_x varchar, chart_y varchar)`,
    stated.map(({finding, verdict, claim, worth, evidence, action, interval, valueAtStake, valueInterval}, i) => {
      const [low, high] = interval ?? [null, null];
      const [valueLow, valueHigh] = valueInterval ?? [null, null];
      const {mark, x, y} = finding.evidence.chart;
      return [
        ...[finding.name, i + 1, verdict === "holds", verdict, claim, worth, evidence, action, low, high],
        ...[valueAtStake, valueLow, valueHigh, finding.evidence.query, mark, x, y]
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
      expected_revenue double, expected_low double, expected_high double, assumption varchar)`,
    recommended.map(({finding, recommendation, valueAtStake, valueInterval, worth}, i) => {
      const {title, steps, effort, measure} = recommendation;
      const [low, high] = valueInterval ?? [null, null];
      return [title, i + 1, finding.name, steps.join("\n"), effort, measure, valueAtStake, low, high, worth];
    })
  );
}
