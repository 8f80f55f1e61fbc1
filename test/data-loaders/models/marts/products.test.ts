import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

test("marts.products names a product by what any of its events knows", async () => {
  expect(
    await rowsOf("marts.products", [
      event("2024-01-01 10:00:00", "view", "ann", {product_id: "042", price: "10", brand: "", category_code: "home"}),
      event("2024-01-01 10:01:00", "view", "bob", {product_id: "042", price: "11", brand: "Alder", category_code: ""}),
      event("2024-01-01 10:02:00", "purchase", "bob", {product_id: "042", price: "11", brand: "Alder"}),
      event("2024-01-01 10:03:00", "cart", "cyd", {product_id: "42", price: "5"}),
      event("2024-01-01 10:04:00", "home", "cyd")
    ])
  ).toEqual([
    {
      product_id: "042",
      brand: "Alder",
      category_code: "home",
      views: 2,
      carts: 0,
      purchases: 1,
      revenue: 11,
      purchase_rate: 1 / 2,
      revenue_share: 1
    },
    {
      product_id: "42",
      brand: "Unknown",
      category_code: "Unknown",
      views: 0,
      carts: 1,
      purchases: 0,
      revenue: 0,
      purchase_rate: null,
      revenue_share: 0
    }
  ]);
});
