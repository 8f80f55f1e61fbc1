import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {wastedCampaigns} from "../../../data-loaders/findings/wasted-campaigns.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";
import {rowsOf} from "../../fixtures/build-warehouse.ts";
import {event} from "../../fixtures/raw-event.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

const format = numberFormat("en-US", "USD");
const row = {
  paid_campaigns: 9n,
  ordering_campaigns: 8n,
  wasted_campaigns: 1n,
  running_campaigns: 1n,
  unvisited_campaigns: 0n,
  unvisited_cost: null,
  unvisited_campaign: null,
  cost: 983.14,
  running_cost: 983.14,
  sessions: 425n,
  users: 423n,
  expected_orders: 36,
  campaign: "Lookalikes, reach"
};

test("wastedCampaigns.state(row, format) names what was paid for and brought nobody who ordered", () => {
  expect(wastedCampaigns.state(row, format)).toMatchObject({
    verdict: "holds",
    claim: "$983 went into the campaign “Lookalikes, reach”, and not one of the 423 people who came by it ordered.",
    evidence: "425 visits; people who came by other campaigns would have made about 36 orders.",
    valueAtStake: 983.14,
    valueInterval: [983.14, 983.14],
    valueKind: "cost",
    isOver: false,
    about: {dimension: "campaign", value: "Lookalikes, reach"}
  });
});

test("wastedCampaigns.state(row, format) speaks of several as several", () => {
  const state = wastedCampaigns.state({...row, wasted_campaigns: 3n, running_campaigns: 2n, running_cost: 500}, format);
  expect(state).toMatchObject({
    claim:
      "$983 went into the campaign “Lookalikes, reach” and 2 other campaigns, and not one of the 423 people who came by them ordered.",
    worth: "Stopping what still runs saves $500 in a time as long as this.",
    valueAtStake: 500
  });
  expect(state.recommendation?.title).toBe("Stop the campaign “Lookalikes, reach” and 1 other campaign");
});

test("wastedCampaigns.state(row, format) stops nothing that is over", () => {
  const state = wastedCampaigns.state({...row, running_campaigns: 0n, running_cost: null}, format);
  expect(state).toMatchObject({
    isOver: true,
    worth: "It is over, and $983 is spent; the next campaign of its kind costs as much."
  });
  expect(state.recommendation?.title).toBe("Do not run the campaign “Lookalikes, reach” again as it was");
});

test("wastedCampaigns.state(row, format) tells of campaigns that no visit is recorded of", () => {
  const unvisited = {unvisited_campaigns: 2n, unvisited_cost: 700, unvisited_campaign: "Ghost"};
  expect(wastedCampaigns.state({...row, ...unvisited}, format).evidence).toMatch(
    / No visit at all is recorded of 2 more campaigns that cost \$700\.$/
  );
  expect(wastedCampaigns.state({...row, ...unvisited, wasted_campaigns: 0n}, format)).toMatchObject({
    verdict: "holds",
    claim: "$700 went into the campaign “Ghost” and 1 other campaign, and no visit by them is recorded.",
    valueAtStake: null,
    about: {dimension: "campaign", value: "Ghost"}
  });
});

test("wastedCampaigns.state(row, format) says what it cannot tell", () => {
  expect(wastedCampaigns.state({...row, wasted_campaigns: 0n}, format)).toMatchObject({
    verdict: "does_not_hold",
    evidence: "9 campaigns have costs."
  });
  expect(wastedCampaigns.state({...row, wasted_campaigns: 0n, ordering_campaigns: 0n}, format).verdict).toBe(
    "too_few_to_tell"
  );
  expect(wastedCampaigns.state(undefined, format).verdict).toBe("not_in_data");
});

test("wastedCampaigns.query tells what still costs from what is over, and what nobody came by", async () => {
  const people = Array.from({length: 100}, (_, i) => i);
  const came = (campaign: string, i: number) =>
    event(`2024-01-${String(1 + (i % 28)).padStart(2, "0")} 10:00:00`, "view", `${campaign} ${i}`, {
      user_session: `${campaign} ${i}`,
      source: "ads",
      campaign
    });
  const bought = people
    .filter((i) => i % 4 === 0)
    .map((i) => ({...came("Good", i), event_type: "purchase", product_id: "lamp", price: "5"}));
  const events = [...["Good", "Poor", "Over"].flatMap((campaign) => people.map((i) => came(campaign, i))), ...bought];
  const costs = [
    "day,source,campaign,cost",
    "2024-01-02,ads,Good,50",
    "2024-01-27,ads,Poor,20",
    "2024-01-03,ads,Over,70",
    "2024-01-03,ads,Ghost,5"
  ];
  const file = join(temporaryFolder(), "costs.csv");
  writeFileSync(file, costs.join("\n"));
  expect(await rowsOf(wastedCampaigns.query, events, {costs: {files: file}})).toEqual([
    {
      paid_campaigns: 4,
      ordering_campaigns: 1,
      wasted_campaigns: 2,
      running_campaigns: 1,
      cost: 90,
      running_cost: 20,
      sessions: 200,
      users: 200,
      // 25 orders of 300 people
      expected_orders: expect.closeTo(200 / 12, 9) as number,
      // the one that can be stopped, though the other cost more
      campaign: "Poor",
      unvisited_campaigns: 1,
      unvisited_cost: 5,
      unvisited_campaign: "Ghost"
    }
  ]);
  expect(await rowsOf(wastedCampaigns.query, events)).toEqual([]);
});
