import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {createStatements} from "../../../data-loaders/demo-store/create-statements.ts";
import {demoTableNames, demoTables} from "../../../data-loaders/demo-store/schema.ts";
import type {Warehouse} from "../../../data-loaders/warehouse.ts";
import {openDemoStore, useDemoStore} from "../../fixtures/demo-store.ts";
import {plainRows} from "../../fixtures/plain-rows.ts";

test("generateDemoStore(warehouse, store) gives the same rows on any number of threads, and others for another seed", async () => {
  const digests = async (threads: number, seed: number) => {
    const warehouse = await useDemoStore({users: 3000, seed}, threads);
    const queries = demoTableNames.map(
      (name) => `select '${name}', count(*), bit_xor(hash(t)), sum(hash(t) % 1009) from ${name} as t`
    );
    return warehouse.rows(queries.join(" union all ") + " order by 1");
  };
  const one = await digests(1, 1);
  expect(await digests(2, 1)).toEqual(one);
  expect(await digests(2, 2)).not.toEqual(one);
});

test.each([1, 2, 99, 100, 1000])("generateDemoStore(warehouse, {users: %i}) makes so many people", async (users) => {
  const warehouse = await useDemoStore({users});
  expect(await warehouse.row("select count(*) as users, count(distinct user_id) as ids from users")).toEqual({
    users: BigInt(users),
    ids: BigInt(users)
  });
  await enforce(warehouse);
});

test("generateDemoStore(warehouse, {truths: []}) plants nothing, and needs no truth for its keys to hold", async () => {
  await enforce(await useDemoStore({users: 5000, seed: 3, truths: []}));
});

