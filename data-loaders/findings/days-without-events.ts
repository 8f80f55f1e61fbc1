import {counted} from "../../src/shared/number-format.ts";
import {explainDays} from "../statistics/anomalies/explain-days.ts";
import type {Finding} from "./finding.ts";
import {readFindingQuery} from "./read-finding-query.ts";
import {makeStatement} from "./statements/make-statement.ts";

/** Days between the first event and the last without any. */
export const daysWithoutEvents: Finding = {
  name: "days-without-events",
  query: readFindingQuery("days-without-events"),
  evidence: {
    query: "select event_date, events from daily order by event_date",
    chart: {mark: "line", x: "event_date", y: "events"}
  },
  state: (row, format) => {
    const [days, empty, closed] = [row?.days, row?.empty_days, row?.closed_weekdays].map((count) =>
      Number(count ?? 0)
    ) as [number, number, number];
    if (!row || !days) return makeStatement("not_in_data", {claim: "The data has no days."});
    if (!empty) {
      const every = closed ? "Every day on which the shop is open has events." : "Every day of the data has events.";
      return makeStatement("does_not_hold", {claim: days === 1 ? "The only day of the data has events." : every});
    }
    const numbers = `${counted(empty, "day", "days", format)} of ${format.count(days)} between the first event and the last`;
    if (Number(row.chance_days) > empty / 20) {
      return makeStatement("too_few_to_tell", {
        claim: `Too few people come a day to tell whether days without events are missing: ${numbers} ${empty === 1 ? "has" : "have"} none.`
      });
    }
    const more = Number(row.runs) - 1;
    const weekly = closed ? " Days of the week on which there are usually none are left out." : "";
    const gaps = more ? ` The longest of ${format.count(more + 1)} gaps.` : "";
    return makeStatement("holds", {
      claim: `${explainDays(String(row.started_on), String(row.ended_on))} there were no events at all.`,
      evidence: `${numbers} ${empty === 1 ? "has" : "have"} no event.${gaps}${weekly}${empty > days / 2 ? " Most days are empty: is the time of the first or last events wrong?" : ""}`,
      action: "Ask whether the shop was closed or the collector stood still, and load what is missing.",
      worth: "What was sold on these days is missing from every number here.",
      isOver: Boolean(row.is_over),
      days: [String(row.started_on), String(row.ended_on)],
      recommendation: {
        title: "Fill the days without events",
        steps: [
          "Ask the shop’s order system how many orders these days had.",
          "Load the missing files, or note the days as closed.",
          "Have somebody told when an hour goes by without an event."
        ],
        effort: "hours",
        measure: "No day between the first and the last is without events."
      }
    });
  }
};
