import type {SessionDimension} from "../selection/session-dimensions.js";
import type {SessionTable} from "./session-table.js";

/** What the selected sessions with one value of a dimension brought. */
export interface ValueFigures {
  /** null for sessions that have none */
  value: string | null;
  sessions: number;
  users: number;
  purchasing_sessions: number;
  orders: number;
  revenue: number;
}

/** The selected sessions by the values of a dimension, those of which there are any, in the order of the values; none without the dimension. */
export function countValues(table: SessionTable, dimension: SessionDimension): ValueFigures[] {
  const {dimensions, users: userOf, measures} = table.columns;
  const column = dimensions[dimension];
  if (!column) return [];
  const figures = [...column.values, null].map((value): ValueFigures => ({
    value,
    sessions: 0,
    users: 0,
    purchasing_sessions: 0,
    orders: 0,
    revenue: 0
  }));
  // a bit for each user and value
  const seen = new Uint8Array(1 + ((1 + userOf.reduce((a, b) => Math.max(a, b), 0)) * figures.length) / 8);
  for (let i = 0; i < table.length; ++i) {
    if (!table.has(i)) continue;
    const code = column.codes[i] as number;
    const figure = figures[code] as ValueFigures;
    ++figure.sessions;
    figure.purchasing_sessions += Number((measures.purchases?.[i] ?? 0) > 0);
    figure.orders += measures.orders?.[i] ?? 0;
    figure.revenue += measures.revenue?.[i] ?? 0;
    const place = (userOf[i] as number) * figures.length + code;
    const [byte, bit] = [Math.floor(place / 8), 1 << (place % 8)];
    if ((seen[byte] as number) & bit) continue;
    seen[byte] = (seen[byte] as number) | bit;
    ++figure.users;
  }
  return figures.filter(({sessions}) => sessions > 0);
}
