import type {ReportConfiguration} from "../configuration.ts";
import type {Warehouse} from "../warehouse.ts";

/** placeholder */
export async function readCosts(warehouse: Warehouse, _configuration: ReportConfiguration, _t: string): Promise<void> {
  await warehouse.run(
    "create table raw.costs(day date, source varchar, campaign varchar, cost decimal(18, 4), impressions bigint, clicks bigint)"
  );
}
