import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";

const columns = "metric, value, trials, successes, rest_trials, rest_successes, verdict";
const comparisons = (dimension: string) =>
  `select ${columns} from marts.comparisons where dimension = '${dimension}' order by metric, value`;
const open = {privacy: {minimumGroupSize: 1}, thresholds: {minimumTrials: 1}};

// ann buys on a desktop, bob puts into a cart on a phone, cyd looks on a phone
const events = [
  event("2024-01-01 10:00:00", "view", "ann", {user_session: "s1", device: "desktop"}),
  event("2024-01-01 10:01:00", "cart", "ann", {user_session: "s1", device: "desktop"}),
  event("2024-01-01 10:02:00", "purchase", "ann", {user_session: "s1", device: "desktop"}),
  event("2024-01-01 11:00:00", "view", "bob", {user_session: "s2", device: "phone"}),
  event("2024-01-01 11:01:00", "cart", "bob", {user_session: "s2", device: "phone"}),
  event("2024-01-01 12:00:00", "view", "cyd", {user_session: "s3", device: "phone"})
];

test("marts.comparisons sets each value's rates against those of all others", async () => {
  expect(await rowsOf(comparisons("device"), events, open)).toEqual([
    rowOf("cart_to_purchase", "desktop", [1, 1], [1, 0], "no_difference"),
    rowOf("cart_to_purchase", "phone", [1, 0], [1, 1], "no_difference"),
    rowOf("session_conversion", "desktop", [1, 1], [2, 0], "no_difference"),
    rowOf("session_conversion", "phone", [2, 0], [1, 1], "no_difference"),
    rowOf("view_to_cart", "desktop", [1, 1], [2, 1], "no_difference"),
    rowOf("view_to_cart", "phone", [2, 1], [1, 1], "no_difference")
  ]);
});

test("marts.comparisons counts only successes among the trials, so that they never exceed them", async () => {
  // dan buys without a cart
  const all = [...events, event("2024-01-01 13:00:00", "purchase", "dan", {user_session: "s4", device: "desktop"})];
  expect(await rowsOf(`${comparisons("device")} limit 2`, all, open)).toEqual([
    rowOf("cart_to_purchase", "desktop", [1, 1], [1, 0], "no_difference"),
    rowOf("cart_to_purchase", "phone", [1, 0], [1, 1], "no_difference")
  ]);
});

test("marts.comparisons says that there are too few to tell, and hides the counts of too few", async () => {
  const rows = await rowsOf(comparisons("device"), events, {privacy: {minimumGroupSize: 2}});
  // a single desktop is Other, and still too few
  expect(rows.slice(0, 2)).toEqual([
    rowOf("cart_to_purchase", "Other", [null, null], [null, null], "too_few_to_tell"),
    rowOf("cart_to_purchase", "phone", [null, null], [null, null], "too_few_to_tell")
  ]);
});

test("marts.comparisons finds what is higher and lower, also of stages of one's own", async () => {
  const shop = Array.from({length: 80}, (_, i): RawEvent[] => [
    event("2024-01-01 10:00:00", "visit", `u${i}`, {user_session: `s${i}`, device: i < 40 ? "desktop" : "phone"}),
    ...(i < 30 || i > 74 ? [event("2024-01-01 10:01:00", "enquiry", `u${i}`, {user_session: `s${i}`})] : [])
  ]).flat();
  expect(await rowsOf(comparisons("device"), shop, {stages: ["visit", "enquiry"]})).toEqual([
    rowOf("session_conversion", "desktop", [40, 0], [40, 0], "no_difference"),
    rowOf("session_conversion", "phone", [40, 0], [40, 0], "no_difference"),
    rowOf("visit_to_enquiry", "desktop", [40, 30], [40, 5], "higher"),
    rowOf("visit_to_enquiry", "phone", [40, 5], [40, 30], "lower")
  ]);
});

test("marts.comparisons sets the current period against the previous one, where there are two", async () => {
  const days = [...Array(56).keys()].map((i) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10));
  const visits = days.map((date, i) =>
    event(`${date} 23:00:00`, i < 28 ? "view" : "purchase", `u${i}`, {user_session: `s${i}`})
  );
  expect(await rowsOf(comparisons("period"), visits)).toEqual([
    rowOf("session_conversion", "current", [28, 28], [28, 0], "too_few_to_tell"),
    rowOf("view_to_purchase", "current", [0, 0], [28, 0], "too_few_to_tell")
  ]);
  const enough = await rowsOf(comparisons("period"), visits, {thresholds: {minimumTrials: 28}});
  expect(enough[0]).toEqual(rowOf("session_conversion", "current", [28, 28], [28, 0], "higher"));
  expect(await rowsOf(comparisons("period"), visits.slice(1))).toEqual([]);
});

test("marts.comparisons counts sessions of one person for less than those of different people", async () => {
  // 15 people with three visits each per device; 20 more are on a watch once
  const shop = Array.from({length: 30}, (_, i): RawEvent[] =>
    [1, 2, 3].flatMap((visit) => {
      const about = {user_session: `s${i} ${visit}`, device: i < 15 ? "desktop" : "phone"};
      const time = `2024-01-0${visit} 10:00:00`;
      const buys = i < 5 || (i === 15 && visit < 3);
      return [event(time, "view", `u${i}`, about), ...(buys ? [event(time, "purchase", `u${i}`, about)] : [])];
    })
  ).flat();
  const watches = Array.from({length: 20}, (_, i) =>
    event("2024-01-01 10:00:00", "view", `w${i}`, {user_session: `w${i}`, device: "watch"})
  );
  const rows = await rowsOf(
    `select value, trials, successes, design_effect, rest_design_effect, verdict from marts.comparisons
    where dimension = 'device' and metric = 'session_conversion' order by value`,
    [...shop, ...watches],
    {thresholds: {minimumTrials: 15}}
  );
  // sums over people of (successes - rate × visits)², ÷ visits × rate × (1 - rate)
  const effects = (own: number, rest: number) => {
    return {design_effect: expect.closeTo(own, 9) as number, rest_design_effect: expect.closeTo(rest, 9) as number};
  };
  expect(rows).toEqual([
    {value: "desktop", trials: 45, successes: 15, ...effects(3, 76 / 39), verdict: "higher"},
    {value: "phone", trials: 45, successes: 2, ...effects(84 / 43, 183 / 65), verdict: "no_difference"},
    {value: "watch", trials: 20, successes: 0, ...effects(1, 3543 / 1241), verdict: "no_difference"}
  ]);
});

test("marts.comparisons is empty for a single session, and for dimensions that the data lacks", async () => {
  expect(await rowsOf("marts.comparisons", [event("2024-01-01 10:00:00", "view", "ann", {user_session: "s"})])).toEqual(
    []
  );
  const plain = events.map(({device: _, ...others}) => others);
  expect(await rowsOf("select distinct dimension from marts.comparisons where dimension = 'device'", plain)).toEqual(
    []
  );
});

function rowOf(
  metric: string,
  value: string,
  [trials, successes]: (number | null)[],
  [rest_trials, rest_successes]: (number | null)[],
  verdict: string
) {
  return {metric, value, trials, successes, rest_trials, rest_successes, verdict};
}
