import {quotedName} from "../../shared/quoted-name.js";
import {sortEarners} from "../../shared/traffic/sort-earners.js";
import {type Earner, isNamed} from "../../shared/traffic/traffic-rows.js";
import type {ReportFormats} from "../report-formats.js";

/** What is compared. */
export interface ConversionTitleOptions<T> {
  kind: "channel" | "campaign";
  name: (row: T) => string;
  formats: ReportFormats;
}

/** Whose visits bring orders most and least often, where that is no chance, as a title. */
export function conversionTitle<T extends Earner>(
  rows: readonly T[],
  {kind, name, formats}: ConversionTitleOptions<T>
): string {
  const named = rows.filter((row) => isNamed(name(row)));
  const rated = sortEarners(named, "conversion");
  const best = rated.find(({verdict}) => verdict === "higher");
  const worst = [...rated].reverse().find(({verdict}) => verdict === "lower");
  const by = kind === "channel" ? "from" : "by";
  const rate = (row: T): string => formats.percent(row.conversion_rate ?? NaN);
  if (best && worst) {
    return `${rate(best)} of the visits ${by} ${quotedName(name(best))} bring an order, but only ${rate(worst)} ${by} ${quotedName(name(worst))}`;
  }
  const one = best ?? worst;
  if (one) {
    return `${rate(one)} of the visits ${by} ${quotedName(name(one))} bring an order, ${best ? "more" : "fewer"} than ${by} all other ${kind}s together`;
  }
  if (rows.length < 2) return `One ${kind}, with nothing to compare it with`;
  return rows.some(({verdict}) => verdict === "no_difference")
    ? `No ${kind}’s visits bring orders more or less often than the others’, beyond chance`
    : `Too few visits to tell ${kind}s apart`;
}
