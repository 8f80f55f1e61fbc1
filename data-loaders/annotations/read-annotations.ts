import {existsSync, readFileSync} from "node:fs";
import {basename} from "node:path";
import {csvParseRows} from "d3-dsv";
import {closestName} from "../closest-name.ts";
import {ReportError} from "../report-error.ts";
import {printableLiteral} from "../sources/printable.ts";

/** A day, or several, that the analyst says something about. */
export interface Annotation {
  /** ISO, as is the last day (inclusive); the same for one day */
  startedOn: string;
  endedOn: string;
  label: string;
}

interface Line {
  /** from 1 */
  number: number;
  text: string;
}

const columns = ["date", "end", "label"] as const;
const required = ["date", "label"] as const;

/**
 * The annotations of a CSV file with the columns `date`, `label` and, if any last for several days, `end`; none where there
 * is no such file. Throws a ReportError with line, column and value of everything that is wrong.
 */
export function readAnnotations(path: string): Annotation[] {
  if (!existsSync(path)) return [];
  const file = basename(path);
  const [header, ...rows] = readLines(path);
  if (!header) throw new ReportError(`${file}: is empty; begin it with the line date,end,label, or remove it`);
  const names = readHeader(header, file);
  const read = rows.map((line) => readRow(line, names));
  const problems = read.flatMap((row, i) =>
    row.problems.map((problem) => `${file}, line ${rows[i]?.number}${problem}`)
  );
  if (problems.length) throw new ReportError(problems.join("\n"));
  return read.map(({annotation}) => annotation);
}

// without empty ones; a text goes on over no line, so that one quote too few is found in its own
function readLines(path: string): Line[] {
  return decode(path)
    .split(/\r\n|\r|\n/)
    .map((text, i) => ({number: i + 1, text}))
    .filter(({text}) => text.trim() !== "");
}

function decode(path: string): string {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(readFileSync(path));
  } catch {
    throw new ReportError(`${basename(path)}: is not UTF-8; save it as CSV in UTF-8`);
  }
}

function readHeader({number, text}: Line, file: string): string[] {
  const names = splitLine(text).map((name) => name.trim());
  const unknown = names.filter((name) => !(columns as readonly string[]).includes(name));
  const missing = required.filter((name) => !names.includes(name));
  const problems = [
    ...unknown.map((name) => `there is no column ${show(name)} here; ${adviseOn(name)}`),
    ...names
      .filter((name, i) => names.indexOf(name) < i)
      .map((name) => `the column ${name} stands there twice; keep one`),
    ...(unknown.length ? [] : missing.map((name) => `the column ${name} is missing; add it to the first line`))
  ];
  if (problems.length) {
    throw new ReportError(problems.map((problem) => `${file}, line ${number}: ${problem}`).join("\n"));
  }
  return names;
}

function adviseOn(name: string): string {
  if (/[;\t]/.test(name)) return "separate columns by commas: date,end,label";
  const guess = closestName(name, columns);
  return guess ? `did you mean ${guess}?` : "use date, end and label, and remove others";
}

function readRow({text}: Line, names: string[]): {annotation: Annotation; problems: string[]} {
  const values = splitLine(text);
  const valueOf = (name: (typeof columns)[number]) => values[names.indexOf(name)]?.trim() ?? "";
  const [date, end, label] = columns.map(valueOf) as [string, string, string];
  const annotation = {startedOn: date, endedOn: end || date, label};
  return {annotation, problems: findProblems({text, values, names}, annotation)};
}

function findProblems(
  {text, values, names}: {text: string; values: string[]; names: string[]},
  {startedOn, endedOn, label}: Annotation
): string[] {
  if ((text.match(/"/g) ?? []).length % 2) {
    return [`: ${show(text)} has a quote that is not closed; write a text with quotes as "a ""good"" day"`];
  }
  if (values.length > names.length) {
    const counts = `${values.length} values for ${names.length} columns`;
    return [`: ${show(text)} has ${counts}; put a label that has a comma in quotes`];
  }
  const problems = [];
  const areDays = isDay(startedOn) && isDay(endedOn);
  if (!isDay(startedOn)) problems.push(`, column date: ${show(startedOn)} ${noDay}`);
  if (endedOn !== startedOn && !isDay(endedOn)) problems.push(`, column end: ${show(endedOn)} ${noDay}`);
  if (areDays && endedOn < startedOn) {
    problems.push(
      `, column end: ${show(endedOn)} is before the date ${show(startedOn)}; write the last day, or nothing`
    );
  }
  if (!label) problems.push(", column label: nothing; say what happened, or remove the row");
  if (/\p{Cc}/u.test(label)) problems.push(`, column label: ${show(label)} has a control character; remove it`);
  return problems;
}

const noDay = "is not a day; write days as 2024-01-31";

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // a day that the month does not have is the next month's
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function splitLine(text: string): string[] {
  return csvParseRows(text)[0] ?? [];
}

function show(value: string): string {
  return value === "" ? "nothing" : printableLiteral(value.slice(0, 80));
}
