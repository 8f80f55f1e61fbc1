import {FileAttachment} from "observablehq:stdlib";
import type {DuckDBClient} from "npm:@observablehq/duckdb";

// by address: a file given as it is would make Framework load another Parquet reader
const addresses = {
  sessions: () => FileAttachment("../../data/snapshots/sessions.parquet").url(),
  session_carts: () => FileAttachment("../../data/snapshots/session_carts.parquet").url(),
  funnel_events: () => FileAttachment("../../data/snapshots/funnel_events.parquet").url(),
  funnel_sessions: () => FileAttachment("../../data/snapshots/funnel_sessions.parquet").url()
};

type SessionTableName = keyof typeof addresses;

let starting: Promise<DuckDBClient> | undefined;
const loading = new Map<SessionTableName, Promise<void>>();

/** The reader's DuckDB with these of the published tables in it. The first call starts it; a call that fails can be made again. */
export async function openTables(names: readonly SessionTableName[]): Promise<DuckDBClient> {
  starting ??= startDatabase().catch((error: unknown) => {
    starting = undefined;
    throw error;
  });
  const database = await starting;
  await Promise.all(names.map((name) => loadOnce(database, name)));
  return database;
}

function loadOnce(database: DuckDBClient, name: SessionTableName): Promise<void> {
  const known = loading.get(name);
  if (known) return known;
  const load = loadTable(database, name).catch((error: unknown) => {
    loading.delete(name);
    throw error;
  });
  loading.set(name, load);
  return load;
}

async function startDatabase(): Promise<DuckDBClient> {
  const {DuckDBClient} = await import("npm:@observablehq/duckdb");
  return DuckDBClient.of();
}

async function loadTable(database: DuckDBClient, name: SessionTableName): Promise<void> {
  const file = new URL(await addresses[name](), location.href).href;
  await database.query(`create table ${name} as select * from parquet_scan('${file}')`);
}
