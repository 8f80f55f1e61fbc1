import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

test("core.user_numbers numbers users by their first moment, not by their id", async () => {
  expect(
    await rowsOf("select user_id, user_number from core.user_numbers order by user_number", [
      event("2024-01-02 10:00:00", "view", "ann"),
      event("2024-01-01 10:00:00", "view", "zoe"),
      event("2024-01-03 10:00:00", "view", "zoe"),
      event("2024-01-01 10:00:00", "view", "yan")
    ])
  ).toEqual([
    {user_id: "yan", user_number: 1},
    {user_id: "zoe", user_number: 2},
    {user_id: "ann", user_number: 3}
  ]);
});
