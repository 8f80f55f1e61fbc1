import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "10"};
const noWhere = {browser: null, source: null, campaign: null};

test("marts.session_cube counts sessions and how far they came; dimensions that the data lacks are missing", async () => {
  const phone = {...lamp, device: "phone", country: "DE"};
  expect(
    await rowsOf(
      "marts.session_cube",
      [
        event("2024-01-01 10:00:00", "home", "ann", {...phone, user_session: "s1"}),
        event("2024-01-01 10:01:00", "view", "ann", {...phone, user_session: "s1"}),
        event("2024-01-01 11:00:00", "home", "bob", {...phone, user_session: "s2"}),
        event("2024-01-01 11:01:00", "view", "bob", {...phone, user_session: "s2"}),
        event("2024-01-02 23:59:00", "purchase", "cyd", {...lamp, user_session: "s3"}),
        event("2024-01-03 00:01:00", "checkout", "cyd", {user_session: "s3"}),
        event("2024-01-04 10:00:00", "cart", "ann", {...phone, user_session: ""})
      ],
      {privacy: {minimumGroupSize: 1}, segmentation: {clusters: 2, seeds: 1}}
    )
  ).toEqual([
    {
      event_date: new Date("2024-01-01"),
      device: "phone",
      ...noWhere,
      country: "DE",
      visitor: "new",
      segment: "Cart abandoners",
      sessions: 2,
      home_sessions: 2,
      viewing_sessions: 2,
      carting_sessions: 0,
      checkout_sessions: 0,
      purchasing_sessions: 0,
      events: 4,
      views: 2,
      carts: 0,
      purchases: 0,
      orders: 0,
      revenue: 0
    },
    {
      event_date: new Date("2024-01-02"),
      device: "Unknown",
      ...noWhere,
      country: "Unknown",
      visitor: "new",
      segment: "Occasional buyers",
      sessions: 1,
      home_sessions: 0,
      viewing_sessions: 0,
      carting_sessions: 0,
      checkout_sessions: 1,
      purchasing_sessions: 1,
      events: 2,
      views: 0,
      carts: 0,
      purchases: 1,
      orders: 1,
      revenue: 10
    }
  ]);
});

const cells = "select device, country, visitor, segment, sessions from marts.session_cube";

function visit(user: string, device: string, country: string, date = "2024-01-01"): RawEvent {
  return event(`${date} 10:00:00`, "view", user, {user_session: `${user} ${date}`, device, country});
}

test("marts.session_cube makes cells of too few people coarser, the country first, and only as far as it must", async () => {
  const [visitor, segment] = ["new", "Browsers"];
  expect(
    await rowsOf(
      cells,
      [
        visit("ann", "phone", "DE"),
        visit("bob", "phone", "DE"),
        visit("cyd", "phone", "FR"),
        visit("dan", "phone", "IT"),
        visit("eve", "watch", "DE"),
        visit("fay", "tablet", "DE")
      ],
      {privacy: {minimumGroupSize: 2}}
    )
  ).toEqual([
    {device: "Other", country: "Other", visitor, segment, sessions: 2},
    {device: "phone", country: "DE", visitor, segment, sessions: 2},
    {device: "phone", country: "Other", visitor, segment, sessions: 2}
  ]);
});

test("marts.session_cube counts people, not sessions, and leaves what is too little of a day without dimensions", async () => {
  const again = {...visit("ann", "phone", "DE"), event_time: "2024-01-01 20:00:00", user_session: "another"};
  expect(await rowsOf(cells, [visit("ann", "phone", "DE"), again], {privacy: {minimumGroupSize: 2}})).toEqual([
    {device: "Other", country: "Other", visitor: "Other", segment: "Other", sessions: 2}
  ]);
});

test("marts.session_cube gives a session that users share the segment of the one whose it is", async () => {
  expect(
    await rowsOf(
      "select segment, sessions, purchases from marts.session_cube",
      [
        event("2024-01-01 10:00:00", "view", "ann", {...lamp, user_session: "s1"}),
        event("2024-01-01 10:00:00", "purchase", "bob", {...lamp, user_session: "s1"})
      ],
      {privacy: {minimumGroupSize: 1}, segmentation: {clusters: 2, seeds: 1}}
    )
  ).toEqual([{segment: "Browsers", sessions: 1, purchases: 1}]);
});
