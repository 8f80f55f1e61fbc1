import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";

test("marts.product_alerts lists products that are viewed more than 200 times in 30 days and not bought in them", async () => {
  const events = [
    ...views("never bought", 201),
    ...views("bought before", 202),
    buy("bought before", "2024-02-29"),
    ...views("bought since", 203),
    buy("bought since", "2024-03-01"),
    ...views("seldom seen", 200),
    // 30 days with the last one, 30 March
    ...views("seen before", 300, "2024-02-29"),
    ...views("seen for long", 1, "2024-02-29"),
    ...views("seen for long", 200)
  ];
  const row = {brand: "Unknown", category_code: "Unknown"};
  expect(await rowsOf("marts.product_alerts", events)).toEqual([
    {product_id: "bought before", ...row, recent_views: 202, views: 202, purchases: 1},
    {product_id: "never bought", ...row, recent_views: 201, views: 201, purchases: 0}
  ]);
});

function buy(product_id: string, day: string): RawEvent {
  return event(`${day} 11:00:00`, "purchase", "ann", {product_id, price: "5"});
}

function views(product_id: string, count: number, day = "2024-03-30"): RawEvent[] {
  return Array.from({length: count}, (_, i) => event(`${day} 10:00:00`, "view", `user ${i}`, {product_id, price: "5"}));
}
