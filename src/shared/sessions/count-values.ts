import type {SessionDimension} from "../selection/session-dimensions.js";
import type {SessionTable} from "./session-table.js";
import {addSession, noTotals, type SessionTotals} from "./session-totals.js";

/** What the selected sessions with one value of a dimension brought. */
export interface ValueFigures extends SessionTotals {
  /** null for sessions that have none */
  value: string | null;
  users: number;
}

/** The selected sessions by the values of a dimension, those of which there are any, in the order of the values; none without the dimension. */
export function countValues(table: SessionTable, dimension: SessionDimension): ValueFigures[] {
  const {dimensions, users: userOf} = table.columns;
  const column = dimensions[dimension];
  if (!column) return [];
  const figures = [...column.values, null].map((value): ValueFigures => ({value, users: 0, ...noTotals()}));
  // a bit for each user and value
  const seen = new Uint8Array(1 + (table.userNumbers * figures.length) / 8);
  for (let i = 0; i < table.length; ++i) {
    if (!table.has(i)) continue;
    const code = column.codes[i] as number;
    const figure = figures[code] as ValueFigures;
    addSession(figure, table, i);
    const place = (userOf[i] as number) * figures.length + code;
    const [byte, bit] = [Math.floor(place / 8), 1 << (place % 8)];
    if ((seen[byte] as number) & bit) continue;
    seen[byte] = (seen[byte] as number) | bit;
    ++figure.users;
  }
  return figures.filter(({sessions}) => sessions > 0);
}
