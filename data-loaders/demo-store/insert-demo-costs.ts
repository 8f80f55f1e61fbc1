import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Warehouse} from "../warehouse.ts";

/** Adds to `staging.costs` what the ads of the demo store that a warehouse holds cost: by day, platform and campaign. */
export async function insertDemoCosts(warehouse: Warehouse): Promise<void> {
  const query = readFileSync(join(import.meta.dirname, "ad-costs.sql"), "utf8");
  await warehouse.run(`insert into staging.costs\n${query}`);
}
