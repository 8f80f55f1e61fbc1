import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "10", brand: "Alder"};
const sofa = {product_id: "sofa", price: "300"};
const everybody = {privacy: {minimumGroupSize: 1}};

const at = (time: string, type: string, user: string, user_session: string, more = lamp as Partial<RawEvent>) =>
  event(`2024-01-01 ${time}`, type, user, {user_session, ...more});

test("marts.session_carts has what was left behind in the session in which it was put in last", async () => {
  expect(
    await rowsOf(
      "marts.session_carts",
      [
        at("10:00:00", "cart", "ann", "a1"),
        at("10:00:00", "cart", "ann", "a1", sofa),
        at("11:00:00", "cart", "ann", "a2", {...lamp, price: "12", quantity: "2"}),
        at("11:00:01", "cart", "ann", "a2", {...lamp, product_id: "desk"}),
        at("12:00:00", "cart", "bob", "b1"),
        // bought in another session
        at("13:00:00", "purchase", "bob", "b2")
      ],
      everybody
    )
  ).toEqual([
    {session_number: 1, brand: "Unknown", products: 1, value: 300},
    {session_number: 2, brand: "Alder", products: 2, value: 34}
  ]);
});

test("marts.session_carts gives a product to the session that began first of those that hold the moment, or to none", async () => {
  expect(
    await rowsOf(
      "marts.session_carts",
      [
        // over before the moment
        at("10:00:00", "cart", "ann", "a1", sofa),
        at("10:10:00", "remove_from_cart", "ann", "a1", sofa),
        // views alone
        at("10:20:00", "view", "ann", "a2", sofa),
        at("10:40:00", "view", "ann", "a2", sofa),
        at("10:25:00", "cart", "ann", "a3"),
        at("10:30:00", "cart", "ann", "a4", {...lamp, product_id: "desk"}),
        at("10:35:00", "cart", "ann", "a3", {...lamp, product_id: "chair"}),
        // outside all sessions
        at("11:00:00", "cart", "ann", "", {...lamp, product_id: "shelf"}),
        // within a session that is somebody else's
        at("12:00:00", "cart", "bob", "c1"),
        at("12:00:00", "view", "abe", "c1")
      ],
      everybody
    )
  ).toEqual([{session_number: 3, brand: "Alder", products: 3, value: 30}]);
});

test("marts.session_carts calls brands Other that marts.abandoned_brands calls so", async () => {
  const cart = (user: string, brand: string) =>
    at("10:00:00", "cart", user, user, {product_id: brand, price: "5", ...(brand && {brand})});
  expect(
    await rowsOf(
      "select brand, cast(sum(products) as bigint) as products from marts.session_carts group by brand order by brand",
      [
        ...[cart("ann", "Alder"), cart("bob", "Alder"), cart("ann", "Birch"), cart("ann", "Cedar")],
        ...[cart("ann", "Other"), cart("bob", "Other")]
      ],
      {privacy: {minimumGroupSize: 2}}
    )
  ).toEqual([
    {brand: "Alder", products: 2},
    {brand: "Other", products: 4}
  ]);
});

test("marts.session_carts is worth nothing that is known without prices, and empty without carts", async () => {
  expect(
    await rowsOf("marts.session_carts", [at("10:00:00", "cart", "ann", "a1", {product_id: "lamp"})], everybody)
  ).toEqual([{session_number: 1, brand: "Unknown", products: 1, value: null}]);
  expect(await rowsOf("marts.session_carts", [at("10:00:00", "view", "ann", "a1")])).toEqual([]);
});
