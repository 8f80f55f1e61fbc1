import {listWords} from "./list-words.js";
import {counted, type NumberFormat} from "./number-format.js";
import {rejectReasons} from "./reject-reasons.js";

/** What is known of how good the events are. */
export interface QualityFacts {
  /** rows of `rejected_events` that rejected any, the most frequent first */
  rejects: readonly {reason: string; rows: number}[];
  /** rows of `data_checks` that affect anything */
  checks: readonly {check_name: string; affected: number; total: number}[];
  /** columns that the events might have */
  columns: readonly {name: string; is_present: boolean}[];
}

/**
 * What the owner of the events had best do about them, the most useful first, as sentences: mend what rejects most rows, look after ids that do
 * not last and orders without ids, add columns. One sentence where there is nothing to do.
 */
export function qualityAdvice(
  {rejects, checks, columns}: QualityFacts,
  formats: Pick<NumberFormat, "count" | "percent">
): string[] {
  const {count, percent} = formats;
  const rejected = rejects.reduce((sum, {rows}) => sum + rows, 0);
  const check = (name: string) => checks.find(({check_name}) => check_name === name);
  const share = (name: string) => {
    const {affected = 0, total = 0} = check(name) ?? {};
    return total > 0 ? affected / total : 0;
  };
  const [first] = rejects;
  const lacking = columns.filter(({is_present}) => !is_present).map(({name}) => name);
  const advice = [
    first &&
      `Mend what rejects most rows: ${count(first.rows)} of ${count(rejected)} have one reason, “${rejectReasons[first.reason] ?? first.reason}”.`,
    share("sessions_longer_than_30_days") > 0 &&
      "Give each visit a session id of its own: some ids are used again after more than 30 days.",
    share("users_with_one_event") > 0.5 &&
      `See whether user ids last from page to page: ${percent(share("users_with_one_event"))} of users have a single event.`,
    share("purchases_without_order_id") > 0 &&
      `Record the order id with each purchase: ${percent(share("purchases_without_order_id"))} have none, so that an order of several items counts several times.`,
    share("days_without_events") > 0 &&
      `Find out whether events were lost where there are none: ${counted(check("days_without_events")?.affected ?? 0, "day", "days", formats)}.`,
    lacking.length > 0 &&
      `Add ${listWords(lacking)} to the events, if the shop knows them: the list above says what each is for.`
  ].filter((sentence) => typeof sentence === "string");
  return advice.length ? advice : ["Nothing needs mending. Look again when the shop’s pages or its tracking change."];
}
