import type {NumberFormat} from "./number-format.js";

/** A value of a row, as JSON has it. */
export type CellValue = string | number | boolean | null;

/** A column's name as a heading: `orders_of_visitors` as "Orders of visitors". */
export function columnLabel(name: string): string {
  const words = name.replaceAll("_", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * A value as its column's name says that it is to be read: a share, rate, conversion or confidence and the ends of their intervals are
 * fractions of 1; revenue, price, cost and value are money; other whole numbers are counts. What is missing reads as a dash.
 */
export function columnText(name: string, value: CellValue, format: NumberFormat): string {
  if (value === null) return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  const what = name.replace(/_(low|high)$/i, "");
  if (/(^|_)p_value$/i.test(what)) return value < 0.0001 ? `< ${format.decimal(0.0001)}` : format.decimal(value);
  if (/(^|_)(share|rate|conversion|retention|confidence|benchmark|conversion_from_previous)$/i.test(what)) {
    return format.percent(value);
  }
  if (/(^|_)difference$/i.test(what)) return `${format.points(value)} points`;
  if (/(^|_)(revenue|price|cost|value|recoverable|cost_per_order)$/i.test(what)) return format.money(value);
  return (Number.isInteger(value) ? format.count : format.decimal)(value);
}
