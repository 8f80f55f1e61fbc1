import {readFindingQuery, makeStatement} from "./statement.ts";
import type {Finding, Recommendation} from "./finding.ts";

/** What tells one kind of gap in the tracking from another. */
export interface TrackingGap {
  name: string;
  /** the metrics of marts.anomalies that show it */
  metrics: readonly string[];
  /** what cannot be told without them, to stand after "whether" */
  question: string;
  /** what is said where none of them is out of the ordinary */
  quiet: string;
  action: string;
  recommendation: Recommendation;
}

/** A finding about gaps in the tracking: the days on which one of some metrics was out of the ordinary. */
export function trackingFinding({name, metrics, question, quiet, action, recommendation}: TrackingGap): Finding {
  const list = metrics.map((metric) => `'${metric}'`).join(", ");
  return {
    name,
    query: readFindingQuery("tracking-finding").replaceAll("'metrics'", list),
    evidence: {
      query: `select metric, event_date, observed, expected from metric_days where metric in (${list}) and dimension = 'all' order by metric, event_date`,
      chart: {mark: "line", x: "event_date", y: "observed"}
    },
    state: (row) => {
      if (!row) {
        const claim = `Whether ${question} cannot be told: the data is too short, or lacks a column for it.`;
        return makeStatement("not_in_data", {claim});
      }
      if (!row.holds) return makeStatement("does_not_hold", {claim: quiet});
      const more = Number(row.episodes) - 1;
      return makeStatement("holds", {
        claim: String(row.explanation),
        action,
        evidence: `Found on ${row.days} ${Number(row.days) === 1 ? "day" : "days"}${more ? `, and in ${more} more ${more === 1 ? "episode" : "episodes"}` : ""}; corrected for all series and days that are watched, p is ${Number(row.p_value) < 0.001 ? "below 0.001" : Number(row.p_value).toFixed(3)}.`,
        recommendation
      });
    }
  };
}
