import {join} from "node:path";
import type {ReportConfiguration} from "../configuration.ts";
import {findFiles} from "../sources/find-files.ts";
import type {Warehouse} from "../warehouse.ts";
import {readCostFile} from "./read-cost-file.ts";

/**
 * Makes `staging.costs`, one row per line of the files of costs that the configuration names; empty where it names none. `temporary` is a folder for
 * copies, which the caller removes. Throws a ReportError when a file cannot be found or read, or holds what is no cost.
 */
export async function readCosts(
  warehouse: Warehouse,
  {costs, currency}: Pick<ReportConfiguration, "costs" | "currency">,
  temporary: string
): Promise<void> {
  await warehouse.run(
    "create table staging.costs(day date, source varchar, campaign varchar, cost decimal(18, 4), impressions bigint, clicks bigint)"
  );
  if (!costs) return;
  for (const [i, path] of (await findFiles(costs.files, {subject: "costs.files"})).entries()) {
    await readCostFile(warehouse, path, {...costs, currency, copyFolder: join(temporary, `costs-${i}`)});
  }
}
