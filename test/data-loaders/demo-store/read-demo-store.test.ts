import {expect, onTestFinished, test} from "vitest";
import {readDemoStore} from "../../../data-loaders/demo-store/read-demo-store.ts";
import {Warehouse} from "../../../data-loaders/warehouse.ts";

const digest =
  "select count(*) as rows, md5(string_agg(cast(events as varchar), '')) as digest from raw.events as events";

test("readDemoStore(warehouse, {users, seed}) gives the same rows in the same order on any number of threads", async () => {
  const one = await read(1, 1);
  expect(await read(2, 1)).toEqual(one);
  expect(await read(1, 2)).not.toEqual(one);
});

test("readDemoStore(warehouse, {users, seed}) has the columns that it says and the mess of real exports", async () => {
  const warehouse = await open(2);
  const columns = await readDemoStore(warehouse, {source: "demo-store", users: 3000, seed: 1});
  const filled = await warehouse.row(
    `select ${columns.map((column) => `count(${column}) > 0 as ${column}`).join(", ")} from raw.events`
  );
  expect(Object.values(filled)).toEqual(columns.map(() => true));
  expect(
    await warehouse.row(`
      select
          count(*) filter (where brand is null and product_id is not null) > 0 as lacks_brands,
          count(*) filter (where category_code is null and product_id is not null) > 0 as lacks_categories,
          count(*) filter (where price = '0.00') > 0 as has_zero_prices,
          count(*) filter (where user_session is null) > 0 as lacks_sessions,
          count(*) > count(distinct events) as has_copies,
          bool_and(length(user_id) = 19) as has_long_ids
      from raw.events as events`)
  ).toEqual({
    lacks_brands: true,
    lacks_categories: true,
    has_zero_prices: true,
    lacks_sessions: true,
    has_copies: true,
    has_long_ids: true
  });
});

async function read(threads: number, seed: number) {
  const warehouse = await open(threads);
  await readDemoStore(warehouse, {source: "demo-store", users: 500, seed});
  return warehouse.row(digest);
}

async function open(threads: number): Promise<Warehouse> {
  const warehouse = await Warehouse.open({threads});
  onTestFinished(() => warehouse.close());
  return warehouse;
}
