import {expect, test} from "vitest";
import {numberFormat} from "../../../../src/shared/number-format.ts";
import {type EpisodeFacts, explainEpisode} from "../../../../data-loaders/statistics/anomalies/explain-episode.ts";

const facts: EpisodeFacts = {
  metric: "sessions",
  dimension: "all",
  value: null,
  startedOn: "2020-12-10",
  endedOn: "2020-12-16",
  shape: "high",
  expected: 2000,
  observed: 4100,
  trials: null,
  isHidden: false,
  users: null,
  step: null
};

test.each<[string, Partial<EpisodeFacts>]>([
  ["From 10 to 16 December 2020 there were 4,100 visits, 105.0% more than the 2,000 to be expected.", {}],
  [
    "From 10 to 16 December 2020 there were 9,000 page views from the source “a <b> c”, 4.5 times the 2,000 to be expected.",
    {metric: "views", observed: 9000, dimension: "source", value: "a <b>\n c"}
  ],
  [
    "From 10 to 16 December 2020 there were no orders, where 12 were to be expected.",
    {metric: "orders", observed: 0, expected: 12}
  ],
  [
    "From 10 to 16 December 2020 there were only a few orders, where 12 were to be expected.",
    {metric: "orders", observed: 1, expected: 12, isHidden: true}
  ],
  [
    "In the 7 days from 10 December 2020 on revenue was $1,000, 50.0% less than the $2,000 to be expected.",
    {metric: "revenue", observed: 1000, shape: "shift"}
  ],
  [
    "From 10 to 16 December 2020 15.0% of visits with the stage add to cart went on to the stage purchase in the browser “Mobile Safari”, where 81.0% were to be expected (of 46 visits).",
    {
      metric: "add_to_cart_to_purchase",
      step: ["add_to_cart", "purchase"],
      observed: 0.15,
      expected: 0.81,
      trials: 46,
      dimension: "browser",
      value: "Mobile Safari"
    }
  ],
  [
    "From 10 to 16 December 2020 31.0% of the events came from visits that look like a machine’s, of very few visitors, where hardly any were to be expected.",
    {metric: "bot_like_share", observed: 0.31, expected: 0.0001, trials: 4000}
  ],
  [
    "From 10 to 16 December 2020 there were no events at all.",
    {metric: "days_without_events", trials: 7, observed: 1, expected: 0}
  ],
  [
    "From 10 to 16 December 2020 there were days with more purchases than page views: 75 purchases against 25 page views on those days.",
    {metric: "purchases_above_views", trials: 100, observed: 0.75, expected: 0.1}
  ]
])("explainEpisode(facts, format): %s", (sentence, others) => {
  expect(explainEpisode({...facts, ...others}, numberFormat("en-US", "USD"))).toBe(sentence);
});
