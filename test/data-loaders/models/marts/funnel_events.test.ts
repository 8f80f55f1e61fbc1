import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";

const at = (time: string, type: string, user: string, user_session: string): RawEvent =>
  event(`2024-01-01 ${time}`, type, user, {user_session});

test("marts.funnel_events has where each session changes its stage, in seconds since the person's first event", async () => {
  const rows = await rowsOf("marts.funnel_events", [
    at("10:00:00", "view", "ann", "a1"),
    at("10:00:05", "view", "ann", "a1"),
    at("10:00:30", "cart", "ann", "a1"),
    at("10:00:31", "remove_from_cart", "ann", "a1"),
    at("10:00:40", "cart", "ann", "a1"),
    at("10:00:50", "view", "ann", "a1"),
    at("11:00:00", "view", "ann", "a2")
  ]);
  expect(rows).toEqual([
    {user_number: 1, session_number: 1, second: 0, position: 1},
    {user_number: 1, session_number: 1, second: 30, position: 2},
    {user_number: 1, session_number: 1, second: 50, position: 1},
    {user_number: 1, session_number: 2, second: 3600, position: 1}
  ]);
});

test("marts.funnel_events has the seconds of people who come again after a century", async () => {
  expect(
    await rowsOf("marts.funnel_events", [
      event("1990-01-01 00:00:00", "view", "ann", {user_session: "a1"}),
      event("2099-12-31 23:59:59", "purchase", "ann", {user_session: "a2"})
    ])
  ).toEqual([
    {user_number: 1, session_number: 1, second: 0, position: 1},
    {user_number: 1, session_number: 2, second: 3_471_292_799, position: 2}
  ]);
});

test("marts.funnel_events leaves out who has one stage alone, and events without a session", async () => {
  expect(
    await rowsOf("marts.funnel_events", [
      at("10:00:00", "view", "ann", "a1"),
      at("11:00:00", "view", "ann", "a2"),
      at("10:00:00", "cart", "bob", "b1"),
      at("10:00:30", "view", "bob", ""),
      at("10:01:00", "purchase", "cyd", "")
    ])
  ).toEqual([]);
});

test("marts.funnel_events gives all events of a session that users share to its owner", async () => {
  expect(
    await rowsOf("marts.funnel_events", [
      at("10:00:00", "view", "bob", "s1"),
      at("10:00:10", "cart", "ann", "s1"),
      at("10:00:20", "view", "bob", "s2")
    ])
  ).toEqual([
    {user_number: 2, session_number: 2, second: 0, position: 1},
    {user_number: 2, session_number: 2, second: 10, position: 2}
  ]);
});

test("marts.funnel_events tells sessions apart by their events where nothing else does, however the events are ordered", async () => {
  const events = [
    at("10:00:00", "view", "ann", "a1"),
    at("10:00:10", "cart", "ann", "a1"),
    at("10:00:20", "view", "ann", "a1"),
    at("10:00:30", "cart", "ann", "a1"),
    at("10:00:00", "view", "ann", "a2"),
    at("10:00:12", "cart", "ann", "a2"),
    at("10:00:18", "view", "ann", "a2"),
    at("10:00:30", "cart", "ann", "a2")
  ];
  const rows = await rowsOf("marts.funnel_events", events);
  expect(rows.map(({session_number, second}) => [session_number, second])).toEqual([
    ...[0, 10, 20, 30].map((second) => [1, second]),
    ...[0, 12, 18, 30].map((second) => [2, second])
  ]);
  expect(await rowsOf("marts.funnel_events", events.toReversed())).toEqual(rows);
});
