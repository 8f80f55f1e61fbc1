import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";

const everybody = {privacy: {minimumGroupSize: 1}};

const visit = (day: string, type: string, name: string, more: Partial<RawEvent> = {}): RawEvent =>
  event(`${day} 10:00:00`, type, name, {user_session: name, ...more});

test("marts.session_counts has the sessions of each value that reached each stage and not the next, none included", async () => {
  expect(
    await rowsOf(
      "from marts.session_counts where dimension = 'device'",
      [
        visit("2024-01-01", "view", "ann", {device: "phone"}),
        visit("2024-01-01", "view", "bob", {device: "desktop"}),
        visit("2024-01-01", "purchase", "cyd", {device: "desktop"}),
        visit("2024-01-01", "view", "dan", {device: ""})
      ],
      everybody
    )
  ).toEqual([
    ...of("device", "desktop", 1, {all: 2, view: 1, purchase: 1}, {view: 1}),
    ...of("device", "phone", 2, {all: 1, view: 1, purchase: 0}, {view: 1})
  ]);
});

test("marts.session_counts has values of few people as Other, the last, and leaves out those that single people out", async () => {
  const rows = await rowsOf(
    "select distinct dimension, value, value_position from marts.session_counts order by dimension, value_position",
    [
      ...["ann", "bob"].map((name) => visit("2024-01-01", "view", name, {device: "phone", country: "DE"})),
      ...["cyd", "dan", "eve"].map((name) => visit("2024-01-01", "view", name, {device: name, country: "DE"})),
      visit("2024-01-01", "cart", "fay", {device: "phone", country: "FR"})
    ],
    {privacy: {minimumGroupSize: 2}}
  );
  expect(rows.filter(({dimension}) => !["cart_bucket", "segment", "visitor"].includes(String(dimension)))).toEqual([
    {dimension: "country", value: "DE", value_position: 1},
    // of the three with phones, and the three others
    {dimension: "device", value: "phone", value_position: 1},
    {dimension: "device", value: "Other", value_position: 2},
    {dimension: "last_stage", value: "view", value_position: 1},
    {dimension: "started_on", value: "2024-01-01", value_position: 1}
  ]);
});

test("marts.session_counts has every day from the first to the last on which a session began", async () => {
  expect(
    await rowsOf("from marts.session_counts where dimension = 'started_on'", [
      visit("2024-02-28", "view", "ann"),
      visit("2024-03-01", "view", "bob"),
      // no session
      event("2024-03-02 10:00:00", "view", "cyd", {user_session: ""})
    ])
  ).toEqual([
    ...of("started_on", "2024-02-28", 1, {all: 1, view: 1}),
    ...of("started_on", "2024-02-29", 2, {all: 0, view: 0}),
    ...of("started_on", "2024-03-01", 3, {all: 1, view: 1})
  ]);
});

test("marts.session_counts has what was left in carts in buckets that begin at their bounds", async () => {
  const prices = ["0.01", "9.99", "10", "24.99", "25", "99.9999", "100", "499", "500", "1000", "5000"];
  const rows = await rowsOf(
    "select value, sessions from marts.session_counts where dimension = 'cart_bucket' and position = 0",
    [
      visit("2024-01-01", "view", "ann", {product_id: "lamp", price: "20"}),
      ...prices.map((price) => visit("2024-01-01", "cart", `${price} euros`, {product_id: "lamp", price}))
    ]
  );
  expect(rows.map(({value, sessions}) => [value, sessions])).toEqual([
    ["none", 1],
    ["0", 2],
    ["10", 2],
    ["25", 1],
    ["50", 1],
    ["100", 1],
    ["250", 1],
    ["500", 1],
    ["1000", 2]
  ]);
});

test("marts.session_counts has no carts without prices, and nothing without sessions", async () => {
  const dimensions = "select distinct dimension from marts.session_counts where dimension = 'cart_bucket'";
  expect(await rowsOf(dimensions, [visit("2024-01-01", "cart", "ann", {product_id: "lamp"})])).toEqual([]);
  expect(
    await rowsOf("marts.session_counts", [event("2024-01-01 10:00:00", "view", "ann", {user_session: ""})])
  ).toEqual([]);
});

function of(
  dimension: string,
  value: string,
  value_position: number,
  counts: Record<string, number>,
  lost: Record<string, number> = {}
) {
  return Object.entries(counts).map(([stage, sessions], position) => ({
    dimension,
    value,
    value_position,
    stage,
    position,
    sessions,
    lost_sessions: lost[stage] ?? null
  }));
}
