import {quotedName} from "../../src/shared/quoted-name.ts";
import {monthInWords} from "../statistics/anomalies/explain-days.ts";
import type {Finding} from "./finding.ts";
import {readFindingQuery} from "./read-finding-query.ts";
import {makeStatement} from "./statements/make-statement.ts";

/** People whom one channel brought in one month, and who come back far more than others. */
export const loyalNewcomers: Finding = {
  name: "loyal-newcomers",
  query: readFindingQuery("loyal-newcomers"),
  evidence: {
    query:
      "select value as source, strftime(cohort, '%Y-%m') || case period when 1 then ', a month later' else ', two months later' end as newcomers_of, users, retained, retention_rate, retention_low, retention_high from cohort_retention where cohort_kind = 'first_visit' and period_kind = 'month' and period in (1, 2) and dimension in ('all', 'source') and is_complete and has_enough_users and retained is not null order by retention_low desc, value, cohort, period limit 20",
    chart: {mark: "bar", x: "retention_rate", y: "source", series: "newcomers_of"}
  },
  state: (row, {percent, count}) => {
    if (!row) {
      return makeStatement("not_in_data", {
        claim:
          "Whether some newcomers come back more than others cannot be told: it takes two complete months and a source."
      });
    }
    // half as many again as usual, even at the low end of the interval
    if (Number(row.retention_low) < 1.5 * Number(row.usual_high)) {
      return makeStatement("does_not_hold", {claim: "No channel’s newcomers come back much more than others."});
    }
    const month = monthInWords(String(row.cohort));
    const channel = quotedName(row.channel);
    const [low, high] = [Number(row.retention_low), Number(row.retention_high)];
    const later = Number(row.period) === 1 ? "a month" : `${row.period} months`;
    return makeStatement("holds", {
      claim: `${percent(Number(row.retention_rate))} of those whom ${channel} first brought in ${month} came back ${later} later, against ${percent(Number(row.usual_rate))} of everybody who first came then.`,
      evidence: `${count(Number(row.retained))} of ${count(Number(row.users))} people (95% interval: ${percent(low)} to ${percent(high)}).`,
      action: `Find out what ${channel} did differently that month, and do it again.`,
      worth: "What it would bring again cannot be told from one month.",
      interval: [low, high],
      about: {dimension: "source", value: String(row.channel)},
      recommendation: {
        title: `Do again what ${channel} did in ${month}`,
        steps: [
          "Find what was sent or shown that month, to whom, and what it promised.",
          "Send the same to half of the next newcomers, and the usual to the other half.",
          "Keep it where more of the first half come back."
        ],
        effort: "weeks",
        measure: "Share of newcomers who come back in the second month, of both halves."
      }
    });
  }
};
