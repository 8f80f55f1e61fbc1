import {ReportError} from "../data-loaders/report-error.ts";

/** The whole number that an option of a command gives. Throws a ReportError when it is none, or below `minimum`. */
export function readCount(option: string, text: string, minimum = 1): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(count) && count >= minimum) return count;
  throw new ReportError(`--${option}: ${text || "nothing"} is not a whole number of at least ${minimum}`);
}
