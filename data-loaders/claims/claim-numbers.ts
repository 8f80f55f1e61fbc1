import type {NumberFormat} from "../../src/shared/number-format.ts";
import type {ClaimStatus} from "./claim-status.ts";
import type {ClaimValue} from "./read-evaluation.ts";

/** A number or text of a claim, written out. */
export interface ClaimNumber {
  label: string;
  /** null where there is no earlier evaluation to compare with, a dash where that had none */
  then: string | null;
  now: string;
}

/**
 * The numbers of a claim then and now, in the query's order. What a number is its column's name tells by its last word: a share, rate or
 * conversion is a fraction; revenue, price, cost and value are money; other whole numbers are counts.
 */
export function claimNumbers({then, now}: ClaimStatus, format: NumberFormat): ClaimNumber[] {
  const before = new Map(Object.entries(then?.values ?? {}));
  return Object.entries(now.values).map(([name, value]) => ({
    label: name.replaceAll("_", " "),
    then: then ? writeValue(name, before.get(name) ?? null, format) : null,
    now: writeValue(name, value, format)
  }));
}

function writeValue(name: string, value: ClaimValue, {count, decimal, percent, money}: NumberFormat): string {
  if (value === null) return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (/(^|_)(share|rate|conversion)$/i.test(name)) return percent(value);
  if (/(^|_)(revenue|price|cost|value)$/i.test(name)) return money(value);
  return (Number.isInteger(value) ? count : decimal)(value);
}
