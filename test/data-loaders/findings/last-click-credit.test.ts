import {expect, test} from "vitest";
import {lastClickCredit} from "../../../data-loaders/findings/last-click-credit.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";
import {rowsOf} from "../../fixtures/build-warehouse.ts";
import {event} from "../../fixtures/raw-event.ts";

const format = numberFormat("en-US", "USD");
const row = {
  over_channel: "google",
  over_last: 100,
  over_markov: 60,
  over_low: 55,
  over_high: 105,
  over_errors: 4,
  under_channel: "newsletter",
  under_last: 50,
  under_markov: 90,
  under_low: 45,
  under_high: 95,
  under_errors: -4.2,
  channels: 5,
  orders: 200
};

test("lastClickCredit.state(row, format) names the channels with too little and too much credit", () => {
  expect(lastClickCredit.state(row, format)).toMatchObject({
    verdict: "holds",
    claim:
      "The last click credits “newsletter” with 50 orders, where the paths to all orders give it about 90, and “google” with 100 orders, where the paths to all orders give it about 60.",
    evidence:
      "By the paths, a channel is credited with what would be lost without it (Markov removal effect). The seven models give “newsletter” between 45 and 95 orders."
  });
});

test("lastClickCredit.state(row, format) leaves out a channel whose difference may be chance", () => {
  // of five channels, 2.58 standard errors
  expect(lastClickCredit.state({...row, under_errors: -2.5}, format).claim).toBe(
    "The last click credits “google” with 100 orders, where the paths to all orders give it about 60."
  );
  expect(lastClickCredit.state({...row, under_errors: -2.5, over_errors: 2.5}, format)).toMatchObject({
    verdict: "does_not_hold",
    claim:
      "No channel’s credit by the last click is farther than by chance from what would be lost without the channel."
  });
});

test("lastClickCredit.state(row, format) says what it cannot tell", () => {
  expect(lastClickCredit.state({orders: 29, channels: null}, format).verdict).toBe("too_few_to_tell");
  expect(lastClickCredit.state(undefined, format).verdict).toBe("not_in_data");
});

test("lastClickCredit.query looks at channels with enough orders, and says where there are none", async () => {
  const buy = (user: string, source: string) =>
    event("2024-01-01 10:00:00", "purchase", user, {product_id: "lamp", price: "5", source, user_session: user});
  const events = [buy("ann", "google"), buy("bob", "google"), buy("cyd", "mail"), buy("dan", "direct")];
  const options = {privacy: {minimumGroupSize: 1}, thresholds: {minimumTrials: 2}};
  expect(await rowsOf(lastClickCredit.query, events, options)).toMatchObject([
    {orders: 3, channels: 1, over_channel: "google", over_last: 2, under_channel: "google"}
  ]);
  expect(await rowsOf(lastClickCredit.query, events.slice(2), options)).toMatchObject([{orders: 1, channels: null}]);
  expect(await rowsOf(lastClickCredit.query, [event("2024-01-01 10:00:00", "view", "ann")], options)).toEqual([]);
});
