/** How marks show rows. */
export const chartMarks = ["bar", "line", "dot"] as const;

/** A kind of chart: bars, a line or dots. */
export type ChartMark = (typeof chartMarks)[number];

/** What a reader has chosen for a chart, by names of columns; what is left out is chosen by the kinds of the columns. */
export interface ChartChoice {
  mark?: ChartMark | undefined;
  x?: string | undefined;
  y?: string | undefined;
  /** the column that colours tell apart; an empty name for none */
  color?: string | undefined;
}

/** A cell of a notebook: a query, and how its result is shown. */
export interface NotebookCell {
  sql: string;
  isChart: boolean;
  chart: ChartChoice;
}

/** Queries in an order, with a name where they have one. */
export interface Notebook {
  name: string;
  cells: NotebookCell[];
}

// more would keep a browser busy for the sake of a link that somebody has made up
const maximumCells = 50;

/** A cell that shows its result as a table. */
export function tableCell(sql: string): NotebookCell {
  return {sql, isChart: false, chart: {}};
}

/** A notebook as the part of an address after `#`: parameters that can be read, each cell's after its `sql`. */
export function writeNotebook({name, cells}: Notebook): string {
  const parameters = new URLSearchParams();
  if (name) parameters.append("name", name);
  for (const {sql, isChart, chart} of cells) {
    parameters.append("sql", sql);
    if (isChart) parameters.append("show", "chart");
    const {mark, x, y, color} = chart;
    for (const [key, value] of Object.entries({mark, x, y, color})) {
      if (value !== undefined) parameters.append(key, value);
    }
  }
  return parameters.toString();
}

/** The notebook that is written in the part of an address after `#`; none where it holds no query. What is no notebook in it is ignored. */
export function readNotebook(hash: string): Notebook | undefined {
  const notebook: Notebook = {name: "", cells: []};
  for (const [key, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
    const cell = notebook.cells.at(-1);
    if (key === "name") notebook.name = value;
    else if (key === "sql" && notebook.cells.length < maximumCells) notebook.cells.push(tableCell(value));
    else if (cell && key === "show") cell.isChart = value === "chart";
    else if (cell && key === "mark") cell.chart.mark = chartMarks.find((mark) => mark === value);
    else if (cell && (key === "x" || key === "y" || key === "color")) cell.chart[key] = value;
  }
  return notebook.cells.length ? notebook : undefined;
}

/** The notebook that an address asks for: the one after `#`, the query in `?sql=`, or the example of the table in `?table=`. */
export function notebookInAddress(
  {search, hash}: {search: string; hash: string},
  exampleOf: (table: string) => string | undefined
): Notebook | undefined {
  const parameters = new URLSearchParams(search);
  const [sql, table] = [parameters.get("sql"), parameters.get("table")];
  const example = sql ?? (table ? exampleOf(table) : undefined);
  return readNotebook(hash) ?? (example === undefined ? undefined : {name: "", cells: [tableCell(example)]});
}

/** The address of a notebook on the page whose address is given: all of its other parameters stay. */
export function notebookAddress(notebook: Notebook, {pathname, search}: {pathname: string; search: string}): string {
  const parameters = new URLSearchParams(search);
  for (const name of ["sql", "table"]) parameters.delete(name);
  const query = parameters.toString();
  return `${pathname}${query && `?${query}`}#${writeNotebook(notebook)}`;
}
