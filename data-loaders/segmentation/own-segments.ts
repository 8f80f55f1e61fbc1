import type {DuckDBConnection} from "@duckdb/node-api";
import {readRow, readRows} from "../read-results.ts";
import {ReportError} from "../report-error.ts";
import {type PlainValue, writeTable} from "../warehouse.ts";

/**
 * Writes `segmentation.own_segments`, one row per rule of the analyst's: how many users it is true of, and what they bring in. A rule
 * is an SQL condition on columns of `core.user_features`; rules may overlap. No rules give an empty table. Throws a ReportError that
 * names the rule when it is no condition on them.
 */
export async function writeOwnSegments(connection: DuckDBConnection, rules: Record<string, string>): Promise<void> {
  const rows: PlainValue[][] = [];
  for (const [i, [segment, rule]] of Object.entries(rules).entries()) {
    await checkRule(connection, segment, rule);
    const row = await readRow(
      connection,
      `select
          count(*) as users,
          cast(count(*) as double) / nullif((select count(*) from core.user_features), 0) as share,
          coalesce(cast(sum(revenue) as double), 0) as revenue,
          cast(count(*) filter (where purchases > 0) as double) / nullif(count(*), 0) as conversion_rate
      from core.user_features
      where (${rule})`
    ).catch((error: unknown) => refuse(segment, rule, error));
    const {users, share, revenue, conversion_rate} = row;
    rows.push([
      segment,
      i + 1,
      rule,
      Number(users),
      share as number | null,
      Number(revenue),
      conversion_rate as number | null
    ]);
  }
  await writeTable(
    connection,
    `segmentation.own_segments(segment varchar, position integer, rule varchar, users bigint, share double, revenue double,
      conversion_rate double)`,
    rows
  );
}

// alone, so that text which ends the condition and goes on with something else is no rule
async function checkRule(connection: DuckDBConnection, segment: string, rule: string): Promise<void> {
  const columns = await readRows(connection, `describe select (${rule}) as rule from core.user_features`).catch(
    (error: unknown) => refuse(segment, rule, error)
  );
  const [column] = columns;
  if (columns.length === 1 && column?.column_name === "rule" && column.column_type === "BOOLEAN") return;
  refuse(segment, rule, new Error(`it is ${String(column?.column_type).toLowerCase()}, neither true nor false`));
}

function refuse(segment: string, rule: string, error: unknown): never {
  const reason = (error instanceof Error ? error.message : String(error)).split("\n")[0];
  throw new ReportError(
    `report.config.ts: segmentation.rules.${segment}: ${JSON.stringify(rule)} is no condition on what is known of a user ` +
      `(${reason}); write SQL such as "orders = 0 and cart_value_left_behind > 100" with the columns that docs/segments.md lists`
  );
}
