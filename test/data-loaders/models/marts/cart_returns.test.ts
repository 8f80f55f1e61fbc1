import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";

const everybody = {privacy: {minimumGroupSize: 1}};
const lamp = {product_id: "lamp", price: "10"};
const visit = (user: string, day: string, ...types: string[]): RawEvent[] =>
  types.map((type, i) => event(`2024-01-${day} 10:0${i}:00`, type, user, {...lamp, user_session: `${user} ${day}`}));
const end = visit("zoe", "20", "view");

test("marts.cart_returns counts who left a cart behind, and who bought within a week after", async () => {
  const rows = await rowsOf(
    "marts.cart_returns",
    [
      ...[...visit("ann", "01", "view", "cart"), ...visit("ann", "05", "purchase")],
      ...[...visit("bob", "01", "cart"), ...visit("bob", "12", "purchase")],
      ...visit("cyd", "02", "cart"),
      // left nothing behind
      ...visit("dan", "02", "cart", "purchase"),
      ...end
    ],
    everybody
  );
  // R: prop.test(1, 3, correct = FALSE)
  const close = (value: number) => expect.closeTo(value, 4) as number;
  expect(rows).toEqual([
    {left_users: 3, returned_users: 1, return_rate: 1 / 3, return_low: close(0.0615), return_high: close(0.7923)}
  ]);
});

test("marts.cart_returns takes the first cart left behind, and a purchase exactly a week later", async () => {
  const later = {...lamp, user_session: "ann later"};
  const query = "select left_users, returned_users from marts.cart_returns";
  const carts = [...visit("ann", "01", "cart"), ...visit("ann", "04", "cart"), ...end];
  expect(await rowsOf(query, [...carts, event("2024-01-08 10:00:00", "purchase", "ann", later)], everybody)).toEqual([
    {left_users: 1, returned_users: 1}
  ]);
  expect(await rowsOf(query, [...carts, event("2024-01-08 10:00:01", "purchase", "ann", later)], everybody)).toEqual([
    {left_users: 1, returned_users: 0}
  ]);
});

test("marts.cart_returns leaves out who has had no week to come back in", async () => {
  expect(
    await rowsOf("marts.cart_returns", [...visit("ann", "14", "cart"), ...visit("ann", "15", "purchase"), ...end])
  ).toEqual([{left_users: 0, returned_users: 0, return_rate: null, return_low: null, return_high: null}]);
});

test("marts.cart_returns does not tell of too few people who came back", async () => {
  const events = ["ann", "bob", "cyd", "dan", "eve", "fay"].flatMap((user) => visit(user, "01", "cart"));
  const rows = await rowsOf("marts.cart_returns", [...events, ...visit("ann", "03", "purchase"), ...end]);
  expect(rows).toEqual([{left_users: 6, returned_users: null, return_rate: null, return_low: null, return_high: null}]);
});
