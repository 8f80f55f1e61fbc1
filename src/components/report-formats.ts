import {type NumberFormat, numberFormat} from "../shared/number-format.js";

/** The report's own facts, as the table `report` has them. */
export interface Report {
  title: string;
  locale: string;
  currency: string;
  minimum_trials: number;
  minimum_group_size: number;
  first_event_at: Date;
  last_event_at: Date;
}

/** How a report writes numbers, days and periods. */
export interface ReportFormats extends NumberFormat {
  /** a day, as 24 September 2020 */
  day: (date: Date) => string;
  /** a change of a count or an amount against an earlier one, as +4.2 % */
  change: (current: number, previous: number) => string;
  /** what the report covers, as 24 September 2020 to 28 February 2021, or hours when that is one day */
  period: string;
  /** the currency's code, as EUR */
  currency: string;
  /** fewer trials than this say too little about a rate */
  minimumTrials: number;
}

/** The formats of a report, in its language, currency and UTC. */
export function reportFormats(report: Report): ReportFormats {
  const {locale, currency, first_event_at: first, last_event_at: last} = report;
  const day = new Intl.DateTimeFormat(locale, {dateStyle: "long", timeZone: "UTC"});
  const time = new Intl.DateTimeFormat(locale, {timeStyle: "short", timeZone: "UTC"});
  const signed = new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: "exceptZero"
  });
  const isOneDay = first.toISOString().slice(0, 10) === last.toISOString().slice(0, 10);
  return {
    ...numberFormat(locale, currency),
    day: (date) => day.format(date),
    change: (current, previous) => (previous > 0 ? signed.format(current / previous - 1) : "–"),
    period: isOneDay
      ? `${day.format(first)}, ${time.format(first)} to ${time.format(last)} UTC`
      : `${day.format(first)} to ${day.format(last)}`,
    currency,
    minimumTrials: report.minimum_trials
  };
}
