import type {JS} from "@duckdb/node-api";
import {groupBy} from "../../../src/shared/group-by.ts";
import {readRows, type Row} from "../../read-results.ts";
import type {PlainValue, Warehouse} from "../../warehouse.ts";
import type {Finding} from "../finding.ts";
import {thinLine} from "./thin-line.ts";

// what fits on a page, of bars and of the points of a line
const mostBars = 60;
const mostPoints = 200;

/**
 * Writes `marts.finding_evidence`: the rows that each finding's evidence query gives, with what its chart draws, as far as a page can show
 * them: the first 60 bars, and of a line 200 points without losing its spikes and dips. A row's cells are left out where the other columns hold them.
 */
export async function writeEvidence(warehouse: Warehouse, findings: readonly Finding[]): Promise<void> {
  // evidence names the published tables without their schema
  const connection = await warehouse.connect();
  const rows: PlainValue[][] = [];
  try {
    await connection.run("set schema = 'marts'");
    for (const {name, evidence} of findings) {
      const evidenceRows = shownRows(await readRows(connection, evidence.query), evidence.chart);
      rows.push(...evidenceRows.map((row) => [name, ...row]));
    }
  } finally {
    connection.closeSync();
  }
  await warehouse.insert(
    `marts.finding_evidence(finding varchar, position integer, label varchar, series varchar, value double, expected double,
      cells varchar)`,
    rows
  );
}

type Chart = Finding["evidence"]["chart"];

function shownRows(all: readonly Row[], {mark, x, y, series}: Chart): PlainValue[][] {
  const [label, value] = mark === "bar" ? [y, x] : [x, y];
  const numbered = all.map((row, i) => ({row, position: i + 1}));
  const shown =
    mark === "bar"
      ? numbered.slice(0, mostBars)
      : [...groupBy(numbered, ({row}) => (series === undefined ? null : row[series])).values()].flatMap((points) =>
          thinLine(points, ({row}) => numberOf(row[value]), mostPoints)
        );
  return shown.map(({row, position}) => [
    position,
    textOf(row[label]),
    series === undefined ? null : textOf(row[series]),
    numberOf(row[value]),
    numberOf(row.expected),
    isDrawn(row, {texts: [label, series], numbers: [value, "expected"]})
      ? null
      : JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, plainCell(cell)])))
  ]);
}

// whether the columns that a chart draws hold all that a row has, just as it is
function isDrawn(row: Row, {texts, numbers}: {texts: (string | undefined)[]; numbers: string[]}): boolean {
  return Object.entries(row).every(([name, value]) => {
    const cell = plainCell(value);
    return texts.includes(name)
      ? typeof cell === "string"
      : numbers.includes(name) && (cell === null || cell === numberOf(value));
  });
}

function numberOf(value: JS | undefined): number | null {
  const number = typeof value === "number" || typeof value === "bigint" ? Number(value) : NaN;
  return Number.isFinite(number) ? number : null;
}

function textOf(value: JS | undefined): string {
  return value == null ? "Unknown" : String(plainCell(value));
}

// days as their date, and what is too long for a number of JavaScript as text
function plainCell(value: JS): PlainValue {
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
