import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {DemoStore} from "../configuration.ts";
import type {EventColumn} from "../../src/shared/event-columns.ts";
import type {Warehouse} from "../warehouse.ts";

const columns: EventColumn[] = [
  "event_time",
  "event_type",
  "user_id",
  "product_id",
  "category_id",
  "category_code",
  "brand",
  "price",
  "user_session",
  "device",
  "browser",
  "os",
  "source",
  "medium",
  "campaign",
  "country"
];

/**
 * Fills `raw.events` with the events of a made-up shop: the same rows for the same number of users and seed, on any
 * number of threads. Returns the columns that it has.
 */
export async function readDemoStore(warehouse: Warehouse, {users, seed}: DemoStore): Promise<EventColumn[]> {
  await warehouse.run("create schema if not exists demo");
  await warehouse.run(`create table demo.settings as select ${users} as users, ${seed} as seed`);
  await warehouse.run(readFileSync(join(import.meta.dirname, "random.sql"), "utf8"));
  await warehouse.run(`create table raw.events as ${readFileSync(join(import.meta.dirname, "events.sql"), "utf8")}`);
  await warehouse.run("drop schema demo cascade");
  return columns;
}
