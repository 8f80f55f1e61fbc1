import {expect, test} from "vitest";
import {stagingRowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

test("staging.distinct_events keeps one of exact copies, and says how many there were", async () => {
  expect(
    await stagingRowsOf("select user_id, city, copies from staging.distinct_events order by all", [
      event("2024-01-01 10:00:00", "view", "ann", {city: "Bonn"}),
      event("2024-01-01 10:00:00", "view", "ann", {city: "Bonn"}),
      event("2024-01-01 10:00:00", "view", "ann", {city: "Köln"}),
      event("2024-01-01 10:00:00", "view", "bob", {city: ""}),
      event("2024-01-01 10:00:00", "view", "bob")
    ])
  ).toEqual([
    {user_id: "ann", city: "Bonn", copies: 2},
    {user_id: "ann", city: "Köln", copies: 1},
    {user_id: "bob", city: null, copies: 2}
  ]);
});
