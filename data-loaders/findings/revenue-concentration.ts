import type {Finding} from "./finding.ts";
import {readFindingQuery} from "./read-finding-query.ts";
import {makeStatement} from "./statements/make-statement.ts";
import {noteShortTime} from "./statements/note-short-time.ts";

/** How much of the revenue a few buyers bring in. */
export const revenueConcentration: Finding = {
  name: "revenue-concentration",
  query: readFindingQuery("revenue-concentration"),
  evidence: {
    query: "select buyer_share, buyers, revenue, revenue_share from revenue_concentration order by buyer_share",
    chart: {mark: "line", x: "buyer_share", y: "revenue_share"}
  },
  state: (row, format) => {
    const {percent, count, roughMoney, decimal} = format;
    if (!row || !Number(row.all_revenue))
      return makeStatement("not_in_data", {
        claim: "Whether a few buyers bring in most of the revenue cannot be told: the data has no revenue."
      });
    const [buyers, best] = [Number(row.purchasing_users), Number(row.buyers)];
    if (row.revenue == null || buyers < Number(row.minimum_trials)) {
      return makeStatement("too_few_to_tell", {
        claim: `Too few people bought to tell whether a few bring in most of the revenue: only ${count(buyers)}.`
      });
    }
    const [share, revenue] = [Number(row.revenue_share), Number(row.revenue)];
    const evidence = `${count(best)} of ${count(buyers)} buyers brought in ${roughMoney(revenue)}.${noteShortTime(Number(row.seconds), "who buys most in so short a time may not be who buys most in a year.", format)}`;
    // twice what a tenth would bring if all bought alike is little more than chance gives
    if (share < 0.25) {
      return makeStatement("does_not_hold", {
        claim: `Revenue is spread widely: the best tenth of the buyers brings in ${percent(share)} of it.`,
        evidence
      });
    }
    const others = (Number(row.all_revenue) - revenue) / (buyers - best);
    return makeStatement("holds", {
      claim: `${percent(share)} of the revenue comes from one in ten buyers.`,
      evidence,
      action: "Know these buyers by name, and find out early when one of them stops coming.",
      worth: `One of them brings in ${roughMoney(revenue / best)}, as much as ${decimal(revenue / best / others)} of the other buyers; how many of them would leave otherwise, the data does not say.`,
      recommendation: {
        title: "Look after the best buyers",
        steps: [
          "List them (npm run export, table user_segments, the largest revenue first), with the day on which each was last here.",
          "Give them somebody to turn to, and early access to what they buy most.",
          "Write to those who have stayed away for longer than usual for them."
        ],
        effort: "days",
        measure: "Share of them who buy again within 90 days, quarter by quarter."
      }
    });
  }
};
