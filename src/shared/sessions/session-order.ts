import type {SessionTable} from "./session-table.js";

const orders = new WeakMap<SessionTable, Map<string, Uint32Array>>();

/**
 * All sessions of a table in the order of a column, a measure's largest first or a dimension's values by name; those alike stay as they are in the
 * table. `day` is the time at which they began. Each order is made once.
 */
export function sessionOrder(table: SessionTable, column: string): Uint32Array {
  const known = orders.get(table) ?? new Map<string, Uint32Array>();
  orders.set(table, known);
  const order = known.get(column) ?? makeOrder(table, column);
  known.set(column, order);
  return order;
}

function makeOrder(table: SessionTable, column: string): Uint32Array {
  const {columns} = table;
  const dimension = columns.dimensions[column as keyof typeof columns.dimensions];
  if (dimension) return orderByCode(dimension.codes, dimension.values.length + 1);
  if (column === "day") {
    const hours = columns.measures.started_hour;
    return orderByMeasure(Float64Array.from(columns.days, (day, i) => 1 + day * 24 + (hours?.[i] ?? 0)));
  }
  const measure = columns.measures[column];
  if (!measure) throw new Error(`unknown column of sessions: ${column}`);
  return orderByMeasure(measure);
}

function orderByCode(codes: Int32Array, size: number): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (const code of codes) starts[code + 1] = (starts[code + 1] as number) + 1;
  for (let code = 1; code <= size; ++code) starts[code] = (starts[code] as number) + (starts[code - 1] as number);
  const order = new Uint32Array(codes.length);
  for (const [session, code] of codes.entries()) {
    const place = starts[code] as number;
    order[place] = session;
    starts[code] = place + 1;
  }
  return order;
}

// most sessions have none of what is measured: they need no sorting
function orderByMeasure(values: Int32Array | Float64Array): Uint32Array {
  const [some, none] = [new Uint32Array(values.length), new Uint32Array(values.length)];
  let [n, m] = [0, 0];
  for (let i = 0; i < values.length; ++i) {
    if (values[i] === 0 || Number.isNaN(values[i])) none[m++] = i;
    else some[n++] = i;
  }
  const sorted = some.subarray(0, n).sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
  const order = new Uint32Array(values.length);
  order.set(sorted);
  order.set(none.subarray(0, m), n);
  return order;
}
