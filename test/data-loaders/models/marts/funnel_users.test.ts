import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const noInterval = {conversion_low: null, conversion_high: null};

const none = {also_previous: 0, conversion_from_previous: null, drop_off_from_previous: null};

test("marts.funnel_users counts users with at least one event of a stage, in any order", async () => {
  const rows = await rowsOf("marts.funnel_users", [
    event("2024-01-01 10:00:00", "view", "ann"),
    event("2024-01-02 10:00:00", "view", "ann"),
    event("2024-01-01 09:00:00", "cart", "ann"),
    event("2024-01-01 10:00:00", "view", "bob"),
    event("2024-01-01 10:00:00", "cart", "cyd"),
    event("2024-01-01 10:00:00", "view", "dan"),
    event("2024-01-01 10:00:00", "view", "eve"),
    event("2024-01-01 11:00:00", "purchase", "eve")
  ]);
  expect(rows).toEqual([
    {
      stage: "view",
      position: 1,
      reach_flag: 2,
      users: 4,
      ...none,
      share_of_first: 1,
      strict_conversion_from_previous: null,
      ...noInterval,
      strict_conversion_low: null,
      strict_conversion_high: null,
      has_enough_users: null
    },
    {
      stage: "cart",
      position: 2,
      reach_flag: 4,
      users: 2,
      also_previous: 1,
      conversion_from_previous: 2 / 4,
      drop_off_from_previous: 2 / 4,
      share_of_first: 2 / 4,
      strict_conversion_from_previous: 1 / 4,
      ...noInterval,
      strict_conversion_low: expect.closeTo(0.045587, 5) as number,
      strict_conversion_high: expect.closeTo(0.699358, 5) as number,
      has_enough_users: false
    },
    {
      stage: "purchase",
      position: 3,
      reach_flag: 16,
      users: 1,
      also_previous: 0,
      conversion_from_previous: 1 / 2,
      drop_off_from_previous: 1 / 2,
      share_of_first: 1 / 4,
      strict_conversion_from_previous: 0,
      ...noInterval,
      strict_conversion_low: 0,
      strict_conversion_high: expect.closeTo(0.65762, 5) as number,
      has_enough_users: false
    }
  ]);
});

test("marts.funnel_users leaves out stages that the data lacks, and other event types", async () => {
  expect(
    await rowsOf("select stage, position, users from marts.funnel_users", [
      event("2024-01-01 10:00:00", "home", "ann"),
      event("2024-01-01 10:01:00", "remove_from_cart", "ann"),
      event("2024-01-01 10:02:00", "purchase", "ann")
    ])
  ).toEqual([
    {stage: "home", position: 1, users: 1},
    {stage: "purchase", position: 2, users: 1}
  ]);
});

test("marts.funnel_users knows the analyst's own stages, and the files' names for them", async () => {
  expect(
    await rowsOf(
      "select stage, position, users from marts.funnel_users",
      [
        event("2024-01-01 10:00:00", "Quiz Started", "ann"),
        event("2024-01-01 10:01:00", " quiz started ", "bob"),
        event("2024-01-01 10:02:00", "PURCHASE", "bob"),
        event("2024-01-01 10:03:00", "view", "cyd")
      ],
      {
        stages: ["start_quiz", "purchase"],
        events: {source: "files", files: "x", types: {"Quiz Started": "start_quiz"}}
      }
    )
  ).toEqual([
    {stage: "start_quiz", position: 1, users: 2},
    {stage: "purchase", position: 2, users: 1}
  ]);
});

test("marts.funnel_users gives an interval of those alone who have been at the stage before, where others have not", async () => {
  expect(
    await rowsOf("select * exclude (share_of_first) from marts.funnel_users where position = 2", [
      event("2024-01-01 10:00:00", "cart", "ann"),
      event("2024-01-01 10:01:00", "purchase", "ann"),
      event("2024-01-01 10:02:00", "purchase", "bob")
    ])
  ).toEqual([
    {
      stage: "purchase",
      position: 2,
      reach_flag: 16,
      users: 2,
      also_previous: 1,
      conversion_from_previous: 2,
      drop_off_from_previous: -1,
      strict_conversion_from_previous: 1,
      ...noInterval,
      // of one in one: 1 / (1 + z²)
      strict_conversion_low: expect.closeTo(0.206549, 5) as number,
      strict_conversion_high: 1,
      has_enough_users: false
    }
  ]);
});

// Newcombe, R. G. (1998), Two-sided confidence intervals for the single proportion: comparison of seven methods.
// Statistics in Medicine 17: 857-872, table I, method 3 (score without continuity correction)
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [1, 29, 0.0061, 0.1718]
])("marts.funnel_users gives the published interval of %i of %i", async (successes, trials, low, high) => {
  const views = Array.from({length: trials}, (_, i) => event("2024-01-01 10:00:00", "view", `user ${i}`));
  const carts = Array.from({length: successes}, (_, i) => event("2024-01-01 10:01:00", "cart", `user ${i}`));
  const [, cart] = await rowsOf("marts.funnel_users", [...views, ...carts]);
  expect([cart?.conversion_low, cart?.conversion_high].map((value) => Number(value).toFixed(4))).toEqual([
    low.toFixed(4),
    high.toFixed(4)
  ]);
});
