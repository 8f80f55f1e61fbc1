import {expect, test} from "vitest";
import {numberFormat} from "../../../../src/shared/number-format.ts";
import {trafficAnswer, type TrafficFacts} from "../../../../src/shared/traffic/traffic-answer.ts";
import type {Campaign, Channel} from "../../../../src/shared/traffic/traffic-rows.ts";
import {earner} from "./earner.ts";

const formats = {...numberFormat("en-US", "USD"), minimumTrials: 30};
const kpis = {sessions: 1000, orders: 50, revenue: 10_000, average_order_value: 200};
const noAds = {source: null, orders_of_visitors: 0, impressions: null, clicks: null, click_through_rate: null};

function channel(name: string, known: Partial<Channel>): Channel {
  return {...earner, channel: name, ...known};
}

function campaign(name: string, known: Partial<Campaign>): Campaign {
  return {...earner, ...noAds, campaign: name, ...known};
}

function answerOf(facts: Partial<TrafficFacts>): string[] {
  const {claim, context} = trafficAnswer({channels: [], campaigns: [], kpis, ...facts}, formats);
  return [claim, context];
}

const sale = campaign("Sale", {
  sessions: 148,
  purchasing_sessions: 15,
  orders: 15,
  orders_of_visitors: 20,
  revenue: 3000,
  cost: 5000
});
const google = channel("google", {sessions: 400, orders: 20, revenue: 6000, cost: 1000});

test("trafficAnswer(facts, formats) says first what brought less than it cost, in money, and how sure that is", () => {
  expect(answerOf({campaigns: [sale], channels: [google]})).toEqual([
    "The campaign “Sale” cost $5,000 and brought orders worth $3,000: $2,000 less.",
    "10.1% of its 148 visits brought an order (95% interval: 6.2% to 16.0%). With what its visitors ordered later, within 30 days, it is 20 orders: at the average order about $4,000, still less than it cost."
  ]);
  // what they ordered later may make up for it
  expect(answerOf({campaigns: [{...sale, orders_of_visitors: 30}]})[1]).toMatch(
    /about \$6,000, which would be more than it cost\.$/
  );
});

test("trafficAnswer(facts, formats) names the largest loss of several, and what all cost", () => {
  const reach = campaign("Reach", {sessions: 90, revenue: 0, cost: 3000});
  expect(answerOf({campaigns: [sale, reach]})).toEqual([
    "The campaign “Reach” cost $3,000 and brought no order.",
    "0.0% of its 90 visits brought an order (95% interval: 0.0% to 4.1%). In all, 2 campaigns brought less than they cost: $3,000 for $8,000."
  ]);
});

test("trafficAnswer(facts, formats) says nothing of too few visits, nor of names that are none", () => {
  const few = {...sale, sessions: 29};
  expect(answerOf({campaigns: [few, {...sale, campaign: "Other"}], channels: [google]})[0]).toBe(
    "“google” brings $6,000 for a cost of $1,000."
  );
});

test("trafficAnswer(facts, formats) compares the best with the worst where nothing loses", () => {
  const mail = channel("mail", {sessions: 100, orders: 9, revenue: 1000, cost: 100});
  expect(answerOf({channels: [google, mail, channel("direct", {sessions: 500, revenue: 3000})]})).toEqual([
    "“mail” brings $1,000 for a cost of $100; “google” $6,000 for $1,000.",
    "That is 10 times the cost against 6 times, the most and the least of 2 channels that cost something. All of them cost $1,100 and brought $7,000."
  ]);
});

test("trafficAnswer(facts, formats) says what brings most without costs, without prices and without orders", () => {
  const direct = channel("direct", {sessions: 500, orders: 30, revenue: 3000});
  const bing = channel("bing", {sessions: 400, orders: 40, revenue: 2000});
  const unknown = "Whether that is worth its cost cannot be told: no costs are known.";
  expect(answerOf({channels: [direct, bing]})).toEqual([
    "“direct” brings the most: $3,000, 30.0% of the revenue.",
    unknown
  ]);
  const unpriced = [direct, bing].map((row) => ({...row, revenue: null}));
  expect(answerOf({channels: unpriced})).toEqual(["“bing” brings the most orders: 40 of 50.", unknown]);
  expect(answerOf({channels: unpriced.map((row) => ({...row, orders: 0}))})).toEqual([
    "Most visits come from “direct”: 500 of 1,000.",
    "Nobody who came has ordered yet."
  ]);
});

test("trafficAnswer(facts, formats) says what it cannot tell", () => {
  expect(answerOf({})).toEqual(["These events do not say where visitors come from.", ""]);
  expect(answerOf({campaigns: [campaign("Other", {sessions: 1})]})).toEqual([
    "Too few visits to tell which campaign brings most.",
    ""
  ]);
  expect(answerOf({channels: [channel("Unknown", {sessions: 900})]})[0]).toBe(
    "Of all visits the channel is not known, or too rare to be told."
  );
});
