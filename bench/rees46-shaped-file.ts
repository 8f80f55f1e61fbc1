import {mkdirSync} from "node:fs";
import {dirname} from "node:path";
import {parseConfiguration} from "../data-loaders/configuration.ts";
import {readEvents} from "../data-loaders/sources/read-events.ts";
import {sqlLiteral, Warehouse} from "../data-loaders/warehouse.ts";

/**
 * Writes a CSV file as REES46 publishes them, with nine columns and only views, carts and purchases, from the demo store's
 * events of so many users. Returns its number of rows.
 */
export async function writeRees46ShapedFile(path: string, users: number): Promise<number> {
  mkdirSync(dirname(path), {recursive: true});
  const warehouse = await Warehouse.open();
  await readEvents(warehouse, parseConfiguration({events: {source: "demo-store", users}}));
  const events = `select event_time, event_type, product_id, category_id, category_code, brand, price, user_id, user_session
    from raw.events where event_type in ('view', 'cart', 'purchase') and event_time <> 'NaT'`;
  await warehouse.run(`copy (${events}) to ${sqlLiteral(path)} (header true)`);
  const {rows} = await warehouse.row(`select count(*) as rows from (${events})`);
  warehouse.close();
  return Number(rows);
}
