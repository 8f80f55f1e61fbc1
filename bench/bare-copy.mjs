// the peer: what DuckDB alone needs to read CSV files and write them as Parquet
import {DuckDBInstance} from "@duckdb/node-api";

const [from, to] = process.argv.slice(2).map((path) => `'${path.replaceAll("'", "''")}'`);
const connection = await (await DuckDBInstance.create(":memory:")).connect();
await connection.run(`copy (select * from read_csv(${from})) to ${to} (format parquet)`);
