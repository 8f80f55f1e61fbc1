import {groupBy} from "../../src/shared/group-by.ts";
import {type NumberFormat, numberFormat} from "../../src/shared/number-format.ts";
import type {Manifest} from "../snapshots.ts";
import {printable} from "../sources/printable.ts";
import type {CheckedClaim} from "./check-claims.ts";
import {claimNumbers} from "./claim-numbers.ts";
import type {ClaimStatus} from "./claim-status.ts";
import {claimWords} from "./claim-words.ts";
import {plainSentence} from "./plain-sentence.ts";

const newQuery = "its query has changed: its history begins anew";

const otherEvents = "the events were configured differently then";

// what DuckDB suggests comes last
const longestError = 600;

const order = ["holds", "no longer holds", "does not hold", "cannot be told", "error"];

/** What `npm run check` prints of claims: how many hold, and a line for each, with its numbers where they have changed. */
export function claimLines(checked: readonly CheckedClaim[], {report, lastEventAt}: Manifest): string[] {
  if (!checked.length) return ["No page has a claim yet; docs/pages.md says how to write one."];
  const format = numberFormat(report.locale, report.currency);
  const groups = groupBy(checked, stateOf);
  const counts = order.flatMap((state) =>
    groups.has(state) ? `${groups.get(state)?.length} ${plural(state, groups.get(state)?.length)}` : []
  );
  const rows = checked.map((item) => [
    placeOf(item),
    stateOf(item),
    item.status?.since ? `since ${item.status.since}` : ""
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = checked.flatMap((item, i) => {
    const cells = widths.map((width, column) => (rows[i]?.[column] ?? "").padEnd(width));
    const text = item.error === undefined ? plainSentence(item, checked, format) : printable(item.error, longestError);
    const below = [...numberLines(item.status, format), ...noteLines(item.status)];
    return [`  ${cells.join("  ")}  ${text}`.trimEnd(), ...below.map((line) => `      ${line}`)];
  });
  return [
    `Claims on the data up to ${lastEventAt.slice(0, 10)}: ${counts.join(", ")}`,
    "",
    ...lines,
    ...laterLine(checked)
  ];
}

/** What a build says of claims that do not hold: a line for each, none where there is nothing to say. */
export function claimWarnings(checked: readonly CheckedClaim[], {report}: Manifest): string[] {
  const format = numberFormat(report.locale, report.currency);
  return checked
    .filter(({status}) => status?.state === "fails")
    .map((item) => {
      const since = item.status?.since ? ` since ${item.status.since}` : "";
      return `${placeOf(item)}: ${stateOf(item)}${since}: ${plainSentence(item, checked, format)}`;
    });
}

/** Of which claims the history begins anew, a line for each; none where there is nothing to say. */
export function claimBeginnings(checked: readonly CheckedClaim[]): string[] {
  return checked.filter(({status}) => status?.hasNewQuery).map((item) => `${placeOf(item)}: ${newQuery}`);
}

/** What is wrong with claims themselves, a line for each, as src/funnel.md:12: claim: the query gives no row. */
export function claimErrors(checked: readonly CheckedClaim[]): string[] {
  return checked.flatMap((item) =>
    item.error === undefined ? [] : `${placeOf(item)}: claim: ${printable(item.error, longestError)}`
  );
}

function placeOf({claim}: CheckedClaim): string {
  return `${claim.page}:${claim.line}`;
}

function stateOf({status}: CheckedClaim): string {
  return status ? claimWords(status, (day) => day).state.toLowerCase() : "error";
}

function plural(state: string, count = 0): string {
  if (count === 1) return state;
  return state === "error" ? "errors" : state.replace("holds", "hold").replace("does", "do");
}

function numberLines(status: ClaimStatus | undefined, format: NumberFormat): string[] {
  if (!status) return [];
  const numbers = claimNumbers(status, format)
    .filter(({then, now}) => (then === null ? status.state === "fails" : then !== now))
    .map(({label, then, now}) => `${label} ${then === null ? "" : `${then} → `}${now}`);
  return numbers.length ? [printable(numbers.join(" · "), 300)] : [];
}

function noteLines(status: ClaimStatus | undefined): string[] {
  if (!status) return [];
  const hasOtherEvents = status.hasOtherEvents && status.laterDay === null;
  return [...(status.hasNewQuery ? [newQuery] : []), ...(hasOtherEvents ? [otherEvents] : [])];
}

function laterLine(checked: readonly CheckedClaim[]): string[] {
  const older = checked.flatMap(({status}) => (status && status.laterDay !== null ? [status] : []));
  const later = older
    .map(({laterDay}) => laterDay)
    .sort()
    .at(-1);
  if (later === undefined) return [];
  const hint =
    "The events were configured differently then. If these take the place of those, delete .funnelbook/claims.json to begin anew.";
  return [
    "",
    `They were checked before on data up to ${later}; what is remembered of that is left as it is.`,
    ...(older.some(({hasOtherEvents}) => hasOtherEvents) ? [hint] : [])
  ];
}
