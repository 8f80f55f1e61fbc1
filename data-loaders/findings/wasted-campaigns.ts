import {counted} from "../../src/shared/number-format.ts";
import type {Finding} from "./finding.ts";
import {makeStatement, readFindingQuery} from "./statement.ts";

/** Campaigns that are paid for and bring no order. */
export const wastedCampaigns: Finding = {
  name: "wasted-campaigns",
  query: readFindingQuery("wasted-campaigns"),
  evidence: {
    query:
      "select campaign, sessions, users, orders_of_visitors, cost, cost_per_order from campaigns where cost > 0 order by orders_of_visitors, cost desc, campaign",
    chart: {mark: "bar", x: "orders_of_visitors", y: "campaign"}
  },
  state: (row, format) => {
    if (!row) {
      return makeStatement("not_in_data", {
        claim: "Which campaigns are worth their cost cannot be told: the data has no costs (costs in report.config.ts)."
      });
    }
    const wasted = Number(row.wasted_campaigns);
    if (!wasted) {
      return makeStatement("does_not_hold", {
        claim: "Every campaign that was paid for and brought enough people to tell brought orders too.",
        evidence: `${counted(Number(row.paid_campaigns), "campaign has", "campaigns have", format)} costs.`
      });
    }
    const cost = Number(row.cost);
    const others = wasted > 1 ? ` and ${counted(wasted - 1, "other campaign", "other campaigns", format)}` : "";
    return makeStatement("holds", {
      claim: `${format.money(cost)} went into the campaign “${row.campaign}”${others}, and not one of the ${format.count(Number(row.users))} people who came by ${wasted > 1 ? "them" : "it"} ordered.`,
      evidence: `${counted(Number(row.sessions), "visit", "visits", format)}; people who came by other campaigns would have made about ${format.decimal(Number(row.expected_orders))} orders.`,
      action: `Stop “${row.campaign}” until somebody has followed its visitors through the shop.`,
      worth: `Stopping it saves ${format.money(cost)} in a time as long as this.`,
      valueAtStake: cost,
      // what was paid is known
      valueInterval: [cost, cost],
      recommendation: {
        title: `Stop the campaign “${row.campaign}”`,
        steps: [
          "Pause it today.",
          "Look where its ads were shown and where they led: a wrong page, a wrong country, clicks that nobody made.",
          "Give its budget to the campaign with the lowest cost per order, in steps of a fifth a week.",
          "Have somebody told when a campaign has cost as much as ten orders and brought none."
        ],
        effort: "hours",
        measure: "Orders of visitors per campaign and cost per order, week by week."
      }
    });
  }
};
