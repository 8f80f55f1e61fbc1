import {expect, onTestFinished, test} from "vitest";
import {parseConfiguration} from "../../../../data-loaders/configuration.ts";
import {Warehouse} from "../../../../data-loaders/warehouse.ts";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {plainRows} from "../../../fixtures/plain-rows.ts";
import {event} from "../../../fixtures/raw-event.ts";
import {runOnRaw} from "../../../fixtures/run-on-raw.ts";

const sessions = "select user_id, events from core.sessions order by user_id, started_at";

test("core.idle_sessions begins a session after more than 30 idle minutes of a user", async () => {
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
    {user_id: "ann", events: 3},
    {user_id: "ann", events: 1},
    {user_id: "bob", events: 1},
    {user_id: "cyd", events: 2}
  ]);
});

test("core.idle_sessions keeps to the configured idle minutes", async () => {
  const events = [event("2024-01-01 10:00:00", "view", "ann"), event("2024-01-01 10:05:01", "view", "ann")];
  expect(await rowsOf("select events from core.sessions", events, {sessions: {idleMinutes: 5}})).toEqual([
    {events: 1},
    {events: 1}
  ]);
});

test("core.idle_sessions makes no sessions where the file has its own", async () => {
  expect(
    await rowsOf(sessions, [
      event("2024-01-01 10:00:00", "view", "ann", {user_session: "s1"}),
      event("2024-01-05 10:00:00", "view", "ann", {user_session: "s1"}),
      event("2024-01-05 11:00:00", "view", "bob", {user_session: ""})
    ])
  ).toEqual([{user_id: "ann", events: 2}]);
});

test("core.idle_sessions lets a session go on in another file, and counts no event of both twice", async () => {
  const both = event("2024-01-01 23:50:00", "view", "ann");
  const warehouse = await Warehouse.open({threads: 2});
  onTestFinished(() => warehouse.close());
  const files = [
    [event("2024-01-01 23:30:00", "view", "ann"), both, event("2024-01-01 12:00:00", "view", "bob")],
    [both, event("2024-01-02 00:10:00", "view", "ann"), event("2024-01-02 12:00:00", "view", "bob")]
  ];
  await runOnRaw(warehouse, files, parseConfiguration({segmentation: {seeds: 1}}), ["core.sessions"]);
  expect(plainRows(await warehouse.rows(sessions))).toEqual([
    {user_id: "ann", events: 3},
    {user_id: "bob", events: 1},
    {user_id: "bob", events: 1}
  ]);
});
