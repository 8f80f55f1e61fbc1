import {counted, type NumberFormat} from "../../src/shared/number-format.ts";
import type {Finding} from "./finding.ts";
import {makeStatement, readFindingQuery} from "./statement.ts";

/** Products that many people look at and nobody buys, where chance does not explain it. */
export const productsNobodyBuys: Finding = {
  name: "products-nobody-buys",
  query: readFindingQuery("products-nobody-buys"),
  evidence: {
    query:
      "select product_id, brand, category_code, views, recent_views, is_alert, expected_purchases, corrected_p_value from low_conversion_products where corrected_p_value < 0.05 order by views desc, product_id limit 20",
    chart: {mark: "bar", x: "views", y: "product_id"}
  },
  state: (row, format) => {
    if (!row || Number(row.purchases ?? 0) === 0) {
      return makeStatement("not_in_data", {
        claim: "Nothing was bought, so no product stands out for not being bought."
      });
    }
    const surprising = Number(row.surprising);
    const alerts = noteAlerts(Number(row.alerts), format);
    if (!surprising) {
      return makeStatement("does_not_hold", {
        claim: "No product is looked at so much, and never bought, that it could not be chance.",
        evidence: `${counted(Number(row.unbought), "product has", "products have", format)} at least ${format.count(Number(row.minimum_product_views))} views and no purchase; as many views without a purchase happen by chance.${alerts}`
      });
    }
    const expected = Number(row.expected_purchases);
    const value = row.price == null ? null : expected * Number(row.price);
    // a number of purchases, by Poisson, is within about two square roots of what is to be expected
    const spread = 1.959963984540054 * Math.sqrt(expected);
    return makeStatement("holds", {
      claim: `${counted(surprising, "product was", "products were", format)} viewed ${format.count(Number(row.views))} times and never bought.`,
      evidence: `At the rate of other products of their categories they would have had about ${format.decimal(expected)} purchases.${alerts}`,
      action: "Look at their pages: stock, price, delivery, and whether the button works.",
      worth: value === null ? "" : `If they sold as others do, it would bring about ${format.roughMoney(value)}.`,
      valueAtStake: value,
      valueInterval:
        row.price == null
          ? null
          : [Math.max(0, expected - spread) * Number(row.price), (expected + spread) * Number(row.price)],
      recommendation: {
        title: "Sell what people look at, or stop showing it",
        steps: [
          "Open each product’s page on a phone and on a computer and try to buy it.",
          "Check stock, price against other shops, delivery time and pictures.",
          "Take what cannot be sold out of lists and ads, and lead to the nearest product that can.",
          "Have somebody told of every product with more than 200 views in 30 days and no purchase."
        ],
        effort: "hours",
        measure: "Purchases of these products; the number of products on the list of alerts."
      }
    });
  }
};

// whether it is chance or not: somebody should look
function noteAlerts(alerts: number, format: NumberFormat): string {
  return alerts
    ? ` ${counted(alerts, "product has", "products have", format)} been viewed more than 200 times in the last 30 days and not bought once.`
    : "";
}
