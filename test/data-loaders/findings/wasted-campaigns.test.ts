import {expect, test} from "vitest";
import {wastedCampaigns} from "../../../data-loaders/findings/wasted-campaigns.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";

const format = numberFormat("en-US", "USD");
const row = {
  paid_campaigns: 9n,
  wasted_campaigns: 1n,
  cost: 983.14,
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
    valueInterval: [983.14, 983.14]
  });
});

test("wastedCampaigns.state(row, format) speaks of several as several", () => {
  expect(wastedCampaigns.state({...row, wasted_campaigns: 3n}, format).claim).toBe(
    "$983 went into the campaign “Lookalikes, reach” and 2 other campaigns, and not one of the 423 people who came by them ordered."
  );
});

test("wastedCampaigns.state(row, format) says what it cannot tell", () => {
  expect(wastedCampaigns.state({...row, wasted_campaigns: 0n}, format)).toMatchObject({
    verdict: "does_not_hold",
    evidence: "9 campaigns have costs."
  });
  expect(wastedCampaigns.state(undefined, format).verdict).toBe("not_in_data");
});
