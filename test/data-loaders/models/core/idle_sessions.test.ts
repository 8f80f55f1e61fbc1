import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const sessions = "select session_id, user_id, events from core.sessions order by session_id";

test("core.session_starts begins a session after more than 30 idle minutes of a user", async () => {
  expect(
    await rowsOf(sessions, [
      event("2024-01-01 10:00:00", "view", "ann"),
      event("2024-01-01 10:00:00", "home", "ann"),
      event("2024-01-01 10:30:00", "view", "ann"),
      event("2024-01-01 11:00:01", "view", "ann"),
      event("2024-01-01 10:15:00", "view", "bob"),
      event("2024-01-01 23:50:00", "view", "cyd"),
      event("2024-01-02 00:10:00", "view", "cyd")
    ])
  ).toEqual([
    {session_id: "ann-1", user_id: "ann", events: 3},
    {session_id: "ann-2", user_id: "ann", events: 1},
    {session_id: "bob-1", user_id: "bob", events: 1},
    {session_id: "cyd-1", user_id: "cyd", events: 2}
  ]);
});

test("core.session_starts keeps to the configured idle minutes", async () => {
  const events = [event("2024-01-01 10:00:00", "view", "ann"), event("2024-01-01 10:05:01", "view", "ann")];
  expect(await rowsOf("select events from core.sessions", events, {sessions: {idleMinutes: 5}})).toEqual([
    {events: 1},
    {events: 1}
  ]);
});

test("core.session_starts makes no sessions where the file has its own", async () => {
  expect(
    await rowsOf(sessions, [
      event("2024-01-01 10:00:00", "view", "ann", {user_session: "s1"}),
      event("2024-01-05 10:00:00", "view", "ann", {user_session: "s1"}),
      event("2024-01-05 11:00:00", "view", "bob", {user_session: ""})
    ])
  ).toEqual([{session_id: "s1", user_id: "ann", events: 2}]);
});
