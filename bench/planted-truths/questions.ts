import {type TruthName, truths} from "../../data-loaders/demo-store/truths.ts";
import type {Change} from "../../data-loaders/statistics/drivers/driver-tasks.ts";

/** A change that something planted made: the days of it against as many before. */
export interface Question extends Change {
  truth: TruthName;
}

/** What is asked of the drivers of a change, in shops with everything planted. */
export const questions: readonly Question[] = [
  ...["checkout_to_purchase", "session_conversion"].map((metric) =>
    ask(metric, "mobile_safari_checkout", ["2020-12-28", "2021-01-10"])
  ),
  ...["session_conversion", "view_to_cart", "sessions"].map((metric) =>
    ask(metric, "december_promotion", ["2020-12-03", "2020-12-09"])
  )
];

function ask(metric: string, truth: TruthName, before: readonly [string, string]): Question {
  const {startsOn, endsOn} = truths[truth];
  return {changeId: `${truth}, ${metric}`, truth, metric, before, after: [startsOn, endsOn]};
}
