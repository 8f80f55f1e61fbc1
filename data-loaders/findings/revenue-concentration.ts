import type {Finding} from "./finding.ts";
import {makeStatement, readFindingQuery} from "./statement.ts";

/** How much of the revenue a few buyers bring in. */
export const revenueConcentration: Finding = {
  name: "revenue-concentration",
  query: readFindingQuery("revenue-concentration"),
  evidence: {
    query: "select buyer_share, buyers, revenue, revenue_share from revenue_concentration order by buyer_share",
    chart: {mark: "line", x: "buyer_share", y: "revenue_share"}
  },
  state: (row, {percent, count, roughMoney}) => {
    if (!row || Number(row.purchasing_users) < Number(row.minimum_trials)) {
      return makeStatement(row ? "too_few_to_tell" : "not_in_data", {
        claim: "Too few people bought, or no revenue is known, to tell whether a few bring in most of it."
      });
    }
    const share = Number(row.revenue_share);
    // twice what a tenth would bring if all bought alike is little more than chance gives
    if (share < 0.25) {
      return makeStatement("does_not_hold", {
        claim: `Revenue is spread widely: the best tenth of the buyers brings in ${percent(share)} of it.`
      });
    }
    return makeStatement("holds", {
      claim: `${percent(share)} of the revenue comes from one in ten buyers.`,
      evidence: `${count(Number(row.buyers))} of ${count(Number(row.purchasing_users))} buyers brought in ${roughMoney(Number(row.revenue))}.`,
      action: "Know these buyers by name, and find out early when one of them stops coming.",
      worth: "Losing a few of them costs more than winning many others brings.",
      recommendation: {
        title: "Look after the best buyers",
        steps: [
          "List them (npm run export, table user_segments), with the day of their last purchase.",
          "Give them somebody to turn to, and early access to what they buy most.",
          "Write to those whose last purchase is longer ago than usual for them."
        ],
        effort: "days",
        measure: "Share of them who buy again within 90 days, quarter by quarter."
      }
    });
  }
};
