/** SQL for the days of a series of the table `metric_days`, from `from` to `to` (inclusive). */
export function seriesQuery(
  {metric, dimension, value}: {metric: string; dimension: string; value: string | null},
  {from, to}: {from: Date; to: Date}
): string {
  const isValue = value === null ? "value is null" : `value = ${literal(value)}`;
  return `select event_date, observed, trials, expected, low, high
from metric_days
where metric = ${literal(metric)} and dimension = ${literal(dimension)} and ${isValue}
    and event_date between ${day(from)} and ${day(to)}
order by event_date`;
}

/** SQL for all values of a dimension in a change of the table `drivers`. */
export function driverQuery({change_id, dimension}: {change_id: string; dimension: string}): string {
  return `select *
from drivers
where change_id = ${literal(change_id)} and dimension = ${literal(dimension)}
order by abs(effect) desc`;
}

function day(date: Date): string {
  return `date '${date.toISOString().slice(0, 10)}'`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
