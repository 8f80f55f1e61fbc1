import {join} from "node:path";
import {afterAll} from "vitest";
import {requireManifest} from "../../data-loaders/snapshots.ts";
import {type Row, sqlLiteral, Warehouse} from "../../data-loaders/warehouse.ts";
import {openSite, type SiteName} from "./sites.ts";

const opened = new Map<SiteName, Promise<Warehouse>>();

afterAll(async () => {
  for (const warehouse of opened.values()) (await warehouse).close();
});

/** The rows of a query on the snapshots that a site was built from. */
export async function siteRows(name: SiteName, sql: string): Promise<Row[]> {
  const warehouse = opened.get(name) ?? openSnapshots(name);
  opened.set(name, warehouse);
  return (await warehouse).rows(sql);
}

/** The first row of a query on the snapshots that a site was built from; an empty object where there is none. */
export async function siteRow(name: SiteName, sql: string): Promise<Row> {
  return (await siteRows(name, sql))[0] ?? {};
}

async function openSnapshots(name: SiteName): Promise<Warehouse> {
  const {snapshots} = await openSite(name);
  const warehouse = await Warehouse.open();
  for (const {name: table} of requireManifest(snapshots).tables) {
    await warehouse.run(`create view ${table} as select * from ${sqlLiteral(join(snapshots, `${table}.parquet`))}`);
  }
  return warehouse;
}
