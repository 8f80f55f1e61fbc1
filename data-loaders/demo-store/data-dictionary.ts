import {markdownText} from "../markdown-text.ts";
import type {DemoColumn, DemoTable} from "./schema.ts";

/** What a data dictionary says of a column, in words. */
export interface DictionaryColumn {
  name: string;
  type: string;
  /** PK, → and the table that it refers to, both, or nothing */
  key: string;
  unit: string;
  /** yes or nothing */
  mayBeMissing: string;
  /** what it means, with its values where they are few */
  description: string;
}

/** A table's part of a data dictionary. */
export interface DictionaryTable {
  name: string;
  /** what one row stands for */
  description: string;
  columns: DictionaryColumn[];
}

/** A table as a data dictionary describes it. */
export function describeTable(table: DemoTable): DictionaryTable {
  const columns = table.columns.map((column) => describeColumn(table, column));
  return {name: table.name, description: `one row per ${table.grain}`, columns};
}

/**
 * The data dictionary of tables as a markdown document: for each a heading, what one row stands for, and its columns.
 * `npm run docs` keeps that of the demo store in docs/demo-store-tables.md.
 */
export function writeDataDictionary(tables: readonly DemoTable[]): string {
  return `# The demo store's tables

Made by \`npm run docs\` from data-loaders/demo-store/schema.ts; an edit here would be lost. PK: part of the primary key.
→: the table whose primary key the column holds.

${tables.map((table) => writeTable(describeTable(table))).join("\n")}`;
}

function describeColumn({primaryKey}: DemoTable, column: DemoColumn): DictionaryColumn {
  const {name, type, references, unit = "", isNullable = false, description, values} = column;
  const key = [primaryKey.includes(name) && "PK", references && `→ ${references}`].filter(Boolean).join(", ");
  return {
    name,
    type,
    key,
    unit,
    mayBeMissing: isNullable ? "yes" : "",
    description: values ? `${description}. Values: ${values.join(", ")}` : description
  };
}

function writeTable({name, description, columns}: DictionaryTable): string {
  const rows = columns.map((column) => [
    code(column.name),
    code(column.type),
    markdownText(column.key),
    markdownText(column.unit),
    column.mayBeMissing,
    markdownText(column.description)
  ]);
  return `## ${markdownText(name)}

${markdownText(description[0]?.toUpperCase() + description.slice(1))}.

| column | type | key | unit | may be missing | what it is |
| --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}
`;
}

// a pipe ends a cell, inside of code too
function code(text: string): string {
  return `\`${text.replaceAll("|", "\\|")}\``;
}
