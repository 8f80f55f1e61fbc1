import {type ColumnKind, distinctNames, momentText, type QueryResult} from "./query-result.js";

// Arrow's numbers of its types: its own list of them would bring the whole library with it
const types = {
  integer: 2,
  float: 3,
  binary: 4,
  text: 5,
  boolean: 6,
  decimal: 7,
  date: 8,
  time: 9,
  timestamp: 10,
  interval: 11,
  list: 12,
  struct: 13,
  map: 17
} as const;

/** What is read of an Arrow table; the package's own types cannot be imported. */
export interface ArrowTable {
  numRows: number;
  schema: {fields: ArrowField[]};
  getChildAt: (column: number) => ArrowVector | null;
}

interface ArrowField {
  name: string;
  type: ArrowType;
}

interface ArrowType {
  typeId: number;
  bitWidth?: number;
  scale?: number;
  timezone?: string | null;
  children?: ArrowField[];
}

interface ArrowVector {
  data: {length: number; offset: number; values: ArrayBufferView}[];
  get: (row: number) => unknown;
  isValid: (row: number) => boolean;
}

/** An Arrow table as a result. Big integers have to have come as such, and timestamps as timestamps. */
export function arrowResult(table: ArrowTable): QueryResult {
  const {fields} = table.schema;
  const names = distinctNames(fields.map(({name}) => name));
  const vectors = fields.map((_, column) => table.getChildAt(column));
  const columns = fields.map(({type}, column) => ({
    name: names[column] ?? "",
    kind: kindOf(type),
    isFraction: type.typeId === types.float
  }));
  const text = (row: number, column: number): string | null => {
    const [vector, type] = [vectors[column], fields[column]?.type];
    if (!vector || !type) return null;
    if (type.typeId === types.interval && vector.isValid(row)) return intervalText(vector, row);
    return plainText(vector.get(row), type);
  };
  return {
    columns,
    rowCount: table.numRows,
    text,
    value: (row, column) => {
      const shown = text(row, column);
      if (shown === null || columns[column]?.kind === "text") return shown;
      return columns[column]?.kind === "number" ? Number(shown) : new Date(Number(vectors[column]?.get(row)));
    }
  };
}

function kindOf({typeId}: ArrowType): ColumnKind {
  if (typeId === types.integer || typeId === types.float || typeId === types.decimal) return "number";
  return typeId === types.date || typeId === types.timestamp ? "date" : "text";
}

function plainText(value: unknown, type: ArrowType): string | null {
  if (value == null) return null;
  switch (type.typeId) {
    case types.decimal:
      return decimalText(value as Uint32Array, type.scale);
    case types.date:
      return momentText(Number(value));
    case types.timestamp:
      return momentText(Number(value), {hasTime: true}) + (type.timezone ? "+00" : "");
    case types.time:
      return momentText(Number(value) / 1000, {hasTime: true}).slice("1970-01-01 ".length);
    case types.binary:
      return [...(value as Uint8Array)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
    case types.list:
    case types.struct:
    case types.map:
      return jsonText(value, type);
    default:
      return String(value);
  }
}

// written by hand, as JSON.stringify knows no big integers
function jsonText(value: unknown, type: ArrowType): string {
  if (value == null) return "null";
  switch (type.typeId) {
    case types.integer:
      return type.bitWidth === 64 ? String(value) : JSON.stringify(value);
    case types.float:
    case types.boolean:
      return JSON.stringify(value);
    case types.list: {
      const item = type.children?.[0]?.type as ArrowType;
      return `[${[...(value as Iterable<unknown>)].map((each) => jsonText(each, item)).join(", ")}]`;
    }
    case types.struct: {
      const fields = type.children ?? [];
      const record = value as Record<string, unknown>;
      return `{${fields.map(({name, type: of}) => `${JSON.stringify(name)}: ${jsonText(record[name], of)}`).join(", ")}}`;
    }
    case types.map: {
      const of = type.children?.[0]?.type.children?.[1]?.type as ArrowType;
      const entries = [...(value as Iterable<[unknown, unknown]>)];
      return `{${entries.map(([key, each]) => `${JSON.stringify(String(key))}: ${jsonText(each, of)}`).join(", ")}}`;
    }
    default:
      return JSON.stringify(plainText(value, type));
  }
}

// 128 bits in two's complement, the lowest 32 first
function decimalText(words: Uint32Array, scale = 0): string {
  const bits = words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n);
  const digits = BigInt.asIntN(words.length * 32, bits).toString();
  if (scale <= 0) return digits;
  const [sign, size] = digits.startsWith("-") ? ["-", digits.slice(1)] : ["", digits];
  const padded = size.padStart(scale + 1, "0");
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

// Arrow 13 does not read intervals of months, days and nanoseconds: 4, 4 and 8 bytes
function intervalText(vector: ArrowVector, row: number): string {
  let index = row;
  const part = vector.data.find(({length}) => (index < length ? true : ((index -= length), false)));
  if (!part) return "";
  const words = new DataView(part.values.buffer, part.values.byteOffset);
  const start = (index + part.offset) * 16;
  const [months, days] = [words.getInt32(start, true), words.getInt32(start + 4, true)];
  const microseconds = Number(words.getBigInt64(start + 8, true) / 1000n);
  const time = momentText(Math.abs(microseconds) / 1000, {hasTime: true});
  const hours = Math.floor(Math.abs(microseconds) / 3.6e9);
  const parts = [
    counted(Math.trunc(months / 12), "year"),
    counted(months % 12, "month"),
    counted(days, "day"),
    microseconds &&
      `${microseconds < 0 ? "-" : ""}${String(hours).padStart(2, "0")}${time.slice("1970-01-01 00".length)}`
  ];
  return parts.filter(Boolean).join(" ") || "00:00:00";
}

function counted(value: number, noun: string): string {
  return value === 0 ? "" : `${value} ${noun}${Math.abs(value) === 1 ? "" : "s"}`;
}
