import type {NumberFormat} from "../../src/shared/number-format.ts";
import {printable} from "../sources/printable.ts";
import type {CheckedClaim} from "./check-claims.ts";

/**
 * A claim's sentence as text for a terminal, shortened: without markdown, and with the numbers of its page's claims in their
 * places, as for `${lost.users}` or `${formats.percent(lost.share)}`. What other expressions give is not known here.
 */
export function plainSentence({claim}: CheckedClaim, checked: readonly CheckedClaim[], format: NumberFormat): string {
  const ofPage = checked.filter((other) => other.claim.page === claim.page && other.claim.id !== undefined);
  const rows = new Map(
    ofPage.map((other) => [other.claim.id, new Map(Object.entries(other.status?.now.values ?? {}))])
  );
  const formats = new Map(Object.entries(format) as [string, (value: number) => string][]);
  const text = claim.sentence
    .replace(/\$\{([^{}]*)\}/g, (_, expression: string) => {
      const [, name, id, column = ""] = /^\s*(?:\w+\.(\w+)\()?(\w+)\.(\w+)\)?\s*$/.exec(expression) ?? [];
      const value = rows.get(id)?.get(column);
      const write = name === undefined ? String : formats.get(name);
      return value == null || !write ? "…" : write(value as number);
    })
    .replace(/<[^>]*>/g, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*`]|\b_|_\b/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return printable(text, 90) || "(no sentence beside it)";
}
