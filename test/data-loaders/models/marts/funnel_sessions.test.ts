import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

test("marts.funnel_sessions counts sessions; events without a session count for none", async () => {
  const query = "select stage, position, sessions, also_previous, conversion_from_previous from marts.funnel_sessions";
  expect(
    await rowsOf(query, [
      event("2024-01-01 10:00:00", "view", "ann", {user_session: "s1"}),
      event("2024-01-01 10:01:00", "cart", "ann", {user_session: "s1"}),
      event("2024-01-02 10:00:00", "view", "ann", {user_session: "s2"}),
      event("2024-01-03 10:00:00", "cart", "bob", {user_session: "s3"}),
      event("2024-01-04 10:00:00", "view", "bob", {user_session: ""}),
      event("2024-01-04 10:01:00", "purchase", "bob", {user_session: ""})
    ])
  ).toEqual([
    {stage: "view", position: 1, sessions: 2, also_previous: 0, conversion_from_previous: null},
    {stage: "cart", position: 2, sessions: 2, also_previous: 1, conversion_from_previous: 1}
  ]);
});

test("marts.funnel_sessions counts a session that goes past midnight once", async () => {
  expect(
    await rowsOf("select stage, sessions from marts.funnel_sessions", [
      event("2024-01-01 23:59:00", "view", "ann", {user_session: "s1"}),
      event("2024-01-02 00:01:00", "view", "ann", {user_session: "s1"})
    ])
  ).toEqual([{stage: "view", sessions: 1}]);
});
