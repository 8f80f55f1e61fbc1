import {expect, onTestFinished, test} from "vitest";
import {readNumbers, readRow, readRows} from "../../data-loaders/read-results.ts";
import {Warehouse} from "../../data-loaders/warehouse.ts";

test("readRows(connection, sql) gives plain values", async () => {
  expect(await readRows(await connect(), "select 1 as a, null as b")).toEqual([{a: 1, b: null}]);
});

test("readRow(connection, sql) throws when there is no row", async () => {
  const connection = await connect();
  await expect(readRow(connection, "select 1 where false")).rejects.toThrow(
    "query returns no row: select 1 where false"
  );
});

test.each([{}, {expectedRows: 5000}, {expectedRows: 7}])(
  "readNumbers(connection, sql, %j) gives rows in a row",
  async (options) => {
    const connection = await connect();
    // more than fit into one chunk
    const sql = "select cast(range as double) as a, -cast(range as double) as b from range(5000) order by range";
    const {values, columns} = await readNumbers(connection, sql, options);
    expect(columns).toBe(2);
    expect([...values]).toEqual(Array.from({length: 5000}, (_, i) => [i, -i]).flat());
  }
);

test("readNumbers(connection, sql) gives an empty array for no rows", async () => {
  const {values} = await readNumbers(await connect(), "select cast(1 as double) as a where false");
  expect([...values]).toEqual([]);
});

test.each([
  ["cast(null as double)", "a is null in a row; not a finite number"],
  ["cast('NaN' as double)", "a is NaN in a row; not a finite number"],
  ["cast('-Infinity' as double)", "a is -Infinity in a row; not a finite number"],
  ["1", "a is not a column of doubles"]
])("readNumbers(connection, select %s as a) throws", async (value, message) => {
  await expect(readNumbers(await connect(), `select ${value} as a`)).rejects.toThrow(message);
});

async function connect() {
  const warehouse = await Warehouse.open();
  onTestFinished(() => warehouse.close());
  return warehouse.connection;
}
