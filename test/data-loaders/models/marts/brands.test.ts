import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "10", brand: "Alder"};
const sofa = {product_id: "sofa", price: "30", brand: ""};

test("marts.brands counts events by brand, those without one as Unknown", async () => {
  expect(
    await rowsOf("marts.brands", [
      event("2024-01-01 10:00:00", "home", "ann"),
      event("2024-01-01 10:01:00", "view", "ann", sofa),
      event("2024-01-01 10:02:00", "purchase", "ann", sofa),
      event("2024-01-01 10:03:00", "view", "bob", lamp),
      event("2024-01-01 10:04:00", "view", "bob", {...lamp, product_id: "desk"}),
      event("2024-01-01 10:05:00", "cart", "bob", lamp),
      event("2024-01-01 10:06:00", "purchase", "bob", lamp),
      event("2024-01-01 10:07:00", "cart", "cyd", {...lamp, brand: "Corvane"})
    ])
  ).toEqual([
    {brand: "Alder", views: 2, carts: 1, purchases: 1, revenue: 10, purchase_rate: 1 / 2, revenue_share: 1 / 4},
    {brand: "Corvane", views: 0, carts: 1, purchases: 0, revenue: 0, purchase_rate: null, revenue_share: 0},
    {brand: "Unknown", views: 1, carts: 0, purchases: 1, revenue: 30, purchase_rate: 1, revenue_share: 3 / 4}
  ]);
});

test("marts.brands gives no revenue share where there is no revenue", async () => {
  expect(
    await rowsOf("select brand, revenue, revenue_share from marts.brands", [
      event("2024-01-01 10:00:00", "view", "ann", lamp)
    ])
  ).toEqual([{brand: "Alder", revenue: 0, revenue_share: null}]);
});
