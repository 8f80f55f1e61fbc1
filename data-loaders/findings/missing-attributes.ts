import type {Finding} from "./finding.ts";
import {makeStatement, readFindingQuery} from "./statement.ts";

const names: Record<string, string> = {brand: "brand", category_code: "category"};

/** Revenue whose products name no brand or category, and how much of that other events can name. */
export const missingAttributes: Finding = {
  name: "missing-attributes",
  query: readFindingQuery("missing-attributes"),
  evidence: {
    query:
      "select attribute, share, revenue, revenue_share, recoverable_revenue, confidence from missing_attributes order by position",
    chart: {mark: "bar", x: "revenue_share", y: "attribute"}
  },
  state: (row, format) => {
    if (!row || Number(row.purchases) === 0 || row.revenue_share == null) {
      return makeStatement("not_in_data", {
        claim: "The events have no column for a brand or a category, or no revenue, so none can lack a name."
      });
    }
    const name = names[String(row.attribute)] ?? String(row.attribute);
    const share = Number(row.revenue_share);
    if (share < 0.01) {
      return makeStatement("does_not_hold", {
        claim: `Nearly all revenue is of products with a brand and a category; ${format.percent(share)} lacks a ${name}.`
      });
    }
    const recoverable = Number(row.recoverable_revenue);
    const sure =
      row.confidence == null
        ? ""
        : `, which is right in ${format.percent(Number(row.confidence))} of the cases where the answer is known`;
    return makeStatement("holds", {
      claim: `${format.percent(share)} of the revenue, ${format.roughMoney(Number(row.revenue))}, is of products that name no ${name}.`,
      evidence: `${format.percent(Number(row.share))} of the events about a product name none. ${
        recoverable > 0
          ? `Other events of the same products or categories would name ${format.roughMoney(recoverable)} of it${sure}.`
          : "No other event names them."
      }`,
      action: `Make the ${name} a field that the catalogue cannot be saved without.`,
      worth: "It is no lost revenue, but nobody can say which brands and categories earn it.",
      recommendation: {
        title: `Make ${name} mandatory in the catalogue`,
        steps: [
          `Refuse products without a ${name} when the catalogue is saved or imported.`,
          recoverable > 0
            ? "Fill in what other events know, from the table category_lookup, after looking at the largest."
            : "Ask whoever keeps the catalogue for what is missing, the largest revenue first.",
          "Look at the share without one on the page about data quality every week."
        ],
        effort: "days",
        measure: `The share of revenue without a ${name}.`
      }
    });
  }
};
