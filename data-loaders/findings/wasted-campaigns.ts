import {counted, type NumberFormat} from "../../src/shared/number-format.ts";
import {quotedName} from "../../src/shared/quoted-name.ts";
import type {Row} from "../warehouse.ts";
import type {Finding, Statement} from "./finding.ts";
import {readFindingQuery} from "./read-finding-query.ts";
import {makeStatement} from "./statements/make-statement.ts";

/** Campaigns that are paid for and bring no order. */
export const wastedCampaigns: Finding = {
  name: "wasted-campaigns",
  query: readFindingQuery("wasted-campaigns"),
  evidence: {
    query:
      "select campaign, sessions, users, orders_of_visitors, cost, last_cost_on, cost_per_order from campaigns where cost > 0 order by orders_of_visitors, cost desc, campaign",
    chart: {mark: "bar", x: "orders_of_visitors", y: "campaign"}
  },
  state: (row, format) => {
    if (!row) {
      return makeStatement("not_in_data", {
        claim: "Which campaigns are worth their cost cannot be told: the data has no costs (costs in report.config.ts)."
      });
    }
    if (Number(row.wasted_campaigns)) return stateWaste(row, format);
    if (Number(row.unvisited_campaigns)) return stateUnvisited(row, format);
    const evidence = `${counted(Number(row.paid_campaigns), "campaign has", "campaigns have", format)} costs.`;
    return Number(row.ordering_campaigns)
      ? makeStatement("does_not_hold", {
          claim: "Every campaign that was paid for and brought enough people to tell brought orders too.",
          evidence
        })
      : makeStatement("too_few_to_tell", {
          claim: "Too few people came by campaigns that were paid for to tell whether these are worth their cost.",
          evidence
        });
  }
};

function stateWaste(row: Row, format: NumberFormat): Statement {
  const [wasted, running] = [Number(row.wasted_campaigns), Number(row.running_campaigns)];
  const cost = Number(row.cost);
  const name = quotedName(row.campaign);
  const isOver = !running;
  const saved = isOver ? cost : Number(row.running_cost);
  const stopped = `${name}${andOthers(running, format)}`;
  return makeStatement("holds", {
    claim: `${format.money(cost)} went into the campaign ${name}${andOthers(wasted, format)}, and not one of the ${format.count(Number(row.users))} people who came by ${wasted > 1 ? "them" : "it"} ordered.`,
    evidence: `${counted(Number(row.sessions), "visit", "visits", format)}; people who came by other campaigns would have made about ${format.decimal(Number(row.expected_orders))} orders.${noteUnvisited(row, format)}`,
    action: isOver
      ? `Before ${name} runs again, follow its visitors through the shop.`
      : `Stop ${stopped} until somebody has followed the visitors through the shop.`,
    worth: isOver
      ? `It is over, and ${format.money(cost)} is spent; the next campaign of its kind costs as much.`
      : `Stopping what still runs saves ${format.money(saved)} in a time as long as this.`,
    valueAtStake: saved,
    // what was paid is known
    valueInterval: [saved, saved],
    valueKind: "cost",
    isOver,
    about: {dimension: "campaign", value: String(row.campaign)},
    recommendation: {
      title: isOver ? `Do not run the campaign ${name} again as it was` : `Stop the campaign ${stopped}`,
      steps: [
        isOver ? "Leave it off until the reason is known." : "Pause it today.",
        "Look where its ads were shown and where they led: a wrong page, a wrong country, clicks that nobody made.",
        "Give its budget to the campaign with the lowest cost per order, in steps of a fifth a week.",
        "Have somebody told when a campaign has cost as much as ten orders and brought none."
      ],
      effort: "hours",
      measure: "Orders of visitors per campaign and cost per order, week by week."
    }
  });
}

// either nobody came, or their visits do not say by what
function stateUnvisited(row: Row, format: NumberFormat): Statement {
  const campaigns = Number(row.unvisited_campaigns);
  const name = quotedName(row.unvisited_campaign);
  return makeStatement("holds", {
    claim: `${format.money(Number(row.unvisited_cost))} went into the campaign ${name}${andOthers(campaigns, format)}, and no visit by ${campaigns > 1 ? "them" : "it"} is recorded.`,
    about: {dimension: "campaign", value: String(row.unvisited_campaign)},
    evidence: `${counted(Number(row.paid_campaigns), "campaign has", "campaigns have", format)} costs. Either nobody came, or the events name the campaign otherwise than the costs do.`,
    action: "Click on its ad and see whether the visit is recorded under the campaign’s name.",
    worth: "Whether the money is wasted cannot be told before its visits are recorded.",
    recommendation: {
      title: `Find the visits of the campaign ${name}`,
      steps: [
        "Click on its ad, and look for the visit in the events of the same hour.",
        "Compare how the costs and the events spell its name, capitals too.",
        "Put the campaign’s name into the links of the ad, and build the report again."
      ],
      effort: "hours",
      measure: "Every campaign with costs has visits."
    }
  });
}

// the campaigns beside the one that is named
function andOthers(campaigns: number, format: NumberFormat): string {
  return campaigns > 1 ? ` and ${counted(campaigns - 1, "other campaign", "other campaigns", format)}` : "";
}

function noteUnvisited(row: Row, format: NumberFormat): string {
  const campaigns = Number(row.unvisited_campaigns);
  return campaigns
    ? ` No visit at all is recorded of ${counted(campaigns, "more campaign that costs", "more campaigns that cost", format)} ${format.money(Number(row.unvisited_cost))}.`
    : "";
}
