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
 * the time and memory of rows, and least of them where the number of rows is expected. Nothing else may run on the connection meanwhile. No rows give an empty array. Throws when a
 * column has another type, or a value is null or no finite number.
 */
export async function readNumbers(
  connection: DuckDBConnection,
  sql: string,
  {expectedRows = 0}: {expectedRows?: number} = {}
): Promise<{values: Float64Array; columns: number}> {
  const result = await connection.stream(sql).catch(explainResources);
  const columns = result.columnCount;
  let values = new Float64Array(expectedRows * columns);
  let length = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    const end = length + chunk.rowCount * columns;
    if (end > values.length) values = grow(values, end);
    const rows = values.subarray(length, end);
    for (let column = 0; column < columns; ++column) {
      copyColumn(chunk.getColumnVector(column), rows, {column, columns, name: result.columnName(column)});
    }
    length = end;
  }
  return {values: values.subarray(0, length), columns};
}

function grow(values: Float64Array, atLeast: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(Math.max(atLeast, 2 * values.length));
  larger.set(values);
  return larger;
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
