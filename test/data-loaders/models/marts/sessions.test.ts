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
  const nothing = {purchases: 0, orders: 0, revenue: 0, cart_value: 0, cart_bucket: "none"};
  expect(rows).toEqual([
    {
      session_number: 1,
      user_number: 1,
      started_on: new Date("2024-01-01"),
      started_hour: 23,
      seconds: 120,
      device: "phone",
      ...nowhere,
      visitor: "new",
      segment: "Occasional buyers",
      // view and purchase, the second and the fifth stage of the report
      reached_stages: 2 + 16,
      last_stage: "purchase",
      events: 2,
      views: 1,
      carts: 0,
      purchases: 1,
      orders: 1,
      revenue: 5,
      cart_value: 0,
      cart_bucket: "none"
    },
    {
      session_number: 2,
      user_number: 2,
      started_on: new Date("2024-01-02"),
      started_hour: 10,
      seconds: 0,
      device: "phone",
      ...nowhere,
      visitor: "new",
      segment: "Cart abandoners",
      reached_stages: 4,
      last_stage: "cart",
      events: 1,
      views: 0,
      carts: 1,
      ...nothing
    },
    {
      session_number: 3,
      user_number: 2,
      started_on: new Date("2024-01-03"),
      started_hour: 10,
      seconds: 0,
      device: null,
      ...nowhere,
      visitor: "returning",
      segment: "Cart abandoners",
      reached_stages: 2,
      last_stage: "view",
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

test("marts.sessions has the stage of the last event, of events in one second the later stage", async () => {
  const view = (time: string, type: string, user: string, user_session: string) =>
    event(`2024-01-01 ${time}`, type, user, {user_session});
  expect(
    await rowsOf("select started_hour, last_stage from marts.sessions", [
      view("10:00:00", "view", "ann", "s1"),
      view("10:00:05", "cart", "ann", "s1"),
      view("10:00:09", "view", "ann", "s1"),
      // one more of the same stage and session
      view("10:00:10", "view", "ann", "s1"),
      view("11:00:00", "view", "ann", "s2"),
      view("11:00:01", "purchase", "ann", "s2"),
      view("11:00:01", "cart", "ann", "s2"),
      // an event of no stage comes last
      view("12:00:00", "cart", "ann", "s3"),
      view("12:00:00", "view", "ann", "s3"),
      view("12:00:01", "remove_from_cart", "ann", "s3"),
      view("13:00:00", "view", "ann", "s4"),
      view("14:00:00", "remove_from_cart", "ann", "s5"),
      // shared: the other's event is the last
      view("15:00:00", "cart", "ann", "s6"),
      view("15:00:01", "view", "bob", "s6"),
      view("15:00:02", "view", "bob", "s7")
    ])
  ).toEqual([
    {started_hour: 10, last_stage: "view"},
    {started_hour: 11, last_stage: "purchase"},
    {started_hour: 12, last_stage: "cart"},
    {started_hour: 13, last_stage: "view"},
    {started_hour: 14, last_stage: null},
    {started_hour: 15, last_stage: "view"},
    {started_hour: 15, last_stage: "view"}
  ]);
});

test("marts.sessions numbers sessions that only their events tell apart as marts.funnel_events does", async () => {
  const at = (time: string, type: string, user_session: string) =>
    event(`2024-01-01 10:00:${time}`, type, "ann", {user_session});
  const events = [
    ...[at("00", "view", "s1"), at("10", "cart", "s1"), at("20", "view", "s1")],
    ...[at("00", "view", "s2"), at("10", "view", "s2"), at("20", "cart", "s2")]
  ];
  const query = `
    select sessions.session_number, last_stage, max(second * 64 + position) as last_of_events
    from marts.sessions as sessions
    inner join marts.funnel_events as events on events.session_number = sessions.session_number
    group by sessions.session_number, last_stage
    order by sessions.session_number`;
  const expected = [
    {session_number: 1, last_stage: "view", last_of_events: 20 * 64 + 1},
    {session_number: 2, last_stage: "cart", last_of_events: 20 * 64 + 2}
  ];
  expect(await rowsOf(query, events)).toEqual(expected);
  expect(await rowsOf(query, events.toReversed())).toEqual(expected);
});

test("marts.sessions has at most 32 bits of seconds", async () => {
  expect(
    await rowsOf("select seconds from marts.sessions", [
      event("1990-01-01 00:00:00", "view", "ann", {user_session: "s1"}),
      event("2099-12-31 23:59:59", "view", "ann", {user_session: "s1"})
    ])
  ).toEqual([{seconds: 2_147_483_647}]);
});

test("marts.sessions has no value of carts where the data has no prices", async () => {
  expect(
    await rowsOf("select cart_value from marts.sessions", [
      event("2024-01-01 10:00:00", "cart", "ann", {user_session: "s1", product_id: "lamp"})
    ])
  ).toEqual([{cart_value: null}]);
});
