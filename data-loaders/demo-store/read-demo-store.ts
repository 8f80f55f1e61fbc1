import type {EventColumn} from "../../src/shared/event-columns.ts";
import type {DemoStore} from "../configuration.ts";
import type {Warehouse} from "../warehouse.ts";
import {generateDemoStore} from "./generate-demo-store.ts";
import {demoTables} from "./schema.ts";

/**
 * Makes the demo store in a warehouse and opens its events as `raw.demo_events`, every value as text, as if they had been read
 * from a file. Returns the columns that they have.
 */
export async function readDemoStore(warehouse: Warehouse, store: DemoStore): Promise<EventColumn[]> {
  await generateDemoStore(warehouse, store);
  const columns = demoTables.find(({name}) => name === "events")?.columns.map(({name}) => name) ?? [];
  const ours = columns.filter((name): name is EventColumn => name !== "event_id");
  const texts = ours.map((name) => `cast(${name} as varchar) as ${name}`);
  // a view: the events are written out once, straight into the first table that is made of them
  await warehouse.run(`create view raw.demo_events as select ${texts.join(", ")} from demo.events`);
  return ours;
}
