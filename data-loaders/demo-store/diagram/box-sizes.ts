import type {DemoTable} from "../schema.ts";

/** How large the parts of a table's box are, in pixels: 16 letters of 14 pixels fit into its width. */
export const boxSizes = {width: 152, header: 28, row: 17, end: 7};

/** The height of a table's box. */
export function boxHeight({columns}: DemoTable): number {
  return boxSizes.header + columns.length * boxSizes.row + boxSizes.end;
}

/** The middle of a column's row, below the upper edge of its table's box. Throws when there is no such column. */
export function rowMiddle({name, columns}: DemoTable, column: string): number {
  const row = columns.findIndex((candidate) => candidate.name === column);
  if (row < 0) throw new Error(`${name} has no column ${column}`);
  return boxSizes.header + 3 + (row + 0.5) * boxSizes.row;
}
