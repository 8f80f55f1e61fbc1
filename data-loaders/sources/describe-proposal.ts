import {type EventColumn, requiredColumns} from "../../src/shared/event-columns.ts";
import {describeValues} from "./describe-file.ts";
import {printable, printableLiteral} from "./printable.ts";
import type {Proposal} from "./propose-configuration.ts";

/** A proposal for people to read on a terminal: text for report.config.ts, then what would be rejected or left out. */
export function describeProposal(proposal: Proposal, rows: number): string {
  const {missing, unknownTypes, warnings} = proposal;
  const required: EventColumn[] = missing.filter((column) => requiredColumns.some((name) => name === column));
  const optional = missing.filter((column) => !required.includes(column));
  const lines = ["Proposed for report.config.ts:", "", ...writeEvents(proposal).split("\n").map((line) => `  ${line}`)]; // prettier-ignore
  if (required.length) {
    lines.push("", `Not found, but required: ${required.join(", ")}. Name the file's own column in events.columns.`);
  }
  if (unknownTypes.length) {
    lines.push("", "These event types would be rejected; map those that are a stage in events.types:");
    lines.push(...describeValues(unknownTypes, rows));
  }
  if (warnings.length) lines.push("", "Mind:", ...warnings.map((warning) => `  ${printable(warning)}`));
  if (optional.length) lines.push("", `Not found; the report leaves out what needs it: ${optional.join(", ")}`);
  return lines.join("\n");
}

/** A proposal's `events` as TypeScript, to be pasted into report.config.ts. */
export function writeEvents({events}: Proposal): string {
  const {files, columns, types, encoding} = events;
  const paths = [files].flat().map(printableLiteral);
  const fields = [
    'source: "files"',
    `files: ${typeof files === "string" ? paths.join("") : `[${paths.join(", ")}]`}`,
    ...(columns ? [`columns: ${writeRecord(columns)}`] : []),
    ...(types ? [`types: ${writeRecord(types)}`] : []),
    ...(encoding ? [`encoding: ${printableLiteral(encoding)}`] : [])
  ];
  return `events: {\n${fields.map((field) => `  ${field}`).join(",\n")}\n}`;
}

function writeRecord(record: Record<string, string>): string {
  const entries = Object.entries(record).map(([key, value]) => `    ${writeKey(key)}: ${printableLiteral(value)}`);
  return `{\n${entries.join(",\n")}\n  }`;
}

// "__proto__" in quotes would still set an object's prototype
function writeKey(key: string): string {
  if (key === "__proto__") return `["__proto__"]`;
  return /^[a-z_]\w*$/i.test(key) ? key : printableLiteral(key);
}
