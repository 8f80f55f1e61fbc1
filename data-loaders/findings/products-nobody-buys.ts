import {counted, type NumberFormat} from "../../src/shared/number-format.ts";
import {normalQuantile} from "../statistics/normal-distribution.ts";
import type {Row} from "../warehouse.ts";
import type {Finding, Statement} from "./finding.ts";
import {readFindingQuery} from "./read-finding-query.ts";
import {makeStatement} from "./statements/make-statement.ts";

/** Products that many people look at and nobody buys, where chance does not explain it. */
export const productsNobodyBuys: Finding = {
  name: "products-nobody-buys",
  query: readFindingQuery("products-nobody-buys"),
  evidence: {
    query:
      "select product_id, brand, category_code, views, recent_views, is_alert, price, expected_purchases, corrected_p_value from low_conversion_products where corrected_p_value < 0.05 order by views desc, product_id limit 20",
    chart: {mark: "bar", x: "views", y: "product_id", series: "brand"}
  },
  state: (row, format) => {
    const [views, purchases] = [Number(row?.all_views ?? 0), Number(row?.purchases ?? 0)];
    if (!row || !views || !purchases) {
      return makeStatement("not_in_data", {
        claim: `Whether products are looked at and not bought cannot be told: the data has no ${views ? "purchases" : "page views"}.`
      });
    }
    if (Number(row.surprising)) return stateProducts(row, format);
    const unbought = Number(row.unbought);
    const least = counted(Number(row.minimum_product_views), "view", "views", format);
    return makeStatement("does_not_hold", {
      claim: "No product is looked at so much, and never bought, that it could not be chance.",
      evidence: `${
        unbought
          ? `${counted(unbought, "product has", "products have", format)} at least ${least} and no purchase; as many views without a purchase happen by chance.`
          : `No product with at least ${least} is without a purchase.`
      }${noteAlerts(row, format)}`
    });
  }
};

function stateProducts(row: Row, format: NumberFormat): Statement {
  const value = row.expected_revenue == null ? null : Number(row.expected_revenue);
  const spread = normalQuantile(0.975) * Math.sqrt(Number(row.revenue_variance));
  return makeStatement("holds", {
    claim: `${counted(Number(row.surprising), "product was", "products were", format)} viewed ${format.count(Number(row.views))} times and never bought.`,
    evidence: `At the rate of other products of their categories they would have had about ${format.decimal(Number(row.expected_purchases))} purchases.${noteAlerts(row, format)}`,
    action: "Look at their pages: stock, price, delivery, and whether the button works.",
    worth:
      value === null
        ? "What they would have brought in cannot be told: the events name no prices."
        : `If they sold as others do, at their own prices, it would bring about ${format.roughMoney(value)}.`,
    valueAtStake: value,
    valueInterval: value === null ? null : [Math.max(0, value - spread), value + spread],
    recommendation: {
      title: "Sell what people look at, or stop showing it",
      steps: [
        "Open each product’s page on a phone and on a computer and try to buy it.",
        "Check stock, price against other shops, delivery time and pictures.",
        "Take what cannot be sold out of lists and ads, and lead to the nearest product that can.",
        "Have somebody told of every product on the list of alerts (table product_alerts)."
      ],
      effort: "hours",
      measure: "Purchases of these products; the number of products on the list of alerts."
    }
  });
}

// whether it is chance or not: somebody should look
function noteAlerts({alerts}: Row, format: NumberFormat): string {
  return Number(alerts)
    ? ` ${counted(Number(alerts), "product has", "products have", format)} been viewed more than 200 times in the last 30 days and not bought once.`
    : "";
}
