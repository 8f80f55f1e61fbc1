import {closestName} from "../closest-name.ts";
import {ReportError} from "../report-error.ts";
import type {InputFile} from "../sources/inspect-file.ts";
import {type CostColumn, costColumns} from "./cost-columns.ts";

/** How a file's columns become those of costs: the file's name for each column that it has. */
export type CostNames = Partial<Record<CostColumn, string>>;

/**
 * The names that a file has for the columns of costs: the mapped ones, and ours where nothing is mapped. Throws a ReportError when the
 * file lacks a mapped column, the day or the cost, or says of no cost what it was for.
 */
export function findCostColumns(file: Pick<InputFile, "path" | "columns">, mapped: CostNames): CostNames {
  const named = costColumns.map((column): [CostColumn, string] => [column, mapped[column] ?? column]);
  const found = named.filter(([, name]) => file.columns.includes(name));
  const names: CostNames = Object.fromEntries(found);
  for (const [column, name] of named) {
    const isNeeded = column in mapped || column === "day" || column === "cost";
    if (isNeeded && !(column in names))
      throw missing(file, `column ${JSON.stringify(name)} for ${column}`, name, column);
  }
  if (!names.source && !names.campaign) throw missing(file, "column for source or campaign", "campaign", "campaign");
  return names;
}

function missing(
  {path, columns}: Pick<InputFile, "path" | "columns">,
  what: string,
  name: string,
  column: CostColumn
): ReportError {
  const guess = closestName(name, columns);
  return new ReportError(
    `${path}: there is no ${what}${guess ? `; did you mean ${JSON.stringify(guess)}?` : ""}; ` +
      `the file has ${columns.join(", ").slice(0, 200)}. Name the file's column in report.config.ts, costs.columns.${column}`
  );
}
