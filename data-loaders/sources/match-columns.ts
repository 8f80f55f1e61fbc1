import {type EventColumn, optionalColumns, requiredColumns} from "../../src/shared/event-columns.ts";
import type {ValueCount} from "./count-values.ts";
import type {ColumnType} from "./infer-type.ts";
import {findStage, knownColumns, plainName} from "./known-names.ts";
import type {ColumnProfile, FileProfile} from "./profile-file.ts";

/** The column of a file that stands for each of ours. */
export type FoundColumns = Partial<Record<EventColumn, string>>;

/**
 * Guesses from names and values which column of a file stands for each of ours; a column stands for one of ours at most.
 * Required columns choose first, and names that are known as a whole win over those known in an object.
 */
export function matchColumns(profile: FileProfile): FoundColumns {
  const found: FoundColumns = {};
  const isFree = ({name}: ColumnProfile) => !Object.values(found).includes(name);
  const ours = [...requiredColumns, ...optionalColumns];
  for (const column of ours) {
    const own = profile.columns.find(({name}) => name === column);
    // what has our name is read as ours, whatever it holds; another column can only come before it
    if (own && !requiredColumns.some((required) => required === column)) found[column] = own.name;
  }
  for (const withinObjects of [false, true]) {
    for (const column of ours.filter((name) => found[name] === undefined)) {
      const named = profile.columns.filter(
        (candidate) => isFree(candidate) && rank(candidate.name, column, withinObjects) >= 0 && fits(candidate, column)
      );
      const best = named.sort(
        (a, b) =>
          suitability(b, column, profile) - suitability(a, column, profile) ||
          rank(a.name, column, withinObjects) - rank(b.name, column, withinObjects)
      )[0];
      if (best) found[column] = best.name;
    }
  }
  const typed = profile.columns.find((candidate) => isFree(candidate) && candidate.values?.some(isKnownType));
  const isUnknown = !eventTypes(profile, found).some(isKnownType);
  if (isUnknown && typed) found.event_type = typed.name;
  const timed = profile.columns.find((candidate) => isFree(candidate) && candidate.type === "time");
  if (found.event_time === undefined && timed) found.event_time = timed.name;
  return found;
}

// where a name stands among those known for a column, from 0; -1 where it is not known
function rank(name: string, column: EventColumn, withinObjects: boolean): number {
  if (name === column) return 0;
  const plain = plainName(withinObjects ? (name.split(".").at(-1) ?? "") : name);
  const place = knownColumns[column].indexOf(plain);
  return place < 0 ? -1 : place + 1;
}

function fits({name, type, filled}: ColumnProfile, column: EventColumn): boolean {
  if (name === column) return true;
  if (type === "object" || type === "list") return false;
  // a file without rows, or a column that is empty so far
  if (filled === 0) return true;
  if (column === "event_time") return isTime(type) || type === "time, not ISO";
  if (column === "price" || column === "quantity") return isNumber(type);
  if (column === "event_type") return type === "text";
  return type !== "true/false" && (column.endsWith("id") || column === "user_session" || !isTime(type));
}

// decides between columns that are all named well: rows are rejected that lack what is required
function suitability(candidate: ColumnProfile, column: EventColumn, {rows}: FileProfile): number {
  const isFilled = candidate.filled > 0 || rows === 0 ? 1 : 0;
  if (!requiredColumns.some((required) => required === column)) return isFilled;
  const share = rows ? candidate.filled / rows : 0;
  const isReadable = column !== "event_time" || isTime(candidate.type) ? 1 : 0;
  const isKnown = column === "event_type" && candidate.values?.some(isKnownType) ? 1 : 0;
  return 4 * isKnown + 2 * isReadable + (share >= 0.99 ? 1 : share);
}

/** Whether the report reads values of a type as times. */
export function isTime(type: ColumnType): boolean {
  return type === "time" || type === "date" || type.endsWith("since 1970");
}

/** Whether values of a type are numbers. */
export function isNumber(type: ColumnType): boolean {
  return type === "integer" || type === "decimal" || type === "integer id";
}

function isKnownType({value}: ValueCount): boolean {
  return findStage(value) !== undefined;
}

/** What is known of a column; undefined where the file has none of that name. */
export function columnOf({columns}: FileProfile, name: string | undefined): ColumnProfile | undefined {
  return columns.find((column) => column.name === name);
}

/** The values of the column of event types with their rows; none where it was not found. */
export function eventTypes(profile: FileProfile, {event_type}: FoundColumns): ValueCount[] {
  return columnOf(profile, event_type)?.values ?? [];
}
