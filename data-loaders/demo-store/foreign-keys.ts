import type {DemoTable} from "./schema.ts";

/** A foreign key: a column of one table that names a row of another. */
export interface ForeignKey {
  /** the table that is named */
  one: DemoTable;
  /** the primary key's column there */
  named: string;
  /** the table whose rows name it */
  many: DemoTable;
  /** the column in which they do */
  column: string;
}

/**
 * The foreign keys of tables, in the order of the tables and their columns. Throws when a column refers to a table that is
 * not among them or whose primary key is not one column.
 */
export function findForeignKeys(tables: readonly DemoTable[]): ForeignKey[] {
  return tables.flatMap((many) =>
    many.columns.flatMap(({name: column, references}) => {
      if (!references) return [];
      const one = tables.find(({name}) => name === references);
      const [named, ...others] = one?.primaryKey ?? [];
      if (!one || named === undefined || others.length) {
        throw new Error(`${many.name}.${column}: ${references} is not a table with a primary key of one column`);
      }
      return [{one, named, many, column}];
    })
  );
}
