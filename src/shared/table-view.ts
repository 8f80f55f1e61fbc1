/** What a table is sorted by. */
export interface Sorting {
  /** name of a column */
  column: string;
  /** from the most to the least, or from Z to A */
  isDown: boolean;
}

/** What a reader sees of a table: rows that have all words of `find`, sorted. */
export interface TableView {
  find: string;
  sorting: Sorting;
}

/** The view of the table `name` in an address, such as `?unsold_sort=-views&unsold_find=lamp`; a column that is none is ignored. */
export function readTableView(
  search: string,
  {name, names, sorting}: {name: string; names: readonly string[]; sorting: Sorting}
): TableView {
  const parameters = new URLSearchParams(search);
  const sort = parameters.get(`${name}_sort`) ?? "";
  const column = sort.replace(/^-/, "");
  return {
    find: parameters.get(`${name}_find`) ?? "",
    sorting: names.includes(column) ? {column, isDown: sort.startsWith("-")} : sorting
  };
}

/** An address's query with the view of the table `name` in place of the one in it; how it is sorted first is not named. */
export function writeTableView(
  {find, sorting: {column, isDown}}: TableView,
  {search, name, sorting}: {search: string; name: string; sorting: Sorting}
): string {
  const parameters = new URLSearchParams(search);
  parameters.delete(`${name}_sort`);
  parameters.delete(`${name}_find`);
  if (column !== sorting.column || isDown !== sorting.isDown) {
    parameters.set(`${name}_sort`, `${isDown ? "-" : ""}${column}`);
  }
  if (find) parameters.set(`${name}_find`, find);
  const text = parameters.toString();
  return text && `?${text}`;
}
