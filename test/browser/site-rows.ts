import {join} from "node:path";
import {requireManifest} from "../../data-loaders/snapshots.ts";
import {type Row, sqlLiteral, Warehouse} from "../../data-loaders/warehouse.ts";
import {openSite, type SiteName} from "./sites.ts";

/** The rows of a query on the snapshots that a site was built from. */
export async function siteRows(name: SiteName, sql: string): Promise<Row[]> {
  const {snapshots} = await openSite(name);
  const warehouse = await Warehouse.open();
  try {
    for (const {name: table} of requireManifest(snapshots).tables) {
      const file = sqlLiteral(join(snapshots, `${table}.parquet`));
      await warehouse.run(`create view ${table} as select * from ${file}`);
    }
    return await warehouse.rows(sql);
  } finally {
    warehouse.close();
  }
}

/** The first row of a query on the snapshots that a site was built from; an empty object where there is none. */
export async function siteRow(name: SiteName, sql: string): Promise<Row> {
  return (await siteRows(name, sql))[0] ?? {};
}
