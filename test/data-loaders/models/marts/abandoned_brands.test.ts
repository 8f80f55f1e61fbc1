import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "10", brand: "Alder"};
const sofa = {product_id: "sofa", price: "300"};
const everybody = {privacy: {minimumGroupSize: 1}};

test("marts.abandoned_brands counts what was neither bought nor taken out after it was put in last", async () => {
  expect(
    await rowsOf(
      "marts.abandoned_brands",
      [
        event("2024-01-01 10:00:00", "cart", "ann", lamp),
        event("2024-01-01 11:00:00", "cart", "ann", {...lamp, price: "12", quantity: "2"}),
        event("2024-01-01 10:00:00", "cart", "ann", sofa),
        event("2024-01-01 10:00:00", "cart", "bob", lamp),
        event("2024-01-02 10:00:00", "purchase", "bob", lamp),
        event("2024-01-01 10:00:00", "cart", "cyd", lamp),
        event("2024-01-02 10:00:00", "remove_from_cart", "cyd", lamp),
        event("2024-01-01 10:00:00", "purchase", "dan", lamp),
        event("2024-01-02 10:00:00", "cart", "dan", lamp),
        // bought in the same second
        event("2024-01-02 10:00:00", "cart", "eve", lamp),
        event("2024-01-02 10:00:00", "purchase", "eve", lamp)
      ],
      everybody
    )
  ).toEqual([
    {brand: "Unknown", carts: 1, users: 1, value: 300},
    {brand: "Alder", carts: 2, users: 2, value: 34}
  ]);
});

test("marts.abandoned_brands puts brands of too few people together, so that the totals stay", async () => {
  const cart = (user: string, brand: string, product_id = brand) =>
    event("2024-01-01 10:00:00", "cart", user, {product_id, price: "5", brand});
  expect(
    await rowsOf(
      "marts.abandoned_brands",
      [
        cart("ann", "Alder"),
        cart("bob", "Alder"),
        cart("ann", "Birch"),
        cart("ann", "Cedar"),
        cart("bob", "Cedar", "another"),
        // one person, however many products
        cart("dan", "Elm"),
        cart("dan", "Elm", "another"),
        cart("ann", "Other"),
        cart("bob", "Other")
      ],
      {privacy: {minimumGroupSize: 2}}
    )
  ).toEqual([
    {brand: "Other", carts: 5, users: 3, value: 25},
    {brand: "Alder", carts: 2, users: 2, value: 10},
    {brand: "Cedar", carts: 2, users: 2, value: 10}
  ]);
});

test("marts.abandoned_brands is worth nothing without prices, and empty without carts", async () => {
  expect(
    await rowsOf(
      "marts.abandoned_brands",
      [event("2024-01-01 10:00:00", "cart", "ann", {product_id: "lamp"})],
      everybody
    )
  ).toEqual([{brand: "Unknown", carts: 1, users: 1, value: 0}]);
  expect(await rowsOf("marts.abandoned_brands", [event("2024-01-01 10:00:00", "view", "ann", lamp)])).toEqual([]);
});
