import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Warehouse} from "../../../data-loaders/warehouse.ts";
import {openDemoStore} from "../../fixtures/demo-store.ts";

describe("demo.draw(key, purpose)", () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await openDemoStore({users: 1});
  });
  afterAll(() => warehouse.close());

  // draws of 200,000 rows on a grid of 10 × 10: with 99 degrees of freedom, 1 in 10,000 tests exceeds 161
  test.each([
    ["two purposes", "demo.draw(demo.key_of(n), 'device')", "demo.draw(demo.key_of(n), 'city')"],
    ["neighbouring rows", "demo.draw(demo.key_of(n), 'device')", "demo.draw(demo.key_of(n + 1), 'device')"],
    ["a person and a visit", "demo.draw(demo.key_of(n), 'way')", "demo.draw(demo.key_of(10000000000 + n * 64), 'way')"],
    [
      "two seeds",
      "demo.draw(hash(xor(hash(n), hash(1))), 'device')",
      "demo.draw(hash(xor(hash(n), hash(2))), 'device')"
    ]
  ])("is even and has nothing to do with another: %s", async (_, first, second) => {
    const {chi_squared} = await warehouse.row(`
      with draws as (select floor(10 * ${first}) as x, floor(10 * ${second}) as y from range(200000) as rows(n)),
      cells as (select x, y, count(*) as rows from draws group by x, y)
      select sum((rows - 2000) * (rows - 2000) / 2000) + 2000 * (100 - count(*)) as chi_squared from cells`);
    expect(Number(chi_squared)).toBeLessThan(161);
  });

  test("is at least 0 and below 1, and lies in the slot of demo.slot(key, purpose)", async () => {
    const row = await warehouse.row(`
      select min(draw) >= 0 and max(draw) < 1 as is_within, bool_and(floor(65536 * draw) = slot) as is_in_slot
      from (
        select demo.draw(demo.key_of(n), 'x') as draw, demo.slot(demo.key_of(n), 'x') as slot from range(10000) as rows(n)
      )`);
    expect(row).toEqual({is_within: true, is_in_slot: true});
  });
});
