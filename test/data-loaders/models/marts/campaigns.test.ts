import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";
import {temporaryFolder} from "../../../fixtures/temporary-folder.ts";

const everybody = {privacy: {minimumGroupSize: 1}};

const events = [
  visit("ann", "2024-01-01", {source: "google", campaign: "Spring"}),
  visit("ann", "2024-01-05", {source: "direct"}, 40),
  visit("bob", "2024-01-02", {source: "google", campaign: "Spring"}, 20),
  visit("bob", "2024-01-03", {source: "mail", campaign: "Letter"}),
  visit("bob", "2024-01-04", {source: "mail", campaign: "Letter"}, 30),
  visit("cyd", "2024-01-05", {source: "bing", campaign: "Spring"})
];

const costs = [
  "day,source,campaign,cost,impressions,clicks",
  "2024-01-01,google,Spring,6,1000,10",
  "2024-01-02,google,Spring,4,,10",
  "2024-01-03,radio,Jingle,50,,",
  // outside the days of the events
  "2023-12-31,google,Spring,1000,1,1",
  "2024-01-06,google,Spring,1000,1,1"
];

test("marts.campaigns has what campaigns brought, cost and led to, those without a visit included", async () => {
  expect(await rowsOf("marts.campaigns", events, {...everybody, costs: {files: fileOf(costs)}})).toEqual([
    {
      campaign: "Jingle",
      source: "radio",
      sessions: 0,
      users: 0,
      purchasing_sessions: 0,
      orders: 0,
      revenue: 0,
      conversion_rate: null,
      attributed_orders: 0,
      orders_of_visitors: 0,
      impressions: null,
      clicks: null,
      click_through_rate: null,
      cost: 50,
      last_cost_on: new Date("2024-01-03"),
      cost_per_order: null,
      return_on_ad_spend: 0
    },
    {
      campaign: "Letter",
      source: "mail",
      sessions: 2,
      users: 1,
      purchasing_sessions: 1,
      orders: 1,
      revenue: 30,
      conversion_rate: 0.5,
      attributed_orders: 1,
      orders_of_visitors: 1,
      impressions: null,
      clicks: null,
      click_through_rate: null,
      cost: null,
      last_cost_on: null,
      cost_per_order: null,
      return_on_ad_spend: null
    },
    {
      campaign: "Spring",
      source: "google",
      sessions: 3,
      users: 3,
      purchasing_sessions: 1,
      orders: 1,
      revenue: 20,
      conversion_rate: 1 / 3,
      // Bob's first, and Ann's, whose last visit was direct; Bob's second one came by the letter
      attributed_orders: 2,
      orders_of_visitors: 3,
      impressions: 1000,
      clicks: 20,
      click_through_rate: 0.02,
      cost: 10,
      last_cost_on: new Date("2024-01-02"),
      cost_per_order: 10,
      return_on_ad_spend: 2
    }
  ]);
});

test("marts.campaigns puts those of too few people together, but for those without any", async () => {
  const rows = await rowsOf(
    "select campaign, source, sessions, users, orders_of_visitors, cost from marts.campaigns",
    [...events, visit("dan", "2024-01-05", {source: "mail", campaign: "Other"}, 10)],
    {privacy: {minimumGroupSize: 3}, costs: {files: fileOf([...costs, "2024-01-03,,Letter,7,,"])}}
  );
  expect(rows).toEqual([
    {campaign: "Jingle", source: "radio", sessions: 0, users: 0, orders_of_visitors: 0, cost: 50},
    {campaign: "Other", source: "Other", sessions: 3, users: 2, orders_of_visitors: 2, cost: 7},
    {campaign: "Spring", source: "Other", sessions: 3, users: 3, orders_of_visitors: 3, cost: 10}
  ]);
});

test("marts.campaigns without sources credits the last campaign, and is empty without campaigns", async () => {
  const withoutSource = events.map(({source: _, ...others}) => others);
  expect(
    await rowsOf("select campaign, source, attributed_orders from marts.campaigns", withoutSource, everybody)
  ).toEqual([
    {campaign: "Letter", source: null, attributed_orders: 1},
    {campaign: "Spring", source: null, attributed_orders: 2}
  ]);
  const withoutCampaign = events.map(({campaign: _, ...others}) => others);
  expect(await rowsOf("marts.campaigns", withoutCampaign, {...everybody, costs: {files: fileOf(costs)}})).toEqual([]);
});

test("marts.traffic has what channels cost, those that brought nobody included", async () => {
  expect(
    await rowsOf(
      "select channel, sessions, orders, conversion_rate, cost, cost_per_order, return_on_ad_spend from marts.traffic",
      events,
      {...everybody, costs: {files: fileOf(costs)}}
    )
  ).toEqual([
    row("bing", {sessions: 1, conversion_rate: 0}),
    row("direct", {sessions: 1, orders: 1, conversion_rate: 1}),
    row("google", {
      sessions: 2,
      orders: 1,
      conversion_rate: 0.5,
      cost: 10,
      cost_per_order: 10,
      return_on_ad_spend: 2
    }),
    row("mail", {sessions: 2, orders: 1, conversion_rate: 0.5}),
    row("radio", {cost: 50, return_on_ad_spend: 0})
  ]);
});

function row(channel: string, values: object): object {
  const nothing = {conversion_rate: null, cost: null, cost_per_order: null, return_on_ad_spend: null};
  return {channel, sessions: 0, orders: 0, ...nothing, ...values};
}

function fileOf(lines: string[]): string {
  const path = join(temporaryFolder(), "costs.csv");
  writeFileSync(path, lines.join("\n"));
  return path;
}

/** A session of one event: a purchase where there is a price, else a view. */
function visit(user: string, day: string, others: RawEvent, price?: number): RawEvent {
  return event(`${day} 12:00:00`, price === undefined ? "view" : "purchase", user, {
    product_id: "lamp",
    price: String(price ?? 1),
    user_session: `${user} ${day}`,
    source: "",
    campaign: "",
    ...others
  });
}
