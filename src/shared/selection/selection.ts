import {dimensionNames, type SessionDimension} from "./session-dimensions.js";

/** Which sessions a reader has chosen: those that have one of the values in every dimension named, and began in the days. */
export interface Selection {
  values: Partial<Record<SessionDimension, readonly string[]>>;
  /** first day, as 2021-01-31, UTC */
  from?: string | undefined;
  /** last day (inclusive), UTC */
  to?: string | undefined;
}

/** Everybody. */
export const everybody: Selection = {values: {}};

const ownNames = [...dimensionNames, "from", "to"];

/** The selection in a page's address, such as `?device=mobile&from=2021-01-01`; what is no selection in it is ignored. */
export function readSelection(search: string): Selection {
  const parameters = new URLSearchParams(search);
  const chosen = dimensionNames
    .map((name) => [name, [...new Set(parameters.getAll(name))].filter(Boolean)] as const)
    .filter(([, values]) => values.length);
  const [from, to] = [readDay(parameters.get("from")), readDay(parameters.get("to"))];
  return {values: Object.fromEntries(chosen), ...(from && {from}), ...(to && {to})};
}

/** An address's query with a selection in place of the one in it; all else in it stays. Everybody gives no parameter. */
export function writeSelection({values, from, to}: Selection, search = ""): string {
  const parameters = new URLSearchParams(search);
  for (const name of ownNames) parameters.delete(name);
  for (const name of dimensionNames) for (const value of values[name] ?? []) parameters.append(name, value);
  if (from) parameters.set("from", from);
  if (to) parameters.set("to", to);
  const text = parameters.toString();
  return text && `?${text}`;
}

/** Whether a selection is of everybody. */
export function isEverybody({values, from, to}: Selection): boolean {
  return !from && !to && dimensionNames.every((name) => !values[name]?.length);
}

/** A selection narrowed to values of dimensions, in place of others of the same ones. */
export function narrowSelection(selection: Selection, values: Selection["values"]): Selection {
  return {...selection, values: {...selection.values, ...values}};
}

/** A selection with one more value of a dimension, or without it where it was chosen. */
export function toggleValue(selection: Selection, name: SessionDimension, value: string): Selection {
  const chosen = selection.values[name] ?? [];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return narrowSelection(selection, {[name]: next});
}

// a day that does not exist is none
function readDay(text: string | null): string | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : undefined;
}
