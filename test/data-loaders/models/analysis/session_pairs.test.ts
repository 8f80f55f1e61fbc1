import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const open = {privacy: {minimumGroupSize: 1}, thresholds: {minimumTrials: 1}};

// ann comes three times on a desktop and buys twice, and twice on a phone, where she buys once; bob, who comes once, is no pair
const events = [
  ...visit("ann", 1, "desktop", true),
  ...visit("ann", 2, "desktop", true),
  ...visit("ann", 3, "desktop", false),
  ...visit("ann", 4, "phone", true),
  ...visit("ann", 5, "phone", false),
  ...visit("bob", 1, "phone", true),
  ...visit("cyd", 1, "watch", false)
];

test("analysis.session_pairs counts pairs of one person's sessions within a value and within all others", async () => {
  const rows = await rowsOf(
    `select value, trial_pairs, mixed_pairs, success_pairs, rest_trial_pairs, rest_mixed_pairs, rest_success_pairs
    from analysis.session_pairs where metric = 'session_conversion' and dimension = 'device' order by value`,
    events,
    open
  );
  expect(rows).toEqual([
    rowOf("desktop", [3 * 2, 2 * 2, 2], [2, 1, 0]),
    rowOf("phone", [2, 1, 0], [3 * 2, 2 * 2, 2]),
    rowOf("watch", [0, 0, 0], [5 * 4, 3 * 4, 3 * 2])
  ]);
});

test("analysis.session_pairs counts for a step only sessions that came to it", async () => {
  const carts = [
    event("2024-01-01 12:00:00", "cart", "ann", {user_session: "ann 1", device: "desktop"}),
    event("2024-01-02 12:00:00", "cart", "ann", {user_session: "ann 2", device: "desktop"})
  ];
  const rows = await rowsOf(
    `select metric, trial_pairs, mixed_pairs, success_pairs from analysis.session_pairs
    where dimension = 'device' and value = 'desktop' order by metric`,
    [...events, ...carts],
    open
  );
  expect(rows).toEqual([
    {metric: "cart_to_purchase", trial_pairs: 2, mixed_pairs: 2, success_pairs: 2},
    {metric: "session_conversion", trial_pairs: 6, mixed_pairs: 4, success_pairs: 2},
    {metric: "view_to_cart", trial_pairs: 6, mixed_pairs: 4, success_pairs: 2}
  ]);
});

test("analysis.session_pairs has none where everybody comes once, or there are no sessions", async () => {
  const query = "select distinct trial_pairs, rest_trial_pairs from analysis.session_pairs";
  const once = [...visit("ann", 1, "desktop", true), ...visit("bob", 1, "phone", false)];
  expect(await rowsOf(query, once, open)).toEqual([{trial_pairs: 0, rest_trial_pairs: 0}]);
  const without = events.map((given) => ({...given, user_session: ""}));
  expect(await rowsOf(query, without, open)).toEqual([]);
});

function visit(user: string, day: number, device: string, buys: boolean) {
  const about = {user_session: `${user} ${day}`, device};
  return ["view", ...(buys ? ["purchase"] : [])].map((type) => event(`2024-01-0${day} 10:00:00`, type, user, about));
}

function rowOf(value: string, own: [number, number, number], rest: [number, number, number]) {
  const [trial_pairs, mixed_pairs, success_pairs] = own;
  const [rest_trial_pairs, rest_mixed_pairs, rest_success_pairs] = rest;
  return {value, trial_pairs, mixed_pairs, success_pairs, rest_trial_pairs, rest_mixed_pairs, rest_success_pairs};
}
