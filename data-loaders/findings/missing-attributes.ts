import {counted, type NumberFormat} from "../../src/shared/number-format.ts";
import type {Row} from "../warehouse.ts";
import type {Finding, Statement} from "./finding.ts";
import {readFindingQuery} from "./read-finding-query.ts";
import {makeStatement} from "./statements/make-statement.ts";

const names: Record<string, string> = {brand: "brand", category_code: "category"};

/** Revenue whose products name no brand or category, and how much of that other events can name. */
export const missingAttributes: Finding = {
  name: "missing-attributes",
  query: readFindingQuery("missing-attributes"),
  evidence: {
    query:
      "select attribute, share, purchases, revenue, revenue_share, recoverable_revenue, confidence from missing_attributes order by position",
    chart: {mark: "bar", x: "revenue_share", y: "attribute"}
  },
  state: (row, format) => {
    if (!row) {
      return makeStatement("not_in_data", {
        claim: "Which brands and categories sell cannot be told: the events have no column for either."
      });
    }
    const name = nameOf(row);
    const evidence = `${format.percent(Number(row.share))} of the events about a product name no ${name}.`;
    const purchases = Number(row.purchases);
    if (!purchases) {
      const claim = "Which brands and categories sell cannot be told: the data has no purchases.";
      return makeStatement("not_in_data", {claim, evidence});
    }
    if (purchases < Number(row.minimum_trials)) {
      return makeStatement("too_few_to_tell", {
        claim: `Too few purchases to tell how much of them is of products without a ${name}: only ${format.count(purchases)}.`,
        evidence
      });
    }
    const share = Number(row.missing_share);
    return share < 0.01
      ? makeStatement("does_not_hold", {
          claim: `Nearly all that is sold has a brand and a category; ${format.percent(share)} of the ${what(row)} lacks a ${name}.`,
          evidence
        })
      : stateMissing(row, {evidence, format});
  }
};

function nameOf({attribute}: Row): string {
  return names[String(attribute)] ?? String(attribute);
}

function what({has_revenue}: Row): string {
  return has_revenue ? "revenue" : "purchases";
}

function stateMissing(row: Row, {evidence, format}: {evidence: string; format: NumberFormat}): Statement {
  const name = nameOf(row);
  const money = row.has_revenue ? `, ${format.roughMoney(Number(row.revenue))},` : "";
  const isRecoverable = Number(row.recoverable_purchases) > 0;
  return makeStatement("holds", {
    claim: `${format.percent(Number(row.missing_share))} of the ${what(row)}${money} ${row.has_revenue ? "is" : "are"} of products that name no ${name}.`,
    evidence: `${evidence} ${explainRecovery(row, format)}`,
    action: `Make the ${name} a field that the catalogue cannot be saved without.`,
    worth: `It is no lost revenue, but it is missing from every number by ${name}.`,
    recommendation: {
      title: `Make ${name} mandatory in the catalogue`,
      steps: [
        `Refuse products without a ${name} when the catalogue is saved or imported.`,
        isRecoverable
          ? "Fill in what other events know, from the table category_lookup, after looking at the largest."
          : "Ask whoever keeps the catalogue for what is missing, the largest revenue first.",
        "Look at the share without one on the page about data quality every week."
      ],
      effort: "days",
      measure: `The share of ${what(row)} without a ${name}.`
    }
  });
}

// so sure that a share of the cases would say too much
const nearlyAlways = 0.995;

function explainRecovery(row: Row, format: NumberFormat): string {
  const purchases = Number(row.recoverable_purchases);
  if (!purchases) return "No other event names them.";
  const named = row.has_revenue
    ? `${format.roughMoney(Number(row.recoverable_revenue))} of it`
    : counted(purchases, "of the purchases", "of the purchases", format);
  const confidence = row.confidence == null ? null : Number(row.confidence);
  const sure =
    confidence === null
      ? ""
      : `, which is right ${confidence > nearlyAlways ? "nearly always" : `in ${format.percent(confidence)} of the cases`} where the answer is known`;
  return `Other events of the same products or categories would name ${named}${sure}.`;
}
