import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {readTruth} from "../../../data-loaders/demo-store/read-truth.ts";
import {type TruthName, truthNames, truths} from "../../../data-loaders/demo-store/truths.ts";
import type {Warehouse} from "../../../data-loaders/warehouse.ts";
import {demoStore, openDemoStore, useDemoStore} from "../../fixtures/demo-store.ts";
import {plainRows} from "../../fixtures/plain-rows.ts";

type Ranges = Record<string, [least: number, most: number]>;

// what truths.ts says of each truth's metric: with it, and without it
const effects: Record<TruthName, {planted: Ranges; absent: Ranges}> = {
  lost_page_views: {
    planted: {days_with_more_purchases_than_views: [0.2, 0.5]},
    absent: {days_with_more_purchases_than_views: [0, 0]}
  },
  unsellable_products: {
    planted: {much_viewed_without_order: [6, 7], never_in_stock: [4, 4]},
    absent: {much_viewed_without_order: [0, 2], never_in_stock: [0, 0]}
  },
  replayed_day: {
    planted: {share_of_copies: [0.5, 0.5], share_of_copies_next_day: [0, 0.01]},
    absent: {share_of_copies: [0, 0.01], share_of_copies_next_day: [0, 0.01]}
  },
  email_cohort: {
    planted: {returning_by_letter: [0.25, 0.5], returning_otherwise: [0, 0.1]},
    absent: {returning_by_letter: [0, 0.1], returning_otherwise: [0, 0.1]}
  },
  december_promotion: {
    planted: {
      visits_ratio: [1.8, 2.2],
      first_visits: [0.85, 1],
      view_to_cart_ratio: [0.45, 0.8],
      cart_to_purchase_ratio: [0.55, 0.92]
    },
    absent: {
      visits_ratio: [0.9, 1.1],
      first_visits: [0.7, 0.85],
      view_to_cart_ratio: [0.8, 1.2],
      cart_to_purchase_ratio: [0.9, 1.1]
    }
  },
  wasted_campaign: {
    planted: {orders: [0, 0], visitors: [500, 1500], cost: [1000, 4000]},
    absent: {orders: [50, 500], visitors: [500, 1500], cost: [1000, 4000]}
  },
  mobile_safari_checkout: {
    planted: {mobile_safari: [0, 0.3], elsewhere: [0.7, 1]},
    absent: {mobile_safari: [0.65, 1], elsewhere: [0.7, 1]}
  },
  import_without_brands: {
    planted: {during: [0.45, 0.65], otherwise: [0.15, 0.3]},
    absent: {during: [0.15, 0.3], otherwise: [0.15, 0.3]}
  },
  bot_day: {
    planted: {views_ratio: [1.35, 3], most_views_of_a_visit: [395, 405]},
    absent: {views_ratio: [0.7, 1.3], most_views_of_a_visit: [1, 50]}
  }
};

describe("in a shop of 80,000 people", () => {
  const [users, seed] = [80_000, 1];
  let everything: Warehouse;
  beforeAll(async () => {
    everything = await openDemoStore({users, seed});
  });
  afterAll(() => everything.close());

  test.each(truthNames)("%s changes the metric that it says it changes, and no other truth does", async (name) => {
    const without = await useDemoStore({users, seed, truths: truthNames.filter((other) => other !== name)});
    const alone = await useDemoStore({users, seed, truths: [name]});
    const {planted, absent} = effects[name];
    expect(await findOutside(everything, name, planted)).toEqual([]);
    expect(await findOutside(alone, name, planted)).toEqual([]);
    expect(await findOutside(without, name, absent)).toEqual([]);
  });
});

test("readTruth(warehouse, store) says what is planted, with the ids that it concerns", async () => {
  const planted = ["unsellable_products", "bot_day"] as const;
  const warehouse = await useDemoStore({users: 2000, truths: [...planted]});
  const {truths: told, ...settings} = await readTruth(warehouse, demoStore({users: 2000, truths: [...planted]}));
  expect(settings).toEqual({users: 2000, seed: 1});
  expect(told.map(({ids: _, ...truth}) => truth)).toEqual(planted.map((name) => ({name, ...truths[name]})));
  const [products, bots] = told.map(({ids}) => ids ?? []);
  expect(products).toHaveLength(8);
  const list = products?.map((id) => `'${id}'`).join(", ");
  expect(plainRows(await warehouse.rows(`from order_items where product_id in (${list})`))).toEqual([]);
  expect(
    plainRows(
      await warehouse.rows("select user_id from events where event_type = 'view' group by 1 having count(*) >= 80")
    )
  ).toEqual(bots?.map((user_id) => ({user_id})));
});

test("readTruth(warehouse, {truths: []}) has nothing to tell", async () => {
  const store = demoStore({users: 10, truths: []});
  expect(await readTruth(await useDemoStore(store), store)).toEqual({users: 10, seed: 1, truths: []});
});

// the measures of a truth that are not where they should be
async function findOutside(warehouse: Warehouse, name: TruthName, ranges: Ranges): Promise<string[]> {
  const folder = join(import.meta.dirname, "../../../data-loaders/demo-store/truths");
  const measures = await warehouse.row(readFileSync(join(folder, `${name}.sql`), "utf8"));
  return Object.entries(ranges).flatMap(([measure, [least, most]]) => {
    const value = Number(measures[measure]);
    return value >= least && value <= most ? [] : [`${measure}: ${value}, not ${least} to ${most}`];
  });
}
