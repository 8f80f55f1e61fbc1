import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "10", category_id: "c1"};

test("marts.missing_attributes says what events about a product lack, and what the lookup recovers", async () => {
  expect(
    await rowsOf("marts.missing_attributes", [
      event("2024-01-01 10:00:00", "home", "ann"),
      event("2024-01-01 10:01:00", "view", "ann", {...lamp, brand: "Alder", category_code: "light"}),
      event("2024-01-01 10:02:00", "view", "bob", {...lamp, brand: "Alder", category_code: "lamp"}),
      event("2024-01-01 10:03:00", "view", "cyd", {...lamp, brand: "Alder", category_code: "light"}),
      event("2024-01-01 10:04:00", "purchase", "ann", {...lamp, brand: "Alder", category_code: ""}),
      event("2024-01-01 10:05:00", "purchase", "bob", {product_id: "sofa", price: "30", brand: "", category_code: ""})
    ])
  ).toEqual([
    {
      attribute: "brand",
      position: 1,
      events: 1,
      share: 1 / 5,
      purchases: 1,
      revenue: 30,
      revenue_share: 3 / 4,
      recoverable_events: 0,
      recoverable_purchases: 0,
      recoverable_revenue: 0,
      confidence: null
    },
    {
      attribute: "category_code",
      position: 2,
      events: 2,
      share: 2 / 5,
      purchases: 2,
      revenue: 40,
      revenue_share: 1,
      recoverable_events: 1,
      recoverable_purchases: 1,
      recoverable_revenue: 10,
      confidence: 2 / 3
    }
  ]);
});

test("marts.missing_attributes gives a share of 0 where no event carries a product", async () => {
  expect(
    await rowsOf("select attribute, events, share, revenue_share from marts.missing_attributes", [
      event("2024-01-01 10:00:00", "home", "ann")
    ])
  ).toEqual([
    {attribute: "brand", events: 0, share: 0, revenue_share: null},
    {attribute: "category_code", events: 0, share: 0, revenue_share: null}
  ]);
});
