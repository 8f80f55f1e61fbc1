import {type EventColumn, optionalColumns, requiredColumns} from "../../src/shared/event-columns.ts";
import {defaultStages, otherEventTypes} from "../../src/shared/stages.ts";
import type {ValueCount} from "./count-values.ts";
import {findProblems} from "./find-problems.ts";
import type {Encoding} from "./inspect-file.ts";
import {findStage} from "./known-names.ts";
import {eventTypes, type FoundColumns, matchColumns} from "./match-columns.ts";
import type {FileProfile} from "./profile-file.ts";

/** How unknown files may be read as events: a guess from the names and values of their columns. */
export interface Proposal {
  /** the configuration's `events`, with only what differs from our names */
  events: {
    source: "files";
    files: string | string[];
    columns?: Partial<Record<EventColumn, string>>;
    types?: Record<string, string>;
    encoding?: Encoding;
  };
  /** the column of the files that stands for each of ours */
  found: FoundColumns;
  missing: EventColumn[];
  /** values of the column of event types that no stage is known for, and their rows */
  unknownTypes: ValueCount[];
  /** what else the report would reject or misread, a sentence each */
  warnings: string[];
}

/** Proposes how to read files, one proposal for all files that can be read alike, in the files' order. */
export function proposeConfigurations(profiles: readonly FileProfile[]): Proposal[] {
  const groups = new Map<string, {profile: FileProfile; found: FoundColumns}[]>();
  for (const profile of profiles) {
    const found = matchColumns(profile);
    const key = JSON.stringify([changedColumns(found), profile.file.encoding]);
    groups.set(key, [...(groups.get(key) ?? []), {profile, found}]);
  }
  return [...groups.values()].map(propose);
}

function propose(group: readonly {profile: FileProfile; found: FoundColumns}[]): Proposal {
  const paths = group.map(({profile}) => profile.file.path);
  const found = Object.assign({}, ...group.map((member) => member.found)) as FoundColumns;
  const columns = changedColumns(found);
  const values = sumValues(group.flatMap((member) => eventTypes(member.profile, member.found)));
  const types = proposeTypes(values);
  const encoding = group[0]?.profile.file.encoding ?? "utf-8";
  return {
    events: {
      source: "files",
      files: paths.length === 1 && paths[0] ? paths[0] : paths,
      ...(Object.keys(columns).length && {columns}),
      ...(Object.keys(types).length && {types}),
      ...(encoding !== "utf-8" && {encoding})
    },
    found,
    missing: [...requiredColumns, ...optionalColumns].filter((column) => found[column] === undefined),
    unknownTypes: values.filter(({value}) => !isOurs(value) && findStage(value) === undefined),
    warnings: group.flatMap(({profile, found}) => {
      const warnings = findProblems(profile, found, types);
      return group.length > 1 ? warnings.map((warning) => `${profile.file.path}: ${warning}`) : warnings;
    })
  };
}

function changedColumns(found: FoundColumns): FoundColumns {
  return Object.fromEntries(Object.entries(found).filter(([column, name]) => column !== name));
}

// as the report compares them: without regard to case and outer spaces
function sumValues(values: readonly ValueCount[]): ValueCount[] {
  const sums = new Map<string, ValueCount>();
  for (const {value, rows} of values) {
    const key = value.trim().toLowerCase();
    const sum = sums.get(key);
    sums.set(key, {value: sum?.value ?? value.trim(), rows: (sum?.rows ?? 0) + rows});
  }
  return [...sums.values()].sort((a, b) => b.rows - a.rows);
}

function isOurs(value: string): boolean {
  return [...defaultStages, ...otherEventTypes].some((name) => name === value.trim().toLowerCase());
}

function proposeTypes(values: readonly ValueCount[]): Record<string, string> {
  return Object.fromEntries(
    values.flatMap(({value}) => {
      const stage = isOurs(value) ? undefined : findStage(value);
      return stage ? [[value, stage]] : [];
    })
  );
}
