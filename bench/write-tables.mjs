// the peer of the demo store's generator: DuckDB writes the same tables, which are in its memory, to Parquet.
// node write-tables.mjs <folder of Parquet files> <output file>: prints the seconds of the writing alone, and the events
import {readdirSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";

const [folder, output] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const tables = readdirSync(folder)
  .filter((file) => file.endsWith(".parquet"))
  .map((file) => file.slice(0, -".parquet".length));
for (const table of tables) await connection.run(`create table ${table} as from '${join(folder, table)}.parquet'`);
const started = performance.now();
for (const table of tables) await connection.run(`copy ${table} to '${output}' (format parquet)`);
const seconds = (performance.now() - started) / 1000;
const [[events]] = (await connection.runAndReadAll("select count(*) from events")).getRows();
console.log(JSON.stringify({seconds, events: Number(events)}));
