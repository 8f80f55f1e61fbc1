import {describe, expect, test} from "vitest";
import type {Warehouse} from "../../../data-loaders/warehouse.ts";
import {useDemoStore} from "../../fixtures/demo-store.ts";

// what a shop of this kind has, and how far another seed or a small shop may be from it
const shares: [name: string, expected: number, tolerance: number, toleranceOfSmall: number][] = [
  ["users who only view", 0.906, 0.003, 0.008],
  ["users who give up a cart", 0.0415, 0.0015, 0.005],
  ["users with one order", 0.033, 0.0015, 0.005],
  ["users with several orders", 0.019, 0.001, 0.004],
  ["users with one purchase event", 0.033, 0.0025, 0.006],
  ["users with several purchase events", 0.019, 0.002, 0.005],
  ["view to cart, of users", 0.091, 0.002, 0.009],
  ["cart to purchase, of users", 0.58, 0.015, 0.06],
  ["sessions per user", 1.2, 0.03, 0.06],
  ["value of a purchase", 137, 6, 45],
  ["product events without brand", 0.24, 0.02, 0.045],
  ["product events without category", 0.27, 0.02, 0.045],
  ["revenue without brand", 0.11, 0.015, 0.15],
  ["revenue without category", 0.1, 0.015, 0.15],
  ["events per user", 1_100_000 / 407_000, 0.15, 0.2],
  ["revenue of computers", 0.7, 0.1, 0.2],
  ["events on desktops", 0.58, 0.03, 0.06]
];

describe.each([
  [1000, 1],
  [1000, 2],
  [1000, 3],
  [40_000, 1],
  [40_000, 2],
  [400_000, 1],
  [400_000, 2]
])("generateDemoStore(warehouse, {users: %i, seed: %i})", (users, seed) => {
  test("has the shares of a shop of its kind", async () => {
    const measured = await measureShares(await useDemoStore({users, seed}));
    const far = shares.flatMap(([name, expected, tolerance, toleranceOfSmall]) => {
      const allowed = users < 10_000 ? toleranceOfSmall : users < 100_000 ? 1.5 * tolerance : tolerance;
      const value = measured[name] ?? NaN;
      return Math.abs(value - expected) <= allowed
        ? []
        : [`${name}: ${value.toFixed(4)}, not ${expected} ± ${allowed}`];
    });
    expect(far).toEqual([]);
  });
});

test("generateDemoStore(warehouse, store) has the rhythm of hours and weekdays, and long tails", async () => {
  const warehouse = await useDemoStore({users: 60_000, seed: 5, truths: []});
  const rhythm = await warehouse.row(`
    with visits as (select hour(started_at) as hour, isodow(started_at) as day from sessions)
    select
        avg(case when hour between 19 and 21 then 1 else 0 end) / avg(case when hour between 2 and 4 then 1 else 0 end) > 5 as evenings,
        count(*) filter (where day = 6) / count(*) filter (where day = 2) between 0.7 and 0.9 as fewer_on_saturdays
    from visits`);
  expect(rhythm).toEqual({evenings: true, fewer_on_saturdays: true});
  const tails = await warehouse.row(`
    with views as (select product_id, count(*) as n from events where event_type = 'view' group by 1),
    ranked as (select n, row_number() over (order by n desc) as place, count(*) over () as products, sum(n) over () as total from views)
    select
        sum(n) filter (where place <= products / 10) / any_value(total) > 0.4 as few_products_are_viewed_most,
        (select median(price) < 0.75 * avg(price) from products) as few_products_are_dear,
        (select count(*) filter (where orders > 4) > 0 from (select count(*) as orders from orders group by user_id)) as few_people_order_often
    from ranked`);
  expect(tails).toEqual({
    few_products_are_viewed_most: true,
    few_products_are_dear: true,
    few_people_order_often: true
  });
});

async function measureShares(warehouse: Warehouse): Promise<Record<string, number>> {
  const measured = await warehouse.row(`
    with clean as (
      select distinct on (event_time, event_type, user_id, user_session, product_id) *, price * quantity as value from events
      where event_time <> 'NaT' and event_type <> '(unset)' and user_id is not null and coalesce(price, 1) > 0
    ),
    people as (
      select user_id, count(*) filter (where event_type = 'view') as views, count(*) filter (where event_type = 'cart') as carts,
        count(*) filter (where event_type = 'purchase') as purchases, count(distinct order_id) as orders
      from clean group by user_id
    ),
    of_people as (
      select
        avg(case when carts + purchases = 0 then 1 else 0 end) as "users who only view",
        avg(case when carts > 0 and purchases = 0 then 1 else 0 end) as "users who give up a cart",
        avg(case when orders = 1 then 1 else 0 end) as "users with one order",
        avg(case when orders > 1 then 1 else 0 end) as "users with several orders",
        avg(case when purchases = 1 then 1 else 0 end) as "users with one purchase event",
        avg(case when purchases > 1 then 1 else 0 end) as "users with several purchase events",
        count(*) filter (where carts > 0) / count(*) filter (where views > 0) as "view to cart, of users",
        count(*) filter (where purchases > 0) / count(*) filter (where carts > 0) as "cart to purchase, of users"
      from people
    ),
    of_events as (
      select
        count(distinct user_session) / count(distinct user_id) as "sessions per user",
        avg(value) filter (where event_type = 'purchase') as "value of a purchase",
        avg(case when brand is null then 1 else 0 end) filter (where product_id is not null) as "product events without brand",
        avg(case when category_code is null then 1 else 0 end) filter (where product_id is not null) as "product events without category",
        sum(value) filter (where event_type = 'purchase' and brand is null)
          / sum(value) filter (where event_type = 'purchase') as "revenue without brand",
        sum(value) filter (where event_type = 'purchase' and category_code is null)
          / sum(value) filter (where event_type = 'purchase') as "revenue without category",
        sum(value) filter (where event_type = 'purchase' and starts_with(category_code, 'computers'))
          / sum(value) filter (where event_type = 'purchase') as "revenue of computers",
        count(*) / count(distinct user_id) as "events per user",
        avg(case when device = 'desktop' then 1 else 0 end) as "events on desktops"
      from clean
    )
    from of_people cross join of_events`);
  return Object.fromEntries(Object.entries(measured).map(([name, value]) => [name, Number(value)]));
}
