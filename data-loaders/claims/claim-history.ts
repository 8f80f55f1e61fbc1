import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {z} from "zod";
import {ReportError} from "../report-error.ts";
import type {ClaimRecord} from "./advance-record.ts";

const evaluation = z.strictObject({
  day: z.iso.date(),
  events: z.string(),
  state: z.enum(["holds", "fails", "unknown"]),
  values: z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()]))
});

const record = z.strictObject({
  query: z.string(),
  first: evaluation,
  since: evaluation,
  before: evaluation.nullable(),
  held: evaluation.nullable(),
  latest: evaluation
});

const historySchema = z.strictObject({
  version: z.literal(2),
  sources: z.partialRecord(z.enum(["demo-store", "own-events"]), z.record(z.string(), record))
});

/** What is remembered of claims: of the made-up shop's events and of one's own, by claim. */
export type ClaimHistory = z.output<typeof historySchema>;

/** Whose events they are, which are never compared with each other. */
export type ClaimSource = keyof ClaimHistory["sources"];

/**
 * What a file of claims remembers; nothing where there is no file. Throws a ReportError where it cannot be read, rather than
 * forget what it held.
 */
export function readClaimHistory(file: string): ClaimHistory {
  if (!existsSync(file)) return {version: 2, sources: {}};
  const result = historySchema.safeParse(parse(file));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw unreadable(file, `${issue?.path.join(".") || "the file"}: ${issue?.message}`);
}

/** Writes what claims were; does not touch a file that says so already. */
export function writeClaimHistory(file: string, history: ClaimHistory): void {
  const text = historyText(history);
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  mkdirSync(dirname(file), {recursive: true});
  const next = `${file}.${process.pid}`;
  writeFileSync(next, text);
  renameSync(next, file);
}

/** A history as a file holds it: the same history gives the same text. */
export function historyText({version, sources}: ClaimHistory): string {
  const ordered = sortKeys(
    Object.fromEntries(Object.entries(sources).map(([key, records]) => [key, sortKeys(records)]))
  );
  return `${JSON.stringify({version, sources: ordered}, null, 2)}\n`;
}

/** What is remembered of one claim; undefined where nothing is. */
export function findRecord({sources}: ClaimHistory, source: ClaimSource, key: string): ClaimRecord | undefined {
  return new Map(Object.entries(sources[source] ?? {})).get(key);
}

function sortKeys<T>(object: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw unreadable(file, error instanceof Error ? error.message : String(error));
  }
}

function unreadable(file: string, reason: string): ReportError {
  return new ReportError(
    `${file}: what claims were before cannot be read (${reason}); put back a copy, or delete the file to begin anew`
  );
}
