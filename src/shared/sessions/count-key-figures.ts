import type {SessionTable} from "./session-table.js";

/** Key figures of some sessions, as the table `kpis` names them. */
export interface SessionFigures {
  users: number;
  sessions: number;
  orders: number;
  /** null without prices */
  revenue: number | null;
  /** revenue ÷ orders; null without prices or orders */
  average_order_value: number | null;
  /** users with a purchase in one of the sessions ÷ users; null without users */
  user_conversion_rate: number | null;
}

/** The key figures of the selected sessions and of the people who had them. */
export function countKeyFigures(table: SessionTable, {hasPrices}: {hasPrices: boolean}): SessionFigures {
  const {users: userOf, measures} = table.columns;
  const purchases = measures.purchases;
  // 1 for who came, 2 for who bought
  const seen = new Uint8Array(table.userNumbers);
  let sessions = 0;
  for (let i = 0; i < table.length; ++i) {
    if (!table.has(i)) continue;
    ++sessions;
    const user = userOf[i] as number;
    seen[user] = Math.max(seen[user] as number, (purchases?.[i] ?? 0) > 0 ? 2 : 1);
  }
  const users = seen.reduce((count, is) => count + Number(is > 0), 0);
  const buyers = seen.reduce((count, is) => count + Number(is > 1), 0);
  const orders = table.sum("orders");
  const revenue = hasPrices ? table.sum("revenue") : null;
  return {
    users,
    sessions,
    orders,
    revenue,
    average_order_value: revenue !== null && orders > 0 ? revenue / orders : null,
    user_conversion_rate: users > 0 ? buyers / users : null
  };
}
