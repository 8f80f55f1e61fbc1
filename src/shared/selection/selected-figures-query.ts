import type {PeriodKind} from "../trends/periods.js";
import {selectionCondition} from "./selection-sql.js";
import type {Selection} from "./selection.js";
import type {SessionDimension} from "./session-dimensions.js";

const periods = {
  day: {table: "daily", column: "event_date"},
  week: {table: "weekly", column: "event_week"},
  month: {table: "monthly", column: "event_month"}
} as const;

const figures = `count(session_number) as sessions,
    count(session_number) filter (where sessions.purchases > 0) as purchasing_sessions,
    coalesce(sum(sessions.orders), 0) as orders, coalesce(sum(sessions.revenue), 0) as revenue`;

const purchasing = "cast(count(session_number) filter (where sessions.purchases > 0) as double)";

/** SQL on the published tables for what the selected sessions brought in each period of the data. */
export function selectedPeriodsQuery(kind: PeriodKind, selection: Selection): string {
  const {table, column} = periods[kind];
  return `select ${table}.${column},
    ${figures},
    ${purchasing} / nullif(count(session_number), 0) as session_conversion_rate
from ${table}
left join sessions on date_trunc('${kind}', sessions.started_on) = ${table}.${column} and ${selectionCondition(selection)}
group by ${table}.${column}
order by ${table}.${column}`;
}

/** SQL on the published tables for what the selected sessions brought, by the values of a dimension. */
export function selectedValuesQuery(dimension: SessionDimension, selection: Selection): string {
  return `select "${dimension}" as value,
    ${figures},
    ${purchasing} / count(*) as conversion_rate
from sessions
where ${selectionCondition(selection)}
group by "${dimension}"
order by count(*) desc, "${dimension}"`;
}
