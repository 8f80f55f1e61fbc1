import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {describeTable, writeDataDictionary} from "../../../data-loaders/demo-store/data-dictionary.ts";
import {type DemoTable, demoTables} from "../../../data-loaders/demo-store/schema.ts";
import {projectFolder} from "../../../data-loaders/fingerprint.ts";

const orders: DemoTable = {
  name: "order_items",
  grain: "order | product",
  primaryKey: ["order_id"],
  columns: [
    {name: "order_id", type: "varchar", references: "orders", description: "the *order* <b>"},
    {name: "amount", type: "decimal(12, 2)", minimum: 0, unit: "currency unit", description: "quantity × unit_price"},
    {name: "status", type: "varchar", isNullable: true, values: ["new", "a|b", "old"], description: "state"},
    {name: "kind", type: "varchar", values: ["only"], description: "kind"}
  ]
};

test("describeTable(table) says in words what each column is", () => {
  expect(describeTable(orders)).toEqual({
    name: "order_items",
    description: "one row per order | product",
    columns: [
      {
        name: "order_id",
        type: "varchar",
        key: "PK, → orders",
        unit: "",
        mayBeMissing: "",
        description: "the *order* <b>"
      },
      {
        name: "amount",
        type: "decimal(12, 2)",
        key: "",
        unit: "currency unit",
        mayBeMissing: "",
        description: "quantity × unit_price"
      },
      {
        name: "status",
        type: "varchar",
        key: "",
        unit: "",
        mayBeMissing: "yes",
        description: "state. Values: new, a|b, old"
      },
      {name: "kind", type: "varchar", key: "", unit: "", mayBeMissing: "", description: "kind. Values: only"}
    ]
  });
});

test("writeDataDictionary(tables) gives a markdown table for each, in which text stays text", () => {
  const text = writeDataDictionary([orders, {...orders, name: "orders", columns: orders.columns.slice(0, 1)}]);
  expect(text.slice(text.indexOf("## "))).toBe(`## order_items

One row per order \\| product.

| column | type | key | unit | may be missing | what it is |
| --- | --- | --- | --- | --- | --- |
| \`order_id\` | \`varchar\` | PK, → orders |  |  | the \\*order\\* \\<b\\> |
| \`amount\` | \`decimal(12, 2)\` |  | currency unit |  | quantity × unit_price |
| \`status\` | \`varchar\` |  |  | yes | state. Values: new, a\\|b, old |
| \`kind\` | \`varchar\` |  |  |  | kind. Values: only |

## orders

One row per order \\| product.

| column | type | key | unit | may be missing | what it is |
| --- | --- | --- | --- | --- | --- |
| \`order_id\` | \`varchar\` | PK, → orders |  |  | the \\*order\\* \\<b\\> |
`);
});

test("writeDataDictionary(demoTables) has a row for every column", () => {
  const lines = writeDataDictionary(demoTables).split("\n");
  expect(lines.filter((line) => line.startsWith("## "))).toEqual(demoTables.map(({name}) => `## ${name}`));
  const rows = lines.filter((line) => line.startsWith("| `"));
  expect(rows.map((row) => /`(.+?)`/.exec(row)?.[1])).toEqual(
    demoTables.flatMap(({columns}) => columns.map(({name}) => name))
  );
  // six cells
  expect(rows.filter((row) => row.match(/(?<!\\)\|/g)?.length !== 7)).toEqual([]);
});

test("docs/demo-store-tables.md is up to date", () => {
  const text = readFileSync(join(projectFolder, "docs", "demo-store-tables.md"), "utf8");
  expect(text === writeDataDictionary(demoTables), "the tables have changed; run npm run docs").toBe(true);
});
