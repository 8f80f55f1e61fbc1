import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "5"};
const good = event("2024-01-01 10:00:00", "view", "ann", lamp);

test("marts.rejected_events gives each reason its rows and its most frequent value, ties by the alphabet", async () => {
  expect(
    await rowsOf(
      "marts.rejected_events",
      [
        good,
        event("tomorrow", "view", "ann", lamp),
        event("soon", "wink", "", {...lamp, price: "0"}),
        event("soon", "wink", "", {...lamp, price: "0"}),
        event("2024-01-01 10:00:00", "wink", "", lamp),
        event("2024-01-01 10:00:00", "blink", "ann", lamp),
        event("2024-01-01 10:00:00", "home", ""),
        event("2024-01-01 10:00:00", "cart", "ann", {product_id: "lamp", price: "free"}),
        event("2024-01-01 10:00:00", "cart", "ann", {product_id: "lamp", price: "-1"})
      ],
      {privacy: {minimumGroupSize: 1}}
    )
  ).toEqual([
    {reason: "malformed_row", position: 1, rows: 0, first_example: null},
    {reason: "unreadable_event_time", position: 2, rows: 3, first_example: "soon"},
    {reason: "unknown_event_type", position: 3, rows: 2, first_example: "blink"},
    {reason: "missing_user_id", position: 4, rows: 1, first_example: ""},
    {reason: "non_positive_price", position: 5, rows: 1, first_example: "-1"},
    {reason: "stray_event_time", position: 6, rows: 0, first_example: null},
    {reason: "unreadable_price", position: 7, rows: 1, first_example: "free"}
  ]);
});

test("marts.rejected_events shows of a value that few rows share its shape alone", async () => {
  const typed = (event_type: string) => event("2024-01-01 10:00:00", event_type, "ann", lamp);
  const query = "select rows, first_example from marts.rejected_events where reason = 'unknown_event_type'";
  const events = [good, typed("Ann Lee, 7 Elm Road"), typed("Ann Lee, 7 Elm Road")];
  expect(await rowsOf(query, events, {privacy: {minimumGroupSize: 3}})).toEqual([
    {rows: 2, first_example: "xxx xxx, 9 xxx xxxx"}
  ]);
  expect(await rowsOf(query, events, {privacy: {minimumGroupSize: 2}})).toEqual([
    {rows: 2, first_example: "Ann Lee, 7 Elm Road"}
  ]);
});

test("marts.rejected_events cuts examples off after 40 characters", async () => {
  expect(
    await rowsOf("select first_example from marts.rejected_events where reason = 'unreadable_event_time'", [
      good,
      event("-".repeat(50), "view", "ann", lamp)
    ])
  ).toEqual([{first_example: "-".repeat(40)}]);
});
