import {type NumberFormat, numberFormat} from "../../src/shared/number-format.ts";
import type {Manifest} from "../snapshots.ts";
import {type ClaimNumber, claimNumbers} from "./claim-numbers.ts";
import type {ClaimStatus} from "./claim-status.ts";
import {claimWords} from "./claim-words.ts";
import type {ClaimState} from "./read-evaluation.ts";

const signs: Record<ClaimState, string> = {holds: "✓", fails: "✕", unknown: "?"};

/**
 * The mark beside a claim's sentence, as HTML to stand before and after the claim's query: one line that says how it stands, which
 * unfolds into the numbers then and now, the period and the query. Text from the data is escaped.
 */
export function claimMark(status: ClaimStatus, {report, firstEventAt}: Manifest): {before: string; after: string} {
  const {locale, currency} = report;
  const writeDay = (day: string) => new Date(day).toLocaleDateString(locale, {dateStyle: "medium", timeZone: "UTC"});
  const {state, since} = claimWords(status, writeDay);
  const period = `${writeDay(firstEventAt.slice(0, 10))} to ${writeDay(status.now.day)}`;
  const later = status.laterDay
    ? ` It was checked before on data up to ${writeDay(status.laterDay)}, which is left as it is remembered.`
    : "";
  const others = status.hasOtherEvents ? " The events were configured differently then." : "";
  return {
    before: `<details class="claim ${status.state}">
<summary><span class="sign" aria-hidden="true">${signs[status.state]}</span> <span><b>${state}</b>${escape(since)}</span></summary>
${numbers(status, numberFormat(locale, currency), writeDay)}<p>Checked on the data of ${escape(period)}.${escape(later + others)} The claim holds where <code>holds</code> is true:</p>
`,
    after: "</details>\n"
  };
}

function numbers(status: ClaimStatus, format: NumberFormat, writeDay: (day: string) => string): string {
  const rows = claimNumbers(status, format);
  if (!rows.length) return "";
  const {then, now} = status;
  const heading = (title: string, day: string) =>
    `<th scope="col" class="number">${title}<br>${escape(`up to ${writeDay(day)}`)}</th>`;
  const cell = (value: string | null) => (value === null ? "" : `<td class="number">${escape(value)}</td>`);
  const row = ({label, then: before, now: current}: ClaimNumber) =>
    `<tr><th scope="row">${escape(label)}</th>${cell(before)}${cell(current)}</tr>`;
  return `<div class="numbers"><table class="numbers-table" aria-label="Numbers of the claim">
<thead><tr><td></td>${then ? heading(thenWords(status), then.day) : ""}${heading("Now", now.day)}</tr></thead>
<tbody>${rows.map(row).join("")}</tbody>
</table></div>
`;
}

function thenWords({state, hasHeld, then}: ClaimStatus): string {
  if (state === "holds") return then?.state === "holds" ? "Began to hold" : "Before";
  return hasHeld ? "Last held" : "First checked";
}

// a dollar too: in the HTML of a page, Framework runs what stands in a placeholder
function escape(text: string): string {
  return text.replace(/[&<>"'$`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
