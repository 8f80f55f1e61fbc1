import {requiredColumns} from "../../src/shared/event-columns.ts";
import {columnOf, eventTypes, type FoundColumns, isNumber, isTime} from "./match-columns.ts";
import type {FileProfile} from "./profile-file.ts";

/** What the report would reject of a file or misread, read as proposed: a sentence each. */
export function findProblems(profile: FileProfile, found: FoundColumns, types: Record<string, string>): string[] {
  const {rows, unreadable, others} = profile;
  const warnings: string[] = [];
  const count = (number: number) => `${number.toLocaleString("en")} ${number === 1 ? "row" : "rows"}`;
  if (!rows) warnings.push("there are no rows to guess from, only names of columns");
  if (unreadable) warnings.push(`${count(unreadable)} that cannot be read would be rejected`);
  if (others) warnings.push(`${others.toLocaleString("en")} more columns were not looked at`);
  if (profile.file.format === "csv" && isHeaderData(profile)) {
    warnings.push("the first line looks like data; the columns have to be named in it");
  }
  for (const column of requiredColumns) {
    const match = columnOf(profile, found[column]);
    if (!match) continue;
    const {filled, misfits, type} = match;
    if (filled < rows) warnings.push(`${column}: ${count(rows - filled)} without a value would be rejected`);
    if (column !== "event_time" || !filled) continue;
    if (!isTime(type)) {
      warnings.push(
        "event_time: expected times such as 2021-01-31 23:59:59 or seconds since 1970; rows with others would be rejected"
      );
    } else if (misfits) warnings.push(`event_time: ${count(misfits)} with something else would be rejected`);
  }
  warnings.push(...findPriceProblems(profile, found));
  const purchases = [...Object.keys(types).filter((value) => types[value] === "purchase")];
  if (eventTypes(profile, found).some(({value}) => value.trim().toLowerCase() === "purchase"))
    purchases.push("purchase");
  if (purchases.length > 1) {
    warnings.push(
      `${purchases.join(", ")} all mean purchase: leave out those that are sent beside another for the same order`
    );
  }
  return warnings;
}

function findPriceProblems(profile: FileProfile, found: FoundColumns): string[] {
  const price = columnOf(profile, found.price);
  const product = columnOf(profile, found.product_id);
  if (!price?.filled) return [];
  const isReadable = isNumber(price.type);
  const priced = isReadable ? price.filled - price.misfits : 0;
  const isPositive = isReadable && Number(price.range?.[0]) > 0;
  if (!isReadable || price.misfits)
    return [
      "price: some values are no plain numbers such as 19.99; rows with a product and such a price would be rejected"
    ];
  if (product && (priced < product.filled || !isPositive)) {
    return ["price: it is empty or not above 0 in some rows; those with a product would be rejected"];
  }
  return [];
}

function isHeaderData({file}: FileProfile): boolean {
  return file.columns.some((name) => /^[+-]?\d+(\.\d+)?$|^\d{4}-\d{2}-\d{2}/.test(name));
}
