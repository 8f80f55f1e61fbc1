import {dayLength} from "../annotations/annotation.js";

/** A row of the table `funnel_trend` for weeks or months. */
export interface TrendStage {
  period_kind: "week" | "month";
  period_start: Date;
  stage: string;
  position: number;
  users: number;
  conversion_from_previous: number | null;
  conversion_low: number | null;
  conversion_high: number | null;
  strict_conversion_from_previous: number | null;
  strict_conversion_low: number | null;
  strict_conversion_high: number | null;
  has_enough_users: boolean | null;
  is_complete: boolean;
}

/** A step's rate in a period; null where there are too few to tell. */
export interface StepRate {
  from: Date;
  /** the day after the last one */
  until: Date;
  rate: number | null;
  /** of Wilson's 95 % interval; null where the rate is no proportion */
  low: number | null;
  high: number | null;
  /** whether the data covers the period, and nobody in it may still go on */
  isWhole: boolean;
}

/** A step of the funnel over time. */
export interface StepTrend {
  before: string;
  stage: string;
  /** whether the rate counts only those who were at the stage before */
  isStrict: boolean;
  rates: StepRate[];
}

/**
 * The steps of the funnel over periods of one kind, of data that begins on `firstDay`. A step that in most periods is no proportion, because
 * many reach it another way, counts those alone who were at the stage before.
 */
export function stepTrends(rows: readonly TrendStage[], firstDay: Date): StepTrend[] {
  const stages = [...new Map(rows.map(({stage, position}) => [position, stage]))].sort(([a], [b]) => a - b);
  return stages.slice(1).map(([position, stage], i) => {
    const own = rows.filter((row) => row.position === position);
    const isStrict = 2 * own.filter(isNoProportion).length > own.filter(hasRate).length;
    return {before: stages[i]?.[1] ?? "", stage, isStrict, rates: own.map((row) => rateOf(row, {isStrict, firstDay}))};
  });
}

function hasRate({has_enough_users, conversion_from_previous}: TrendStage): boolean {
  return !!has_enough_users && conversion_from_previous !== null;
}

function isNoProportion(row: TrendStage): boolean {
  return hasRate(row) && row.conversion_low === null;
}

function rateOf(row: TrendStage, {isStrict, firstDay}: {isStrict: boolean; firstDay: Date}): StepRate {
  const [rate, low, high] = isStrict
    ? [row.strict_conversion_from_previous, row.strict_conversion_low, row.strict_conversion_high]
    : [row.conversion_from_previous, row.conversion_low, row.conversion_high];
  const from = row.period_start;
  const until =
    row.period_kind === "week"
      ? new Date(from.getTime() + 7 * dayLength)
      : new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
  const isTold = !!row.has_enough_users;
  return {
    from,
    until,
    rate: isTold ? rate : null,
    low: isTold ? low : null,
    high: isTold ? high : null,
    isWhole: row.is_complete && from >= firstDay
  };
}
