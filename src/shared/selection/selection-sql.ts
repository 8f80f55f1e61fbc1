import type {Selection} from "./selection.js";
import {dimensionNames} from "./session-dimensions.js";

/** A condition in SQL that rows of the table `sessions` meet when a selection leaves them; `true` for everybody. */
export function selectionCondition({values, from, to}: Selection): string {
  const parts = dimensionNames.flatMap((name) => {
    const chosen = values[name] ?? [];
    return chosen.length ? [`"${name}" in (${chosen.map(quoted).join(", ")})`] : [];
  });
  if (from) parts.push(`started_on >= date ${quoted(from)}`);
  if (to) parts.push(`started_on <= date ${quoted(to)}`);
  return parts.join(" and ") || "true";
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
