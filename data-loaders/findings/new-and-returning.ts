import type {Finding} from "./finding.ts";
import {makeStatement, readFindingQuery} from "./statement.ts";

/** Whether people who come back buy more often than those who come for the first time. */
export const newAndReturning: Finding = {
  name: "new-and-returning",
  query: readFindingQuery("new-and-returning"),
  evidence: {
    query:
      "select metric, value, trials, successes, rate, difference_low, difference_high, verdict from comparisons where dimension = 'visitor' order by metric, value",
    chart: {mark: "bar", x: "rate", y: "value"}
  },
  state: (row, {percent, count}) => {
    if (!row)
      return makeStatement("not_in_data", {
        claim: "The data has only first visits, so nobody can be said to come back."
      });
    if (row.holds == null)
      return makeStatement("too_few_to_tell", {claim: "Too few to tell whether people who come back buy more often."});
    const [back, first] = [Number(row.rate), Number(row.rest_rate)];
    const numbers = `${percent(back)} of ${count(Number(row.trials))} later visits and ${percent(first)} of ${count(Number(row.rest_trials))} first visits brought an order`;
    if (!row.holds) {
      return makeStatement("does_not_hold", {
        claim:
          "Whether people who come back order more often than those who come for the first time cannot be told from chance.",
        evidence: `${numbers}.`
      });
    }
    const [low, high] = [Number(row.difference_low), Number(row.difference_high)];
    const isMore = back > first;
    return makeStatement("holds", {
      claim: `${percent(back)} of the visits of people who come back bring an order, against ${percent(first)} of first visits.`,
      evidence: `${numbers}; the difference is ${percent(low)} to ${percent(high)} with 95% certainty.`,
      action: isMore
        ? "Give first visitors a reason to come back: a list to keep, a note when a price falls, a letter."
        : "Ask people who come back what they did not find, and lead them to where they left off.",
      interval: [low, high],
      recommendation: {
        title: isMore ? "Bring first visitors back" : "Help those who come back to buy",
        steps: isMore
          ? [
              "Offer to keep what was looked at, in a list that can be sent to oneself.",
              "Write to those who left an address when something on it gets cheaper or scarce.",
              "Greet people who come back with what they looked at last."
            ]
          : [
              "Show what somebody looked at last at the top of the first page.",
              "Keep the cart for as long as the law allows, on every device.",
              "Ask on the way out what was missing, one question only."
            ],
        effort: "weeks",
        measure: "Visits that bring an order, of first and of later visits, month by month."
      }
    });
  }
};
