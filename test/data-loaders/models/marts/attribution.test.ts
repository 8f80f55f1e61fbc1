import fc from "fast-check";
import {expect, test} from "vitest";
import type {ReportOptions} from "../../../../data-loaders/configuration.ts";
import {buildWarehouse, rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";

const everybody = {privacy: {minimumGroupSize: 1}};
const models = ["last_non_direct", "first", "linear", "position", "time_decay", "markov", "shapley"];

test("marts.attribution gives a single touch everything, by every model", async () => {
  const rows = await rowsOf("marts.attribution", [visit("ann", "2024-01-01", "google", 10)], everybody);
  expect(rows.map(({model}) => model).sort()).toEqual([...models].sort());
  const {model: _, ...row} = rows[0] ?? {};
  expect(row).toEqual({
    channel: "google",
    orders: 1,
    revenue: 10,
    share: 1,
    orders_low: 1,
    orders_high: 1,
    cost: null,
    cost_per_order: null,
    return_on_ad_spend: null
  });
  for (const each of rows) expect(each).toEqual({...row, model: each.model});
});

// by hand, from the definitions: visits 14, 7 and 0 days before the order have 1/4, 1/2 and 1 of the half-life's weight, which
// are 1/7, 2/7 and 4/7 of their sum; the last but the direct one is mail; each of three channels is needed
test("marts.attribution credits three touches by their place, their age and what they are", async () => {
  const events = [
    visit("ann", "2024-01-01", "google"),
    visit("ann", "2024-01-08", "mail"),
    visit("ann", "2024-01-15", "direct", 70)
  ];
  expect(await creditsOf(events)).toEqual({
    last_non_direct: {google: 0, mail: 1, direct: 0},
    first: {google: 1, mail: 0, direct: 0},
    linear: {google: near(1 / 3), mail: near(1 / 3), direct: near(1 / 3)},
    position: {google: near(0.4), mail: near(0.2), direct: near(0.4)},
    time_decay: {google: near(1 / 7), mail: near(2 / 7), direct: near(4 / 7)},
    markov: {google: near(1 / 3), mail: near(1 / 3), direct: near(1 / 3)},
    shapley: {google: near(1 / 3), mail: near(1 / 3), direct: near(1 / 3)}
  });
});

// as in Bryl's example of 2016 with a visit more: removal effects 0.5, 1 and 1 (see markov-removal-effects.test.ts)
test("marts.attribution has paths to nothing for those who do not order", async () => {
  const events = [
    visit("ann", "2024-01-01", "c1"),
    visit("ann", "2024-01-02", "c2"),
    visit("ann", "2024-01-03", "c3", 10),
    visit("bob", "2024-01-01", "c1"),
    visit("cyd", "2024-01-01", "c2"),
    visit("cyd", "2024-01-02", "c3")
  ];
  const {markov} = await creditsOf(events);
  expect(markov).toEqual({c1: near(0.2), c2: near(0.4), c3: near(0.4)});
});

test("marts.attribution with two touches gives each half by position", async () => {
  const {position} = await creditsOf([visit("ann", "2024-01-01", "google"), visit("ann", "2024-01-02", "mail", 10)]);
  expect(position).toEqual({google: 0.5, mail: 0.5});
});

test("marts.attribution gives an all direct path to its last touch", async () => {
  const events = [
    visit("ann", "2024-01-01", "(direct)"),
    visit("ann", "2024-01-02", "Direct"),
    visit("ann", "2024-01-03", "none"),
    visit("ann", "2024-01-04", "", 10)
  ];
  const {last_non_direct, first} = await creditsOf(events);
  expect(last_non_direct).toEqual({"(direct)": 0, Direct: 0, none: 0, Unknown: 1});
  expect(first).toEqual({"(direct)": 1, Direct: 0, none: 0, Unknown: 0});
});

test("marts.attribution counts a repeated channel by its touches, but once in Shapley's sets", async () => {
  const events = [
    visit("ann", "2024-01-01", "google"),
    visit("ann", "2024-01-02", "google"),
    visit("ann", "2024-01-03", "mail", 10)
  ];
  const {linear, position, shapley} = await creditsOf(events);
  expect(linear).toEqual({google: near(2 / 3), mail: near(1 / 3)});
  expect(position).toEqual({google: near(0.6), mail: near(0.4)});
  expect(shapley).toEqual({google: 0.5, mail: 0.5});
});

test("marts.attribution looks back exactly 30 days, and not a second more", async () => {
  const at = (time: string) => [visit("ann", time, "google"), visit("ann", "2024-01-31 12:00:00", "mail", 10)];
  expect((await creditsOf(at("2024-01-01 12:00:00"))).first).toEqual({google: 1, mail: 0});
  expect((await creditsOf(at("2024-01-01 11:59:59"))).first).toEqual({google: 0, mail: 1});
});

test("marts.attribution credits each of several orders inside 30 days with its own path", async () => {
  const events = [
    visit("ann", "2024-01-01", "google", 10),
    visit("ann", "2024-01-02", "mail", 20),
    visit("ann", "2024-02-20", "direct", 30)
  ];
  const {linear, last_non_direct} = await creditsOf(events);
  expect(linear).toEqual({google: 1.5, mail: 0.5, direct: 1});
  expect(last_non_direct).toEqual({google: 1, mail: 1, direct: 1});
  const revenue = await rowsOf(
    "select channel, revenue from marts.attribution where model = 'linear' order by channel",
    events,
    everybody
  );
  expect(revenue).toEqual([
    {channel: "direct", revenue: 30},
    {channel: "google", revenue: 20},
    {channel: "mail", revenue: 10}
  ]);
});

test("marts.attribution gives orders outside sessions to Unknown", async () => {
  const events = [
    visit("ann", "2024-01-01", "google"),
    {...visit("ann", "2024-01-02", "mail", 10), user_session: ""},
    {...visit("bob", "2024-01-02", "mail", 5), user_session: ""}
  ];
  const credits = await creditsOf(events);
  for (const model of models) expect(credits[model]).toEqual({google: 0, Unknown: 2});
  // of fewer people than may be published
  expect(
    await rowsOf("select distinct channel, orders from marts.attribution", events, {privacy: {minimumGroupSize: 3}})
  ).toEqual([{channel: "Other", orders: 2}]);
});

test("marts.attribution has channels without orders, and no shares where there are none at all", async () => {
  const rows = await rowsOf(
    "select distinct channel, orders, revenue, share, orders_high from marts.attribution",
    [visit("ann", "2024-01-01", "google")],
    everybody
  );
  expect(rows).toEqual([{channel: "google", orders: 0, revenue: 0, share: null, orders_high: 0}]);
});

test("marts.attribution is empty without sources, and has no revenue without prices", async () => {
  const {source: _, ...plain} = visit("ann", "2024-01-01", "google", 10);
  expect(await rowsOf("marts.attribution", [plain])).toEqual([]);
  const {price: __, product_id: ___, ...free} = visit("ann", "2024-01-01", "google", 10);
  expect(await rowsOf("select distinct orders, revenue from marts.attribution", [free], everybody)).toEqual([
    {orders: 1, revenue: null}
  ]);
});

test("marts.attribution puts channels of too few people together", async () => {
  const events = [
    visit("ann", "2024-01-01", "google", 10),
    visit("bob", "2024-01-01", "google"),
    visit("cyd", "2024-01-01", "rare", 10),
    visit("dan", "2024-01-01", "odd")
  ];
  const rows = await rowsOf("select channel, orders from marts.attribution where model = 'first' order by 1", events, {
    privacy: {minimumGroupSize: 2}
  });
  expect(rows).toEqual([
    {channel: "Other", orders: 1},
    {channel: "google", orders: 1}
  ]);
});

test("marts.attribution tells a hundred channels apart in the Markov chain; the others share one state's credit", async () => {
  const events = Array.from({length: 103}, (_, i) => visit(`user ${i}`, "2024-01-01", `site ${i}`, 1));
  const warehouse = await buildWarehouse(events, everybody, ["marts.attribution"]);
  const rows = await warehouse.rows("select orders from marts.attribution where model = 'markov'");
  expect(rows).toEqual(Array(103).fill({orders: near(1)}));
  expect(await warehouse.rows("select cast(count(*) as integer) as states from analysis.removal_effects")).toEqual([
    {states: 101}
  ]);
});

test("analysis.touches keeps the last hundred sessions of a path", async () => {
  const hours = Array.from({length: 103}, (_, i) => new Date(Date.UTC(2024, 0, 1, i)).toISOString());
  const events = hours.map((time, i) => visit("ann", time, `site ${i}`, i === 102 ? 10 : undefined));
  expect(
    await rowsOf(
      "select count(*) as touches, min(days_before) as last, max(days_before) as first from analysis.touches",
      events
    )
  ).toEqual([{touches: 100, last: 0, first: near(99 / 24)}]);
});

const visits = fc.array(
  fc.record({
    user: fc.constantFrom("ann", "bob", "cyd"),
    hour: fc.integer({min: 0, max: 24 * 90}),
    source: fc.constantFrom("google", "mail", "direct", ""),
    price: fc.option(fc.constantFrom(0.1, 0.2, 19.99, 1e6), {nil: undefined})
  }),
  {minLength: 1, maxLength: 15}
);

test("marts.attribution adds up to all orders and all revenue by every model, for any visits", async () => {
  await fc.assert(
    fc.asyncProperty(visits, async (list) => {
      const events = list.map(({user, hour, source, price}, i) => ({
        ...visit(user, new Date(Date.UTC(2024, 0, 1, hour)).toISOString(), source, price),
        // some outside sessions
        user_session: i % 7 === 6 ? "" : `s${i}`
      }));
      const warehouse = await buildWarehouse(events, everybody, ["marts.kpis", "marts.attribution"]);
      const totals = await warehouse.row("select cast(orders as double) as orders, revenue from marts.kpis");
      const sums = await warehouse.rows(
        "select model, sum(orders) as orders, sum(revenue) as revenue from marts.attribution group by model"
      );
      expect(sums).toHaveLength(7);
      for (const {orders, revenue} of sums) {
        expect(orders).toBeCloseTo(Number(totals.orders), 9);
        expect(Number(revenue) / Math.max(1, Number(totals.revenue))).toBeCloseTo(
          Number(totals.revenue) / Math.max(1, Number(totals.revenue)),
          9
        );
      }
    }),
    {numRuns: 8, seed: 1}
  );
}, 120_000);

test("marts.attribution does not hang on the order of the rows, for any visits", async () => {
  await fc.assert(
    fc.asyncProperty(visits, async (list) => {
      // within two days, so that many begin at the same time
      const events = list.map(({user, hour, source, price}, i) => ({
        ...visit(user, new Date(Date.UTC(2024, 0, 1, hour % 48)).toISOString(), source, price),
        user_session: `s${i}`
      }));
      expect(await rowsOf("marts.attribution", [...events].reverse(), everybody)).toEqual(
        await rowsOf("marts.attribution", events, everybody)
      );
    }),
    {numRuns: 4, seed: 2}
  );
}, 120_000);

function near(value: number): number {
  return expect.closeTo(value, 9) as number;
}

/** A session of one event: a purchase where there is a price, else a view. */
function visit(user: string, time: string, source: string, price?: number): RawEvent {
  return event(time.includes(":") ? time : `${time} 12:00:00`, price === undefined ? "view" : "purchase", user, {
    product_id: "lamp",
    price: String(price ?? 1),
    user_session: `${user} ${time}`,
    source
  });
}

async function creditsOf(events: RawEvent[], options: ReportOptions = everybody) {
  const rows = await rowsOf("select model, channel, orders from marts.attribution", events, options);
  const credits: Record<string, Record<string, number>> = {};
  for (const {model, channel, orders} of rows) {
    credits[String(model)] = {...credits[String(model)], [String(channel)]: Number(orders)};
  }
  return credits;
}
