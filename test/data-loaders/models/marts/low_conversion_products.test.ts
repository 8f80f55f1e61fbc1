import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";

const thresholds = {minimumProductViews: 2};

test("marts.low_conversion_products lists products with enough views and no purchase, most viewed first", async () => {
  const events = [
    ...views("seldom seen", 1),
    ...views("b", 2),
    ...views("a", 2),
    ...views("most seen", 3),
    event("2024-01-01 11:00:00", "cart", "ann", {product_id: "most seen", price: "5"}),
    ...views("bought", 2),
    event("2024-01-01 11:00:00", "purchase", "ann", {product_id: "bought", price: "5"})
  ];
  // one of ten views of the category led to a purchase, and four products are compared
  const unknown = {brand: "Unknown", category_code: "Unknown", purchases: 0, purchase_rate: 0, is_alert: false};
  const expected = (views: number) => ({
    recent_views: views,
    expected_purchases: expect.closeTo(views / 10, 12) as number,
    price: 5,
    expected_revenue: expect.closeTo(views / 2, 12) as number,
    corrected_p_value: 1
  });
  expect(await rowsOf("marts.low_conversion_products", events, {thresholds})).toEqual([
    {product_id: "most seen", ...unknown, views: 3, carts: 1, view_purchase_gap: 3, ...expected(3)},
    {product_id: "a", ...unknown, views: 2, carts: 0, view_purchase_gap: 2, ...expected(2)},
    {product_id: "b", ...unknown, views: 2, carts: 0, view_purchase_gap: 2, ...expected(2)}
  ]);
});

test("marts.low_conversion_products wants 30 views unless told", async () => {
  expect(
    await rowsOf("select product_id from marts.low_conversion_products", [...views("29", 29), ...views("30", 30)])
  ).toEqual([{product_id: "30"}]);
});

function views(product_id: string, count: number, day = "2024-01-01"): RawEvent[] {
  return Array.from({length: count}, (_, i) => event(`${day} 10:00:00`, "view", `user ${i}`, {product_id, price: "5"}));
}
