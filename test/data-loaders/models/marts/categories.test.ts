import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "10", category_code: "home.light"};
const sofa = {product_id: "sofa", price: "30"};

test("marts.categories counts events by category code, those without one as Unknown", async () => {
  expect(
    await rowsOf("marts.categories", [
      event("2024-01-01 10:00:00", "checkout", "ann"),
      event("2024-01-01 10:01:00", "view", "ann", sofa),
      event("2024-01-01 10:02:00", "purchase", "ann", {...sofa, quantity: "2"}),
      event("2024-01-01 10:03:00", "view", "bob", lamp),
      event("2024-01-01 10:04:00", "view", "cyd", lamp),
      event("2024-01-01 10:05:00", "cart", "bob", lamp),
      event("2024-01-01 10:06:00", "purchase", "bob", {...lamp, quantity: "2"})
    ])
  ).toEqual([
    {
      category_code: "Unknown",
      views: 1,
      carts: 0,
      purchases: 1,
      revenue: 60,
      purchase_rate: 1,
      revenue_share: 3 / 4
    },
    {
      category_code: "home.light",
      views: 2,
      carts: 1,
      purchases: 1,
      revenue: 20,
      purchase_rate: 1 / 2,
      revenue_share: 1 / 4
    }
  ]);
});
