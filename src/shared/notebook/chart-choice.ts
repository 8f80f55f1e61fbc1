import type {ChartChoice, ChartMark} from "./notebook-address.js";
import type {QueryResult, ResultColumn} from "./query-result.js";

/** A chart of a result, by places of its columns. */
export interface ChartSettings {
  mark: ChartMark;
  x: number;
  /** a column of numbers */
  y: number;
  /** the column that colours tell apart, if any */
  color?: number | undefined;
}

/**
 * The chart of a result that a reader has chosen, and where they have not: a line of numbers over days or moments, with a colour for each text;
 * bars of numbers by text, with a colour for each other text where the first repeats; else dots of numbers over numbers. None where there is no
 * number to draw, or nothing to set it against.
 */
export function chartOf(result: QueryResult, choice: ChartChoice = {}): ChartSettings | undefined {
  const {columns} = result;
  const named = (name: string | undefined) => columns.findIndex((column) => column.name === name);
  const first = (kind: ResultColumn["kind"], ...taken: number[]) =>
    columns.findIndex((column, i) => column.kind === kind && !taken.includes(i));
  const chosenY = columns[named(choice.y)]?.kind === "number" ? named(choice.y) : -1;
  const across = [named(choice.x), first("date"), first("text"), first("number", chosenY)];
  const x = across.find((place) => place >= 0 && place !== chosenY) ?? -1;
  const y = chosenY >= 0 ? chosenY : first("number", x);
  if (x < 0 || y < 0) return undefined;
  const kind = columns[x]?.kind;
  const mark = choice.mark ?? (kind === "date" ? "line" : kind === "text" ? "bar" : "dot");
  const text = kind !== "text" || repeats(result, x) ? first("text", x) : -1;
  const color = choice.color === undefined ? text : named(choice.color);
  return {mark, x, y, color: color >= 0 && color !== x ? color : undefined};
}

// told by the first rows, which are enough for a guess
function repeats({rowCount, text}: QueryResult, column: number): boolean {
  const values = Array.from({length: Math.min(rowCount, 1000)}, (_, row) => text(row, column));
  return new Set(values).size < values.length;
}
