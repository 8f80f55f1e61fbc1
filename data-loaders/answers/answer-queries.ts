import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {readAnnotations} from "../annotations/read-annotations.ts";
import {projectFolder} from "../fingerprint.ts";
import type {Progress} from "../progress.ts";
import {annotationsFile} from "../report.ts";
import {type Manifest, requireManifest} from "../snapshots.ts";
import {openSnapshots, type SnapshotReader} from "./snapshot-reader.ts";

/** What a query gives: its columns, and rows of JavaScript source for each value; or why it gives nothing. */
export interface Answer {
  columns: string[];
  rows: string[][];
  error?: string;
}

/** How to answer queries. */
export interface AnswerQueriesOptions {
  /** where answers are kept; the project's own folder for them unless told */
  folder?: string;
  /** the file of the analyst's annotations; the project's own unless told */
  annotations?: string;
  progress?: Progress | undefined;
}

// a page that carries more than this is slow to open; the browser's DuckDB can query as much as it likes
const mostRows = 5000;

const answersFolder = join(projectFolder, ".funnelbook", "answers");

/**
 * Answers queries on a folder of snapshots, each table under its own name, and `report` (one row: title, locale, currency,
 * period, thresholds), `event_columns` (one row per column that the events have) and `annotations` (one row per annotation of
 * the analyst's and per main episode). A query that fails gives an answer with the reason. Answers are kept in a folder until
 * the snapshots change, those about annotations until these do, those with an error never. Throws a ReportError when the file of annotations has a mistake.
 */
export async function answerQueries(
  queries: readonly string[],
  snapshots: string,
  {folder = answersFolder, annotations = annotationsFile, progress}: AnswerQueriesOptions = {}
): Promise<Answer[]> {
  const manifest = requireManifest(snapshots);
  const annotated = readAnnotations(annotations);
  const fileOf = answerFiles(folder, manifest, annotations);
  const unanswered = [...new Set(queries)].filter((query) => !existsSync(fileOf(query)));
  const failed = new Map<string, Answer>();
  if (unanswered.length) {
    const reader = await openSnapshots(snapshots, manifest, annotated);
    try {
      for (const [i, query] of unanswered.entries()) {
        const detail = `${i + 1} of ${unanswered.length}`;
        const update = {step: "answered queries", detail, share: i / unanswered.length};
        const answer = await tellMeanwhile(answerQuery(reader, query), () => progress?.(update));
        // what made it fail may be gone the next time
        if (answer.error === undefined) writeAnswer(fileOf(query), answer);
        else failed.set(query, answer);
      }
    } finally {
      reader.close();
    }
    progress?.({step: "answered queries", isDone: true});
  }
  return queries.map((query) => failed.get(query) ?? readAnswer(fileOf(query)));
}

/** The answers that are there without asking; undefined when one of them is not. */
export function findAnswers(
  queries: readonly string[],
  snapshots: string,
  folder = answersFolder,
  annotations = annotationsFile
): Answer[] | undefined {
  const files = queries.map(answerFiles(folder, requireManifest(snapshots), annotations));
  return files.every((file) => existsSync(file)) ? files.map(readAnswer) : undefined;
}

/** Forgets answers to queries on snapshots that are no longer there. */
export function forgetOldAnswers(snapshots: string, folder = answersFolder): void {
  const current = requireManifest(snapshots).fingerprint;
  if (!existsSync(folder)) return;
  for (const fingerprint of readdirSync(folder)) {
    if (fingerprint !== current) rmSync(join(folder, fingerprint), {recursive: true, force: true});
  }
}

// where the answer to each query is kept: a query that does not name annotations need not be asked again when these change
function answerFiles(folder: string, {fingerprint}: Manifest, annotations: string): (query: string) => string {
  const annotated = existsSync(annotations) ? readFileSync(annotations) : "";
  return (query) => {
    const hash = createHash("sha256").update(query);
    if (/\bannotations\b/i.test(query)) hash.update("\0").update(annotated);
    return join(folder, fingerprint, `${hash.digest("hex").slice(0, 16)}.json`);
  };
}

function readAnswer(file: string): Answer {
  return JSON.parse(readFileSync(file, "utf8")) as Answer;
}

function writeAnswer(file: string, answer: Answer): void {
  mkdirSync(join(file, ".."), {recursive: true});
  writeFileSync(file, JSON.stringify(answer));
}

// a query says nothing of how far it is, and a log should show that it runs
async function tellMeanwhile<T>(work: Promise<T>, tell: () => void): Promise<T> {
  tell();
  const timer = setInterval(tell, 1000);
  return work.finally(() => clearInterval(timer));
}

async function answerQuery(reader: SnapshotReader, query: string): Promise<Answer> {
  try {
    const rows = await reader.rows(query);
    if (rows.length > mostRows) {
      const error = `gives ${rows.length} rows; a page carries at most ${mostRows}: add a limit, or query in the browser`;
      return {columns: [], rows: [], error};
    }
    const columns = Object.keys(rows[0] ?? {});
    return {columns, rows: rows.map((row) => columns.map((column) => toSource(row[column])))};
  } catch (error) {
    return {columns: [], rows: [], error: error instanceof Error ? error.message : String(error)};
  }
}

function toSource(value: unknown): string {
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (typeof value === "bigint")
    return Number.isSafeInteger(Number(value)) ? String(value) : JSON.stringify(String(value));
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "null";
  return textSource(value ?? null);
}

/** JavaScript source for text, a list or an object, which can stand inside a script element: a closing tag in it would end that. */
export function textSource(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? Number(part) : part)).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
