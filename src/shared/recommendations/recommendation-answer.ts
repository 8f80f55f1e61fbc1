import {counted, type NumberFormat} from "../number-format.js";
import {type Recommendation, worthOf} from "./recommendation.js";

/** A finding that leads to no recommendation, and why. */
export interface Unsupported {
  finding: string;
  verdict: "does_not_hold" | "too_few_to_tell" | "not_in_data";
  claim: string;
  evidence: string;
}

/** What to do first and what it may bring, in a sentence, and how sure that is. */
export function recommendationAnswer(
  recommendations: readonly Recommendation[],
  unsupported: readonly Unsupported[],
  {period, formats}: {period: string; formats: NumberFormat}
): {claim: string; context: string} {
  const first = recommendations[0];
  if (!first) return answerNone(unsupported, formats);
  const worth = worthOf(first);
  if (!worth) {
    return {
      claim: `${first.recommendation} first: of nothing here can it be told what it is worth.`,
      context: `${first.claim} ${first.assumption}`
    };
  }
  const {roughMoney} = formats;
  const {kind, value, low, high} = worth;
  const interval = low < high ? ` It may be anything from ${roughMoney(low)} to ${roughMoney(high)}.` : "";
  return {
    claim: `${first.recommendation} first: that may ${kind === "revenue" ? "bring" : "save"} about ${roughMoney(value)}.`,
    context: `${first.claim} ${first.assumption}${interval} That is in a time as long as the data’s, ${period}.`
  };
}

function answerNone(unsupported: readonly Unsupported[], formats: NumberFormat): {claim: string; context: string} {
  const of = (verdict: Unsupported["verdict"]): number => unsupported.filter((row) => row.verdict === verdict).length;
  const parts = [
    [of("does_not_hold"), "not so here"],
    [of("too_few_to_tell"), "cannot be told from so few"],
    [of("not_in_data"), "not in the data"]
  ] as const;
  const words = parts.filter(([count]) => count).map(([count, text]) => `${formats.count(count)} ${text}`);
  return {
    claim: "There is nothing to recommend from these events yet.",
    context: unsupported.length
      ? `Of ${counted(unsupported.length, "thing that was", "things that were", formats)} looked for: ${words.join(", ")}.`
      : ""
  };
}
