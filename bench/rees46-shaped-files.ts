import {mkdirSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {type DemoStore, parseConfiguration} from "../data-loaders/configuration.ts";
import {readDemoStore} from "../data-loaders/demo-store/read-demo-store.ts";
import {sqlLiteral, Warehouse} from "../data-loaders/warehouse.ts";

/** One person of the demo store makes about so many rows of the kinds that are written here. */
export const rowsPerPerson = 2.028;

/** More people than this at a time would not fit into memory. */
const peopleAtOnce = 5_000_000;

/** The days that the demo store's events span, and a little more. */
const daysOfShop = 160;

/**
 * Writes CSV files as REES46 publishes them, with nine columns and only views, carts and purchases, from the demo store's
 * events of so many people: one file, or one per day; for more people than fit into memory, several periods one after the
 * other. The folder is made anew. Returns the number of rows.
 */
export async function writeRees46ShapedFiles(
  folder: string,
  people: number,
  {perDay = false}: {perDay?: boolean} = {}
): Promise<number> {
  const next = `${folder}.next`;
  rmSync(next, {recursive: true, force: true});
  mkdirSync(next, {recursive: true});
  let rows = 0;
  for (let period = 0; period * peopleAtOnce < people; ++period) {
    const users = Math.min(peopleAtOnce, people - period * peopleAtOnce);
    rows += await writePeriod(next, {users, period, perDay});
  }
  rmSync(folder, {recursive: true, force: true});
  renameSync(next, folder);
  return rows;
}

async function writePeriod(
  folder: string,
  {users, period, perDay}: {users: number; period: number; perDay: boolean}
): Promise<number> {
  const warehouse = await Warehouse.open();
  const {events: store} = parseConfiguration({events: {source: "demo-store", users, seed: period + 1}});
  await readDemoStore(warehouse, store as DemoStore);
  const time =
    period === 0
      ? "event_time"
      : `strftime(cast(event_time as timestamp) + interval ${period * daysOfShop} day, '%Y-%m-%d %H:%M:%S UTC')`;
  const events = `select ${time} as event_time, event_type, product_id, category_id, category_code, brand, price, user_id, user_session
    from raw.demo_events where event_type in ('view', 'cart', 'purchase') and event_time <> 'NaT'`;
  const target = sqlLiteral(perDay ? join(folder, `period-${period}`) : join(folder, `events-${period}.csv`));
  const query = perDay ? `select *, substr(event_time, 1, 10) as day from (${events})` : events;
  const options = perDay ? "format csv, header true, partition_by (day)" : "format csv, header true";
  const {rowsChanged} = await warehouse.connection.run(`copy (${query}) to ${target} (${options})`);
  warehouse.close();
  return rowsChanged;
}
