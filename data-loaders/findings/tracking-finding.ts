import {durationText} from "../../src/shared/duration-text.ts";
import {counted, type NumberFormat} from "../../src/shared/number-format.ts";
import type {Row} from "../warehouse.ts";
import type {Finding, Recommendation} from "./finding.ts";
import {readFindingQuery} from "./read-finding-query.ts";
import {makeStatement} from "./statements/make-statement.ts";

/** What tells one kind of gap in the tracking from another. */
export interface TrackingGap {
  name: string;
  /** the metrics of marts.anomalies that show it */
  metrics: readonly string[];
  /** what cannot be told without them, to stand after "whether" */
  question: string;
  /** what the data has to have for them, to stand after "no" */
  needs: string;
  /** what is said where none of them is out of the ordinary */
  quiet: string;
  /** what it does to numbers */
  worth: string;
  action: string;
  recommendation: Recommendation;
}

/** A finding about gaps in the tracking: the days on which one of some metrics was out of the ordinary. */
export function trackingFinding(gap: TrackingGap): Finding {
  const list = gap.metrics.map((metric) => `'${metric}'`).join(", ");
  return {
    name: gap.name,
    query: readFindingQuery("tracking-finding").replaceAll("'metrics'", list),
    evidence: {
      query: `select metric, event_date, observed, expected from metric_days where metric in (${list}) and dimension = 'all' order by metric, event_date`,
      chart: {mark: "line", x: "event_date", y: "observed", series: "metric"}
    },
    state: (row, format) => {
      if (!row || Number(row.watched_days) === 0)
        return makeStatement("not_in_data", {claim: explainMissing(gap, row, format)});
      if (!row.holds) return makeStatement("does_not_hold", {claim: gap.quiet});
      return makeStatement("holds", {
        claim: String(row.explanation),
        evidence: explainEvidence(row, format),
        worth: gap.worth,
        action: gap.action,
        isOver: Boolean(row.is_over),
        days: [String(row.started_on), String(row.ended_on)],
        recommendation: gap.recommendation
      });
    }
  };
}

const fourWeeks = 28 * 86_400;

function explainMissing({question, needs}: TrackingGap, row: Row | undefined, format: NumberFormat): string {
  const seconds = Number(row?.seconds ?? 0);
  return seconds < fourWeeks
    ? `Whether ${question} cannot be told: that takes four weeks, and the data covers ${durationText(seconds, format)}.`
    : `Whether ${question} cannot be told: the data has no ${needs}, or too few.`;
}

function explainEvidence(row: Row, format: NumberFormat): string {
  const more = Number(row.episodes) - 1;
  const others = more ? `, and in ${counted(more, "more episode", "more episodes", format)}` : "";
  const p = Number(row.p_value);
  const chance = p < 0.001 ? `below ${format.percent(0.001)}` : format.percent(p);
  return `Found on ${counted(Number(row.days), "day", "days", format)}${others}; corrected for all series and days that are watched, p is ${chance}.`;
}
