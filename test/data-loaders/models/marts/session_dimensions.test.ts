import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

test("marts.session_dimensions lists values that enough people share, the most common first", async () => {
  expect(
    await rowsOf(
      "marts.session_dimensions",
      [
        event("2024-01-01 10:00:00", "view", "ann", {user_session: "s1", device: "phone", browser: "Firefox"}),
        event("2024-01-02 10:00:00", "view", "ann", {user_session: "s2", device: "desktop"}),
        event("2024-01-03 10:00:00", "view", "ann", {user_session: "s3", device: "phone"}),
        event("2024-01-01 10:00:00", "view", "bob", {user_session: "s4", device: "phone"}),
        event("2024-01-02 10:00:00", "view", "bob", {user_session: "s5", device: "desktop"}),
        event("2024-01-01 10:00:00", "view", "cyd", {user_session: "s6", device: "watch"}),
        event("2024-01-01 10:00:00", "view", "dan", {user_session: "s7", device: "fridge"})
      ],
      {privacy: {minimumGroupSize: 2}}
    )
  ).toEqual([
    {dimension: "device", value: "phone", sessions: 3, users: 2},
    // of the watch and the fridge, one person each
    {dimension: "device", value: "Other", sessions: 2, users: 2},
    {dimension: "device", value: "desktop", sessions: 2, users: 2},
    {dimension: "last_stage", value: "view", sessions: 7, users: 4},
    // those with one session each
    {dimension: "segment", value: "Browsers, least active", sessions: 2, users: 2},
    {dimension: "visitor", value: "new", sessions: 4, users: 4},
    {dimension: "visitor", value: "returning", sessions: 3, users: 2}
  ]);
});

test("marts.session_dimensions lists nothing that singles out fewer than five people unless told", async () => {
  expect(
    await rowsOf("marts.session_dimensions", [
      event("2024-01-01 10:00:00", "view", "ann", {user_session: "s1", device: "phone"})
    ])
  ).toEqual([]);
});

test("marts.session_dimensions lists the 200 most frequent values of a dimension", async () => {
  const visits = Array.from({length: 203}, (_, i) =>
    Array.from({length: i < 3 ? 1 : 2}, (_, j) =>
      event("2024-01-01 10:00:00", "view", `${i} ${j}`, {user_session: `${i} ${j}`, campaign: `letter ${i}`})
    )
  );
  const rows = await rowsOf("select value from marts.session_dimensions where dimension = 'campaign'", visits.flat(), {
    privacy: {minimumGroupSize: 1}
  });
  expect(rows.length).toBe(200);
  for (const value of ["letter 0", "letter 1", "letter 2"]) expect(rows).not.toContainEqual({value});
});
