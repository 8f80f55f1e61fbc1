import {expect, onTestFinished, test} from "vitest";
import {sqlLiteral, type StatementRunner, Warehouse} from "../../data-loaders/warehouse.ts";

test("sqlLiteral(value) doubles quotes", () => {
  expect(["O'Hara", "", 1.5, true, null].map(sqlLiteral)).toEqual(["'O''Hara'", "''", "1.5", "true", "null"]);
});

test("Warehouse.insert(definition, rows) makes a table, of no rows too", async () => {
  const warehouse = await open();
  await warehouse.insert("settings.a(name varchar, number integer)", [
    ["O'Hara; drop", 1],
    [null, 2]
  ]);
  await warehouse.insert("settings.b(name varchar)", []);
  expect(await warehouse.rows("from settings.a")).toEqual([
    {name: "O'Hara; drop", number: 1},
    {name: null, number: 2}
  ]);
  expect(await warehouse.rows("from settings.b")).toEqual([]);
});

test("Warehouse.row(sql) throws when there is no row", async () => {
  const warehouse = await open();
  await expect(warehouse.row("select 1 where false")).rejects.toThrow("query returns no row: select 1 where false");
});

test("Warehouse.open({threads}) keeps to the threads, to UTC and to this machine", async () => {
  const warehouse = await Warehouse.open({threads: 1});
  onTestFinished(() => warehouse.close());
  expect(
    await warehouse.row(`select current_setting('threads') as threads, current_setting('TimeZone') as zone,
      current_setting('autoinstall_known_extensions') as installs`)
  ).toEqual({threads: 1n, zone: "UTC", installs: false});
});

async function open(): Promise<Warehouse> {
  const warehouse = await Warehouse.open();
  onTestFinished(() => warehouse.close());
  return warehouse;
}

test("Warehouse.runTogether(tasks) says what to do when there is no room, whichever connection ran out", async () => {
  const warehouse = await Warehouse.open({threads: 1, memoryLimit: "20MB"});
  onTestFinished(() => warehouse.close());
  await warehouse.run("set max_temp_directory_size = '1MB'");
  const task = (table: string) => ({
    table,
    reads: [],
    run: async (connection: StatementRunner) =>
      void (await connection.run(`create table settings.${table} as select i, i + 1 as j from range(20000000) as r(i)`))
  });
  await expect(warehouse.runTogether([task("a"), task("b")])).rejects.toThrow(
    /^the (events need more memory than DuckDB may use|disk is full) \(/
  );
});

test("Warehouse.runTogether(tasks) runs each task once what it reads is made, and ends after the first that fails", async () => {
  const warehouse = await open();
  const made: string[] = [];
  const task = (table: string, reads: string[], problem?: Error) => ({
    table,
    reads,
    run: async (connection: StatementRunner) => {
      await connection.run("select 1");
      if (problem) throw problem;
    }
  });
  await warehouse.runTogether([task("c", ["b"]), task("b", ["a", "elsewhere"]), task("a", [])], (table) =>
    made.push(table)
  );
  expect(made).toEqual(["a", "b", "c"]);
  const failing = warehouse.runTogether([task("a", [], new Error("no")), task("b", ["a"])], (table) =>
    made.push(table)
  );
  await expect(failing).rejects.toThrow("no");
  expect(made).toEqual(["a", "b", "c"]);
});
