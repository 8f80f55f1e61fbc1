import {type DuckDBConnection, DuckDBDoubleVector, type JS} from "@duckdb/node-api";
import {explainResources} from "./explain-resources.ts";

/** A row of a query's result: column name to plain JavaScript value; integers that fit are numbers. */
export type Row = Record<string, JS>;

/** A query's rows; an empty array when there are none. */
export async function readRows(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  return (await connection.runAndReadAll(sql).catch(explainResources)).getRowObjectsJS();
}

/** A query's only row. Throws when there is none. */
export async function readRow(connection: DuckDBConnection, sql: string): Promise<Row> {
  const [row] = await readRows(connection, sql);
  if (!row) throw new Error(`query returns no row: ${sql}`);
  return row;
}

/**
 * The result of a query whose columns are all doubles, as its rows one after the other in one array, which takes a fraction of
 * the time and memory of rows. Nothing else may run on the connection meanwhile. No rows give an empty array. Throws when a
 * column has another type, or a value is null or no finite number.
 */
export async function readNumbers(
  connection: DuckDBConnection,
  sql: string
): Promise<{values: Float64Array; columns: number}> {
  const result = await connection.stream(sql).catch(explainResources);
  const columns = result.columnCount;
  const parts: Float64Array[] = [];
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    const part = new Float64Array(chunk.rowCount * columns);
    for (let column = 0; column < columns; ++column) {
      copyColumn(chunk.getColumnVector(column), part, {column, columns, name: result.columnName(column)});
    }
    parts.push(part);
  }
  return {values: concatenate(parts), columns};
}

function copyColumn(
  vector: unknown,
  rows: Float64Array,
  {column, columns, name}: {column: number; columns: number; name: string}
): void {
  if (!(vector instanceof DuckDBDoubleVector)) throw new Error(`${name} is not a column of doubles`);
  const rowCount = rows.length / columns;
  for (let i = 0; i < rowCount; ++i) {
    const value = vector.getItem(i);
    if (value === null || !Number.isFinite(value)) throw new Error(`${name} is ${value} in a row; not a finite number`);
    rows[i * columns + column] = value;
  }
}

function concatenate(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
