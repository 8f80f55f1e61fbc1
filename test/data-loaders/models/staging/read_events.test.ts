import {describe, expect, test} from "vitest";
import {stagingRowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const asText = "select cast(event_at as varchar) as event_at, reject_reason from staging.read_events";

describe("staging.read_events reads event times as UTC", () => {
  test.each([
    ["2019-10-01 00:00:00 UTC", "2019-10-01 00:00:00"],
    ["2019-10-01 00:00:00", "2019-10-01 00:00:00"],
    ["2019-10-01T00:00:00.5Z", "2019-10-01 00:00:00.5"],
    ["2019-10-01", "2019-10-01 00:00:00"],
    ["2019-10-01 01:30:00+02:00", "2019-09-30 23:30:00"],
    ["2019-10-01T00:00:00-05:00", "2019-10-01 05:00:00"],
    ["1569888000", "2019-10-01 00:00:00"],
    ["1569888000.25", "2019-10-01 00:00:00.25"],
    ["1569888000123", "2019-10-01 00:00:00.123"],
    ["1569888000123456", "2019-10-01 00:00:00.123456"]
  ])("staging.read_events reads %s", async (time, expected) => {
    expect(await stagingRowsOf(asText, [event(time, "view", "ann")])).toEqual([
      {event_at: expected, reject_reason: null}
    ]);
  });

  test.each(["NaT", "", "2019-02-30 10:00:00", "yesterday", "infinity", "-infinity"])(
    "staging.read_events rejects %j",
    async (time) => {
      const query = "select reject_reason from staging.read_events";
      expect(await stagingRowsOf(query, [event(time, "view", "ann")])).toEqual([
        {reject_reason: "unreadable_event_time"}
      ]);
    }
  );
});

test("staging.read_events gives the first reason to reject an event", async () => {
  const rows = await stagingRowsOf("select reject_reason from staging.read_events order by page", [
    event("NaT", "wink", "", {product_id: "lamp", price: "0", page: "1"}),
    event("2024-01-01 10:00:00", "wink", "", {product_id: "lamp", price: "0", page: "2"}),
    event("2024-01-01 10:00:00", "view", "", {product_id: "lamp", price: "0", page: "3"}),
    event("2024-01-01 10:00:00", "view", "ann", {product_id: "lamp", price: "0", page: "4"}),
    event("2024-01-01 10:00:00", "view", "ann", {product_id: "lamp", price: "", page: "5"}),
    event("2024-01-01 10:00:00", "view", "ann", {product_id: "lamp", price: "-1", page: "6"}),
    event("2024-01-01 10:00:00", "home", "ann", {product_id: "", price: "", page: "7"}),
    event("2024-01-01 10:00:00", "view", "ann", {product_id: "lamp", price: "0.01", page: "8"})
  ]);
  expect(rows.map(({reject_reason}) => reject_reason)).toEqual([
    "unreadable_event_time",
    "unknown_event_type",
    "missing_user_id",
    "non_positive_price",
    "non_positive_price",
    "non_positive_price",
    null,
    null
  ]);
});

test("staging.read_events wants no price where the data has none", async () => {
  expect(
    await stagingRowsOf("select product_id, price, reject_reason from staging.read_events", [
      event("2024-01-01 10:00:00", "view", "ann", {product_id: "lamp"})
    ])
  ).toEqual([{product_id: "lamp", price: null, reject_reason: null}]);
});

test("staging.read_events lets the files' own names win over a stage of the same name", async () => {
  expect(
    await stagingRowsOf(
      "select event_type from staging.read_events order by event_type desc",
      [event("2024-01-01", "View", "ann"), event("2024-01-01", " Product Added", "ann")],
      {events: {source: "files", files: "x", types: {view: "home", "product added ": "cart"}}}
    )
  ).toEqual([{event_type: "home"}, {event_type: "cart"}]);
});
