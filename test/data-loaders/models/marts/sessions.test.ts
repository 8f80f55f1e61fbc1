import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const privacy = {minimumGroupSize: 2};
const nowhere = {browser: null, source: null, campaign: null, country: null, category: null};

test("marts.sessions has a row per session, without ids", async () => {
  const rows = await rowsOf(
    "marts.sessions",
    [
      event("2024-01-01 23:59:00", "view", "zoe", {
        user_session: "z1",
        product_id: "lamp",
        price: "5",
        device: "phone"
      }),
      event("2024-01-02 00:01:00", "purchase", "zoe", {user_session: "z1", product_id: "lamp", price: "5"}),
      event("2024-01-02 10:00:00", "cart", "ann", {user_session: "a1", device: "phone"}),
      event("2024-01-03 10:00:00", "view", "ann", {user_session: "a2", device: ""}),
      event("2024-01-03 11:00:00", "view", "ann", {user_session: ""})
    ],
    {privacy}
  );
  const nothing = {purchases: 0, revenue: 0};
  expect(rows).toEqual([
    {
      session_number: 1,
      user_number: 1,
      started_on: new Date("2024-01-01"),
      device: "phone",
      ...nowhere,
      visitor: "new",
      segment: "Occasional buyers",
      // view and purchase, the second and the fifth stage of the report
      reached_stages: 2 + 16,
      events: 2,
      views: 1,
      carts: 0,
      purchases: 1,
      revenue: 5
    },
    {
      session_number: 2,
      user_number: 2,
      started_on: new Date("2024-01-02"),
      device: "phone",
      ...nowhere,
      visitor: "new",
      segment: "Cart abandoners",
      reached_stages: 4,
      events: 1,
      views: 0,
      carts: 1,
      ...nothing
    },
    {
      session_number: 3,
      user_number: 2,
      started_on: new Date("2024-01-03"),
      device: null,
      ...nowhere,
      visitor: "returning",
      segment: "Cart abandoners",
      reached_stages: 2,
      events: 1,
      views: 1,
      carts: 0,
      ...nothing
    }
  ]);
});

test("marts.sessions keeps what was first known, and the first part of the category code", async () => {
  expect(
    await rowsOf(
      "select device, source, category from marts.sessions",
      [
        event("2024-01-01 10:02:00", "view", "ann", {user_session: "s1", source: "b", category_code: "toys.dolls"}),
        event("2024-01-01 10:01:00", "view", "ann", {
          user_session: "s1",
          source: "c",
          category_code: "home.light.lamp"
        }),
        event("2024-01-01 10:00:00", "view", "ann", {user_session: "s1", device: "phone"}),
        event("2024-01-01 10:03:00", "view", "ann", {user_session: "s1", device: "tablet", source: "a"})
      ],
      {privacy: {minimumGroupSize: 1}}
    )
  ).toEqual([{device: "phone", source: "c", category: "home"}]);
});

test("marts.sessions calls a value Other that fewer people share than the minimum group size", async () => {
  expect(
    await rowsOf(
      "select device, country from marts.sessions",
      [
        event("2024-01-01 10:00:00", "view", "ann", {user_session: "s1", device: "phone", country: "DE"}),
        event("2024-01-01 11:00:00", "view", "bob", {user_session: "s2", device: "phone", country: "FR"}),
        event("2024-01-01 12:00:00", "view", "cyd", {user_session: "s3", device: "watch", country: "FR"}),
        // one person, however many sessions
        event("2024-01-01 13:00:00", "view", "cyd", {user_session: "s4", device: "watch", country: "IT"})
      ],
      {privacy}
    )
  ).toEqual([
    {device: "phone", country: "Other"},
    {device: "phone", country: "FR"},
    {device: "Other", country: "FR"},
    {device: "Other", country: "Other"}
  ]);
});

test("marts.sessions numbers people by their first moment, not by their id", async () => {
  const view = (time: string, user: string, user_session: string) => event(time, "view", user, {user_session});
  const rows = await rowsOf("select user_number, started_on from marts.sessions order by user_number, started_on", [
    view("2024-01-02 10:00:00", "ann", "s1"),
    view("2024-01-01 10:00:00", "zoe", "s2"),
    view("2024-01-03 10:00:00", "zoe", "s3")
  ]);
  expect(rows.map(({started_on}) => (started_on as Date).getUTCDate())).toEqual([1, 3, 2]);
  expect(rows[0]?.user_number).toBe(rows[1]?.user_number);
  expect(rows[0]?.user_number).not.toBe(rows[2]?.user_number);
});
