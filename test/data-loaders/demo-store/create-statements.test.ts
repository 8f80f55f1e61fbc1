import {beforeAll, describe, expect, onTestFinished, test} from "vitest";
import {createStatements} from "../../../data-loaders/demo-store/create-statements.ts";
import {type DemoColumn, type DemoTable, demoTables} from "../../../data-loaders/demo-store/schema.ts";
import {sqlLiteral, Warehouse} from "../../../data-loaders/warehouse.ts";

const tiny: DemoTable[] = [
  {
    name: "users",
    grain: "person",
    primaryKey: ["user_id"],
    columns: [
      {name: "user_id", type: "varchar", description: "id"},
      {name: "mood", type: "varchar", isNullable: true, values: ["can't say", "fine"], description: "mood"}
    ]
  },
  {
    name: "orders",
    grain: "person and day",
    primaryKey: ["user_id", "ordered_on"],
    columns: [
      {name: "user_id", type: "varchar", references: "users", description: "who"},
      {name: "ordered_on", type: "date", description: "when"},
      {name: "total", type: "decimal(12, 2)", minimum: 0.5, description: "sum"}
    ]
  }
];

test("createStatements(tables) gives each table with its constraints and what a row stands for", () => {
  expect(createStatements(tiny)).toBe(`-- one row per person
create table users (
    user_id varchar not null,
    mood varchar check (mood in ('can''t say', 'fine')),
    primary key (user_id)
);

-- one row per person and day
create table orders (
    user_id varchar not null,
    ordered_on date not null,
    total decimal(12, 2) not null check (total >= 0.5),
    primary key (user_id, ordered_on),
    foreign key (user_id) references users (user_id)
);
`);
});

test("createStatements([]) is empty", () => {
  expect(createStatements([])).toBe("");
});

describe("DuckDB, with the statements of two small tables", () => {
  test.each([
    ["a missing value", "insert into users values (null, 'fine')", "NOT NULL constraint failed: users.user_id"],
    [
      "a value that is not one of few",
      "insert into users values ('2', 'meh')",
      "CHECK constraint failed on table users"
    ],
    [
      "a value below the least",
      "insert into orders values ('1', '2020-01-02', 0.49)",
      "CHECK constraint failed on table orders"
    ],
    ["a key that is there", "insert into users values ('1', null)", 'Duplicate key "user_id: 1" violates primary key'],
    [
      "a key of two columns that is there",
      "insert into orders values ('1', '2020-01-01', 9)",
      'Duplicate key "user_id: 1, ordered_on: 2020-01-01" violates primary key'
    ],
    [
      "a reference to nothing",
      "insert into orders values ('7', '2020-01-01', 9)",
      'key "user_id: 7" does not exist in the referenced table'
    ]
  ])("refuses %s", async (_, statement, message) => {
    const warehouse = await openWith(tiny);
    await warehouse.run("insert into users values ('1', 'can''t say')");
    await warehouse.run("insert into orders values ('1', '2020-01-01', 0.5)");
    await expect(warehouse.run(statement)).rejects.toThrow(message);
  });
});

describe.each(demoTables)("DuckDB, with the demo store's statement for $name", (table) => {
  let warehouse: Warehouse;

  beforeAll(async () => {
    warehouse = await Warehouse.open({threads: 1});
    await warehouse.run(createStatements(demoTables));
    // whatever the table refers to; it takes a row of its own while the test lasts
    for (const other of demoTables.slice(0, demoTables.indexOf(table))) await insertRow(warehouse, other);
    return () => warehouse.close();
  });

  test("takes a full row, and one that lacks all that may be missing", async () => {
    for (const isMissing of [() => false, ({isNullable}: DemoColumn) => isNullable === true]) {
      await insertRow(warehouse, table, isMissing);
      const {n} = await warehouse.row(`select count(*) as n from ${table.name}`);
      expect(Number(n)).toBe(1);
      await warehouse.run(`delete from ${table.name}`);
    }
  });

  test("refuses a row that lacks anything else", async () => {
    for (const required of table.columns.filter(({isNullable}) => !isNullable)) {
      await expect(insertRow(warehouse, table, (column) => column === required)).rejects.toThrow(
        `NOT NULL constraint failed: ${table.name}.${required.name}`
      );
    }
  });
});

async function openWith(tables: readonly DemoTable[]): Promise<Warehouse> {
  const warehouse = await Warehouse.open({threads: 1});
  onTestFinished(() => warehouse.close());
  await warehouse.run(createStatements(tables));
  return warehouse;
}

// keys and references are all 1: every table has one row
function insertRow(
  warehouse: Warehouse,
  {name, columns}: DemoTable,
  isMissing: (column: DemoColumn) => boolean = () => false
): Promise<void> {
  const values = columns.map((column) => (isMissing(column) ? "null" : sampleOf(column)));
  return warehouse.run(`insert into ${name} values (${values.join(", ")})`);
}

function sampleOf({type, values, minimum = 1}: DemoColumn): string {
  if (values) return sqlLiteral(values[0] ?? null);
  if (type === "date") return "date '2020-01-01'";
  if (type === "timestamp") return "timestamp '2020-01-01 10:00:00'";
  return type === "varchar" ? "'1'" : String(minimum);
}
