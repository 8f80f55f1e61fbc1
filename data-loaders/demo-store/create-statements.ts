import {sqlLiteral} from "../warehouse.ts";
import {findForeignKeys, type ForeignKey} from "./foreign-keys.ts";
import type {DemoColumn, DemoTable} from "./schema.ts";

/**
 * The statements that create tables with all their constraints, in DuckDB's SQL and in the tables' order, each below a
 * comment that says what one row stands for. Throws when a column refers to what is not a table with a primary key of one
 * column.
 */
export function createStatements(tables: readonly DemoTable[]): string {
  const keys = findForeignKeys(tables);
  const statements = tables.map((table) => {
    const own = keys.filter(({many}) => many === table);
    return createStatement(table, own);
  });
  return statements.join("\n");
}

function createStatement({name, grain, primaryKey, columns}: DemoTable, keys: ForeignKey[]): string {
  const parts = [
    ...columns.map(defineColumn),
    `primary key (${primaryKey.join(", ")})`,
    ...keys.map(({column, one, named}) => `foreign key (${column}) references ${one.name} (${named})`)
  ];
  return `-- one row per ${grain}
create table ${name} (
${parts.map((part) => `    ${part}`).join(",\n")}
);
`;
}

function defineColumn({name, type, isNullable, values, minimum}: DemoColumn): string {
  const parts = [
    `${name} ${type}`,
    !isNullable && "not null",
    values && `check (${name} in (${values.map(sqlLiteral).join(", ")}))`,
    minimum !== undefined && `check (${name} >= ${minimum})`
  ];
  return parts.filter(Boolean).join(" ");
}
