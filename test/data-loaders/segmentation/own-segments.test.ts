import {expect, test} from "vitest";
import {buildWarehouse, rowsOf} from "../../fixtures/build-warehouse.ts";
import {event} from "../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "40"};
const events = [
  event("2024-01-01 10:00:00", "view", "ann", lamp),
  event("2024-01-01 10:00:00", "cart", "bob", lamp),
  event("2024-01-01 10:00:00", "purchase", "cyd", lamp),
  event("2024-01-02 10:00:00", "purchase", "cyd", lamp)
];
const privacy = {minimumGroupSize: 1};
const withRules = (rules: Record<string, string>) => ({segmentation: {seeds: 1, rules}, privacy});

test("writeOwnSegments(connection, rules) counts the users that each rule is true of", async () => {
  const rules = {"Big carts": "cart_value_left_behind >= 40", "It's all": "views >= 0 or true", Nobody: "views > 99"};
  expect(await rowsOf("marts.own_segments", events, withRules(rules))).toEqual([
    {
      ...{segment: "Big carts", position: 1, rule: rules["Big carts"]},
      ...{users: 1, share: 1 / 3, revenue: 0, conversion_rate: 0}
    },
    {
      ...{segment: "It's all", position: 2, rule: rules["It's all"]},
      ...{users: 3, share: 1, revenue: 80, conversion_rate: 1 / 3}
    },
    {
      ...{segment: "Nobody", position: 3, rule: rules.Nobody},
      ...{users: 0, share: 0, revenue: 0, conversion_rate: null}
    }
  ]);
});

test("writeOwnSegments(connection, rules) publishes no money of too few people", async () => {
  const rules = {Buyers: "orders > 0"};
  const options = {segmentation: {seeds: 1, rules}, privacy: {minimumGroupSize: 2}};
  expect(await rowsOf("select users, revenue, conversion_rate from marts.own_segments", events, options)).toEqual([
    {users: 1, revenue: null, conversion_rate: null}
  ]);
});

test.each([
  [
    "viws > 3",
    /report\.config\.ts: segmentation\.rules\.Mine: "viws > 3" is no condition on what is known of a user \(.*viws.*\); write SQL such as/
  ],
  ["views", /"views" is no condition .* \(it is integer, neither true nor false\)/],
  ["true) as a, (true", /is no condition/],
  ["views > ", /is no condition/]
])("writeOwnSegments(connection, {Mine: %j}) throws", async (rule, message) => {
  await expect(buildWarehouse(events, withRules({Mine: rule}))).rejects.toThrow(message);
});
