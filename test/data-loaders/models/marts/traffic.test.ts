import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "10"};
const noCosts = {cost: null, cost_per_order: null, return_on_ad_spend: null};

test("marts.traffic counts sessions by their source, those of too few people together", async () => {
  expect(
    await rowsOf(
      "marts.traffic",
      [
        event("2024-01-01 10:00:00", "view", "ann", {...lamp, user_session: "s1", source: "google"}),
        event("2024-01-01 10:01:00", "purchase", "ann", {...lamp, user_session: "s1", source: "mail"}),
        event("2024-01-02 10:00:00", "view", "ann", {...lamp, user_session: "s2", source: "google"}),
        event("2024-01-01 10:00:00", "view", "bob", {...lamp, user_session: "s3", source: "google"}),
        event("2024-01-01 10:00:00", "view", "cyd", {...lamp, user_session: "s4", source: ""}),
        event("2024-01-01 10:00:00", "view", "dan", {...lamp, user_session: "s5", source: ""}),
        // one person each, the same one
        event("2024-01-03 10:00:00", "purchase", "ann", {...lamp, user_session: "s6", source: "rare"}),
        event("2024-01-04 10:00:00", "view", "ann", {...lamp, user_session: "s7", source: "odd"}),
        event("2024-01-05 10:00:00", "purchase", "eve", {...lamp, user_session: "", source: "lost"})
      ],
      {privacy: {minimumGroupSize: 2}}
    )
  ).toEqual([
    {
      channel: "Other",
      sessions: 2,
      users: 1,
      purchasing_sessions: 1,
      orders: 1,
      revenue: 10,
      conversion_rate: 1 / 2,
      ...noCosts
    },
    {
      channel: "Unknown",
      sessions: 2,
      users: 2,
      purchasing_sessions: 0,
      orders: 0,
      revenue: 0,
      conversion_rate: 0,
      ...noCosts
    },
    {
      channel: "google",
      sessions: 3,
      users: 2,
      purchasing_sessions: 1,
      orders: 1,
      revenue: 10,
      conversion_rate: 1 / 3,
      ...noCosts
    }
  ]);
});

test("marts.traffic is empty where the data knows no sources", async () => {
  expect(await rowsOf("marts.traffic", [event("2024-01-01 10:00:00", "view", "ann", lamp)])).toEqual([]);
});
