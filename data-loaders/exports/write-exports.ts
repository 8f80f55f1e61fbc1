import {readFileSync} from "node:fs";
import {join} from "node:path";
import {readModelFolder} from "../models.ts";
import {columnDescriptions} from "../models/columns.ts";
import type {Progress} from "../progress.ts";
import {sqlLiteral, type Warehouse} from "../warehouse.ts";
import {optionalColumns} from "../../src/shared/event-columns.ts";

/**
 * Writes the analyst's tables into a folder as CSV files with a header, in UTF-8: times as `2021-01-31 23:59:59` in UTC, empty
 * cells for what is missing, and cells that begin like a formula made harmless. Needs tablesOfExports. The same events give the same bytes.
 */
export async function writeExports(warehouse: Warehouse, folder: string, progress?: Progress): Promise<void> {
  await warehouse.run("create schema if not exists exports");
  await warehouse.run(readFileSync(join(import.meta.dirname, "harmless-cell.sql"), "utf8"));
  await writeDescriptions(warehouse);
  const step = "wrote the CSV files";
  const models = exportModels();
  for (const [i, {table, name, sql}] of models.entries()) {
    progress?.({step, detail: `${name}.csv`, share: i / models.length});
    await warehouse.run(`create or replace view ${table} as\n${sql}`);
    const cells = await selectCells(warehouse, table);
    await warehouse.run(
      `copy (select ${cells.join(", ")} from ${table}) to ${sqlLiteral(join(folder, `${name}.csv`))} (format csv, header)`
    );
  }
  progress?.({step, isDone: true});
}

/** The names of the files that are written. */
export function exportFiles(): string[] {
  return exportModels().map(({name}) => `${name}.csv`);
}

/** The tables that the files are made of. */
export function tablesOfExports(): string[] {
  return ["core.columns", ...exportModels().flatMap(({reads}) => reads)];
}

function exportModels() {
  return readModelFolder(join(import.meta.dirname, "tables"), "exports");
}

async function writeDescriptions(warehouse: Warehouse): Promise<void> {
  await warehouse.run("drop table if exists exports.descriptions");
  await warehouse.insert(
    "exports.descriptions(column_name varchar, description varchar)",
    Object.entries(columnDescriptions)
  );
}

async function selectCells(warehouse: Warehouse, table: string): Promise<string[]> {
  const columns = await warehouse.rows(`describe ${table}`);
  const absent = table === "exports.events_cleaned" ? await absentColumns(warehouse) : [];
  return columns
    .map(({column_name, column_type}) => ({name: String(column_name), type: String(column_type)}))
    .filter(({name}) => !absent.includes(name))
    .map(({name, type}) => {
      if (type === "VARCHAR") return `exports.harmless_cell(${name}) as ${name}`;
      return type.startsWith("DECIMAL") ? `exports.plain_decimal(${name}) as ${name}` : name;
    });
}

async function absentColumns(warehouse: Warehouse): Promise<string[]> {
  const rows = await warehouse.rows("select column_name from core.columns where is_present");
  return optionalColumns.filter((column) => !rows.some(({column_name}) => column_name === column));
}
