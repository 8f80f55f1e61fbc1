import type {DemoStore} from "../configuration.ts";
import type {Warehouse} from "../warehouse.ts";
import {type PlantedTruth, type Truth, type TruthName, truths} from "./truths.ts";

// who or what a truth concerns depends on the seed
const idQueries: Partial<Record<TruthName, string>> = {
  unsellable_products: "select product_id as id from skeleton.products where is_unsellable order by product_no",
  bot_day: "select demo.user_id(user_no) as id from skeleton.visitors where is_bot order by user_no"
};

/** What was planted in the demo store that a warehouse holds, in the order of its days; no truths where there are none. */
export async function readTruth(warehouse: Warehouse, store: DemoStore): Promise<Truth> {
  const planted: PlantedTruth[] = [];
  for (const name of store.truths) {
    const query = idQueries[name];
    const ids = query && (await warehouse.rows(query)).map(({id}) => String(id));
    planted.push({name, ...truths[name], ...(ids && {ids})});
  }
  return {users: store.users, seed: store.seed, truths: planted};
}
