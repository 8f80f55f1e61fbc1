import {quotedName} from "../../src/shared/quoted-name.ts";
import {normalQuantile} from "../statistics/normal-distribution.ts";
import type {Finding} from "./finding.ts";
import {readFindingQuery} from "./read-finding-query.ts";
import {makeStatement} from "./statements/make-statement.ts";

/** Channels that the last click gives more, or less, credit than they bring. */
export const lastClickCredit: Finding = {
  name: "last-click-credit",
  query: readFindingQuery("last-click-credit"),
  evidence: {
    query:
      "select channel, model, orders, share, orders_low, orders_high from attribution where model in ('last_non_direct', 'markov') order by channel, model",
    chart: {mark: "bar", x: "orders", y: "channel", series: "model"}
  },
  state: (row, {count, decimal}) => {
    if (!row) {
      return makeStatement("not_in_data", {
        claim: "Which channel earns the credit cannot be told: the events name no source, or no order was made."
      });
    }
    // no channel has enough of them
    if (row.channels == null) {
      return makeStatement("too_few_to_tell", {claim: "Too few orders to tell which channel earns the credit."});
    }
    const certain = certainOf(Number(row.channels));
    const isOver = Number(row.over_errors) > certain;
    const isUnder = Number(row.under_errors) < -certain;
    if (!isOver && !isUnder) {
      return makeStatement("does_not_hold", {
        claim:
          "No channel’s credit by the last click is farther than by chance from what would be lost without the channel."
      });
    }
    const words = (channel: unknown, last: unknown, markov: unknown): string =>
      `${quotedName(channel)} with ${count(Math.round(Number(last)))} orders, where the paths to all orders give it about ${count(Math.round(Number(markov)))}`;
    const over = words(row.over_channel, row.over_last, row.over_markov);
    const under = words(row.under_channel, row.under_last, row.under_markov);
    const [channel, low, high] = isUnder
      ? [row.under_channel, row.under_low, row.under_high]
      : [row.over_channel, row.over_low, row.over_high];
    return makeStatement("holds", {
      claim: `The last click credits ${[...(isUnder ? [under] : []), ...(isOver ? [over] : [])].join(", and ")}.`,
      worth: "It moves no money by itself: it says which budgets to question.",
      evidence: `By the paths, a channel is credited with what would be lost without it (Markov removal effect). The seven models give ${quotedName(channel)} between ${decimal(Number(low))} and ${decimal(Number(high))} orders.`,
      about: {dimension: "source", value: String(channel)},
      action: "Set budgets by the range of credit of a channel, not by the last click alone.",
      recommendation: {
        title: "Set budgets by a range of credit",
        steps: [
          "Look at the range of credit of each channel: where all models agree, act on it.",
          `Change the budget of ${quotedName(channel)} by a fifth for two weeks and leave the others as they are.`,
          "Compare orders of those weeks with the weeks before, of all channels together."
        ],
        effort: "weeks",
        measure: "Orders of all channels together for the same money."
      }
    });
  }
};

// beyond so many standard errors, the largest of the differences of some channels, both ways, is no chance at 95 % (Bonferroni)
function certainOf(channels: number): number {
  return normalQuantile(1 - 0.025 / channels);
}
