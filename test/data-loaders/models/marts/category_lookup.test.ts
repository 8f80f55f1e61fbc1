import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "10", category_id: "c1"};
const desk = {product_id: "desk", price: "100", category_id: "c2"};

test("marts.category_lookup gives each key that some events name and others do not its most frequent name", async () => {
  expect(
    await rowsOf("marts.category_lookup", [
      event("2024-01-01 10:00:00", "view", "ann", {...lamp, brand: "Birch", category_code: "home.light"}),
      event("2024-01-01 10:01:00", "view", "ann", {...lamp, brand: "Alder", category_code: "home.light"}),
      event("2024-01-01 10:02:00", "view", "ann", {...lamp, brand: "", category_code: "home.lamp"}),
      event("2024-01-01 10:03:00", "purchase", "ann", {...lamp, brand: "", category_code: "", quantity: "2"}),
      // named by all its events, and by none
      event("2024-01-01 10:04:00", "view", "ann", {...desk, brand: "Cedar", category_code: ""}),
      // no product, no key
      event("2024-01-01 10:05:00", "home", "ann", {category_id: "c2", category_code: "home.desk"}),
      event("2024-01-01 10:06:00", "view", "ann", {product_id: "sofa", price: "1", brand: "", category_code: "sofa"})
    ])
  ).toEqual([
    {
      attribute: "brand",
      key: "lamp",
      // as frequent as Birch, and before it in the alphabet
      value: "Alder",
      known_events: 2,
      agreeing_events: 1,
      share: 1 / 2,
      recoverable_events: 2,
      recoverable_purchases: 1,
      recoverable_revenue: 20
    },
    {
      attribute: "category_code",
      key: "c1",
      value: "home.light",
      known_events: 3,
      agreeing_events: 2,
      share: 2 / 3,
      recoverable_events: 1,
      recoverable_purchases: 1,
      recoverable_revenue: 20
    }
  ]);
});

test("marts.category_lookup is empty where nothing is missing", async () => {
  expect(await rowsOf("marts.category_lookup", [event("2024-01-01 10:00:00", "home", "ann")])).toEqual([]);
});
