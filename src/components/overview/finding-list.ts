import {html} from "npm:htl";
import {type FindingSubject, findingLink} from "../../shared/finding-pages.js";
import type {ReportFormats} from "../report-formats.js";

/** A row of the table `findings`. */
export interface Finding extends FindingSubject {
  claim: string;
  worth: string;
  is_over: boolean;
  value_at_stake: number | null;
  value_low: number | null;
  value_high: number | null;
  value_kind: string | null;
}

/** Findings one beside the other: what each says, what it is worth and how sure that is, and where to look further. No findings give nothing. */
export function findingList(findings: readonly Finding[], {formats}: {formats: ReportFormats}): HTMLElement {
  return html`<ol class="finding-list">
    ${findings.map((finding) => {
      const link = findingLink(finding);
      return html`<li>
        <div class="worth">${worthText(finding, formats)}</div>
        <h3>${finding.claim}</h3>
        <p>${sureText(finding, formats)}</p>
        ${link ? html`<a href=${link.address}>Look at it on ${link.name}</a>` : ""}
      </li>`;
    })}
  </ol>`;
}

function worthText({value_at_stake: value, value_kind, is_over}: Finding, {roughMoney}: ReportFormats): string {
  if (value === null) return "Not to be told in money";
  if (is_over) return `${roughMoney(value)} lost, and over`;
  return value_kind === "cost" ? `${roughMoney(value)} of cost` : `${roughMoney(value)} at stake`;
}

function sureText({worth, value_low, value_high}: Finding, {roughMoney}: ReportFormats): string {
  if (value_low === null || value_high === null) return worth;
  return `Between ${roughMoney(value_low)} and ${roughMoney(value_high)}. ${worth}`;
}