describe("generateDemoStore(warehouse, store)", () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await openDemoStore({users: 20_000, seed: 11});
    await warehouse.run(`
      create table main.clean as
      select distinct on (event_time, event_type, user_id, user_session, product_id) * from events
      where event_time <> 'NaT' and event_type in ('home', 'view', 'cart', 'checkout', 'purchase')
          and user_id is not null and coalesce(price, 1) > 0`);
  });
  afterAll(() => warehouse.close());

  // each query finds what does not reconcile
  test.each<[string, string]>([
    [
      "purchase events are the orders' items, with their price and quantity",
      `select order_id, product_id, quantity, price from main.clean where event_type = 'purchase'
      except all select order_id, product_id, quantity, unit_price from order_items
      union all (
        select order_id, product_id, quantity, unit_price from order_items
        except all select order_id, product_id, quantity, price from main.clean where event_type = 'purchase')`
    ],
    [
      "purchase events happen when, where and by whom the order was made",
      `select e.order_id from main.clean as e inner join orders as o on o.order_id = e.order_id
      where o.user_id <> e.user_id or o.session_id <> e.user_session or strftime(o.ordered_at, '%Y-%m-%d %H:%M:%S UTC') <> e.event_time`
    ],
    [
      "revenue of events, orders, items and payments is the same to the cent",
      `with sums as (
        select (select sum(price * quantity) from main.clean where event_type = 'purchase') as events,
          (select sum(total) from orders) as orders, (select sum(amount) from order_items) as items,
          (select sum(amount) from payments) as payments)
      from sums where events <> orders or orders <> items or items <> payments`
    ],
    [
      "an order's total and units are the sums of its items",
      `select order_id from orders left join order_items as i using (order_id) group by order_id, total, units
      having total is distinct from sum(i.amount) or units is distinct from sum(i.quantity)`
    ],
    ["an item's amount is quantity × price", "from order_items where amount <> quantity * unit_price"],
    [
      "an item's price is the product's, and the product's is above its cost",
      "select 1 from order_items inner join products using (product_id) where unit_price <> price or cost >= price"
    ],
    [
      "each order is paid once, after failed attempts for nothing",
      `select order_id from orders left join payments as p using (order_id) group by order_id, total
      having count(*) filter (where p.status = 'captured') <> 1
          or sum(p.amount) filter (where p.status = 'captured') <> total
          or coalesce(sum(p.amount) filter (where p.status = 'failed'), 0) <> 0
          or max(p.attempted_at) filter (where p.status = 'failed') >= max(p.attempted_at) filter (where p.status = 'captured')`
    ],
    [
      "what is given back fits the order's status and never exceeds what was paid",
      `select 1 from payments as p inner join orders as o using (order_id) where p.status = 'captured' and not case o.status
        when 'delivered' then p.refunded_amount = 0 and p.refunded_on is null
        when 'returned' then p.refunded_amount = p.amount and p.refunded_on > o.ordered_at
        else p.refunded_amount > 0 and p.refunded_amount < p.amount and p.refunded_on > o.ordered_at end`
    ],
    [
      "a visit that came from an ad has its click, and others have none",
      `select session_id from sessions as s
      full join (from ad_interactions where interaction_type = 'click') as c using (session_id)
      where s.ad_id is distinct from c.ad_id or s.user_id <> c.user_id or s.started_at <> c.occurred_at`
    ],
    [
      "a visit's campaign is its ad's, and it falls into the campaign's days",
      `select 1 from sessions as s left join ads as a using (ad_id) left join campaigns as c on c.campaign_id = a.campaign_id
      where s.campaign_id is distinct from c.campaign_id or s.campaign is distinct from c.name
          or s.source <> coalesce(a.platform, s.source) or cast(s.started_at as date) not between c.starts_on and c.ends_on`
    ],
    [
      "an order in a visit that came from an ad is an interaction of that ad, and a lead",
      `select s.session_id from orders inner join sessions as s using (session_id)
      left join ad_interactions as i on i.order_id = orders.order_id
      left join ad_interactions as l on l.session_id = s.session_id and l.interaction_type = 'lead'
      where s.ad_id is distinct from i.ad_id or (s.ad_id is not null and l.session_id is null)`
    ],
    [
      "spend is price × interactions at the price of the day and placement",
      `select 1 from ad_interactions as i inner join ads as a using (ad_id) inner join ad_pricing as p using (pricing_id)
      where p.platform <> a.platform or p.placement <> a.placement
          or cast(i.occurred_at as date) not between p.valid_from and p.valid_until
          or i.cost <> case when a.pricing_model = 'CPM' and i.interaction_type = 'impression' then round(i.quantity * p.cpm / 1000, 2)
              when a.pricing_model = 'CPC' and i.interaction_type = 'click' then p.cpc * i.quantity else 0 end`
    ],
    [
      "an ad is shown at least as often as it is clicked",
      `select ad_id, cast(occurred_at as date) from ad_interactions group by all
      having coalesce(sum(quantity) filter (where interaction_type = 'impression'), 0)
          < coalesce(sum(quantity) filter (where interaction_type = 'click'), 0)`
    ],
    [
      "stock is what was there, came in and went out, from week to week, and sales are the orders'",
      `select 1 from (
        select *, lag(stock) over (partition by product_id order by counted_on) as before from inventory) as i
      left join (
        select product_id, cast(date_trunc('week', ordered_at) as date) + 6 as counted_on, sum(quantity) as ordered
        from order_items inner join orders using (order_id) group by all) as o using (product_id, counted_on)
      where stock <> opening_stock + received - sold or opening_stock <> coalesce(before, opening_stock)
          or sold <> coalesce(ordered, 0)`
    ],
    [
      "events happen in their visit: after its start, within two hours, and by its user unless two share it",
      `select 1 from main.clean as e inner join sessions as s on s.session_id = e.user_session
      where strptime(e.event_time, '%Y-%m-%d %H:%M:%S UTC') not between s.started_at and s.started_at + interval 2 hour
          or e.device <> s.device or e.source <> s.source or e.campaign is distinct from s.campaign
          or (e.user_id <> s.user_id and e.event_type not in ('home', 'view'))`
    ],
    [
      "everything happens in the period",
      `select 1 from main.clean where event_time not between '2020-09-24' and '2021-03-01'
      union all select 1 from users where signed_up_on > '2021-02-28'`
    ],
    [
      "nobody comes before the shop knows them, and their first source is their first visit's",
      `select user_id from users as u inner join sessions as s using (user_id) group by all
      having min(s.started_at) < u.signed_up_on or arg_min(s.source, s.started_at) <> u.first_source`
    ],
    [
      "the log is in the order of time",
      "select 1 from (select event_time, lag(event_time) over (order by event_id) as before from events where event_time <> 'NaT') where event_time < before"
    ]
  ])("%s", async (_, query) => {
    expect(plainRows(await warehouse.rows(`${query} limit 5`))).toEqual([]);
  });

  test("spends each campaign's budget, so that reach is in proportion to it at the price of the day", async () => {
    const plans = await warehouse.rows(`
      select c.name, sum(i.cost) / c.budget as spent from campaigns as c
      inner join ads as a using (campaign_id) inner join ad_interactions as i using (ad_id) group by c.name, c.budget`);
    expect(plans).toHaveLength(14);
    expect(plans.filter(({spent}) => Number(spent) < 0.6 || Number(spent) > 1.1)).toEqual([]);
  });

  test("shows an ad more often where a thousand impressions cost less", async () => {
    // ads of one campaign with equal shares of its budget: stories cost less than the feed
    const {ratio} = await warehouse.row(`
      with reach as (
        select a.placement, sum(i.quantity) as shown, avg(p.cpm) as price from ads as a
        inner join ad_interactions as i using (ad_id) inner join ad_pricing as p using (pricing_id)
        where interaction_type = 'impression' and a.name in ('Desk set-up, story', 'Unboxing, story') group by a.placement, a.ad_id)
      select (max(shown) / min(shown)) / (arg_min(price, shown) / arg_max(price, shown)) as ratio from reach`);
    expect(Number(ratio)).toBeCloseTo(1, 1);
  });

  test("has the mess of real exports", async () => {
    const mess = await warehouse.row(`
      select
          count(*) filter (where event_time = 'NaT') > 0 as unreadable_times,
          count(*) filter (where event_type = '(unset)') > 0 as unknown_types,
          count(*) filter (where user_id is null) > 0 as lost_users,
          count(*) filter (where price = 0) > 0 as zero_prices,
          count(*) filter (where user_session is null) > 0 as lost_sessions,
          (select count(*) from (select user_session from events group by 1 having count(distinct user_id) > 1)) > 1 as shared_sessions,
          (select count(*) from (select columns(* exclude event_id) from events group by all having count(*) > 1)) > 10 as copies
      from events`);
    expect(mess).toEqual(Object.fromEntries(Object.keys(mess).map((name) => [name, true])));
  });

  test.each(['"', "'", ",", "🎧", "<b>", "="])(
    "has a brand, city, campaign or product whose name holds %s",
    async (text) => {
      const {names} = await warehouse.row(`
      select count(*) as names from (
        select brand as name from products union select city from users union select name from campaigns union select name from products)
      where ${text === "=" ? "starts_with(name, '=')" : `contains(name, '${text.replace("'", "''")}')`}`);
      expect(Number(names)).toBeGreaterThan(0);
    }
  );
});

// DuckDB itself refuses a row that breaks a key or a constraint
async function enforce(warehouse: Warehouse): Promise<void> {
  await warehouse.run("create schema enforced; set search_path = 'enforced'");
  await warehouse.run(createStatements(demoTables));
  for (const name of demoTableNames) await warehouse.run(`insert into enforced.${name} select * from demo.${name}`);
}
