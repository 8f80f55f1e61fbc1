import {html} from "npm:htl";
import {findingLink} from "../../shared/finding-pages.js";
import {type Recommendation, worthOf} from "../../shared/recommendations/recommendation.js";
import type {ReportFormats} from "../report-formats.js";
import {type EvidenceRow, evidenceFigure} from "./evidence-figure.js";
import {intervalText} from "./worth-text.js";

/** What a recommendation is shown with. */
export interface ItemOptions {
  /** the rows behind its finding */
  evidence: readonly EvidenceRow[];
  formats: ReportFormats;
}

const efforts: Record<Recommendation["effort"], string> = {
  hours: "A matter of hours",
  days: "A matter of days",
  weeks: "A matter of weeks"
};

/** A recommendation: what to do step by step, what it may bring, how to see whether it worked, and why, with the rows behind it. */
export function recommendationItem(row: Recommendation, {evidence, formats}: ItemOptions): HTMLElement {
  const link = findingLink(row);
  return html`<li class="recommendation" id=${row.finding}>
    <h3><span class="place">${formats.count(row.position)}</span> ${row.recommendation}</h3>
    <div class="columns">
      <div>
        <ol class="steps">
          ${row.steps
            .split("\n")
            .filter(Boolean)
            .map((step) => html`<li>${step}</li>`)}
        </ol>
        <p class="why">
          <b>Why:</b> ${row.claim} ${row.evidence} ${row.is_over ? "It is over. " : ""}
          ${link ? html`<span class="look"><a href=${link.address}>See it on the page ${link.name}</a>.</span>` : ""}
        </p>
      </div>
      <dl class="facts">
        <dt>May bring</dt>
        <dd>${worthText(row, formats)}</dd>
        <dt>Effort</dt>
        <dd>${efforts[row.effort]}</dd>
        <dt>Whether it worked</dt>
        <dd>${row.measure}</dd>
      </dl>
    </div>
    ${evidence.length ? evidenceDetails(row, {evidence, formats}) : ""}
  </li>`;
}

function worthText(row: Recommendation, formats: ReportFormats): unknown {
  const worth = worthOf(row);
  // the assumption says why it cannot be told
  if (!worth) return row.assumption;
  const interval = intervalText(worth, formats);
  const kind = worth.kind === "saving" ? "of cost saved" : "of revenue";
  return html`<b class="worth">${formats.roughMoney(worth.value)}</b> ${kind}${interval && `, ${interval}`}.
    ${row.assumption}`;
}

function evidenceDetails(row: Recommendation, {evidence, formats}: ItemOptions): HTMLElement {
  return html`<details>
    <summary>The rows behind it</summary>
    ${evidenceFigure(evidence, {finding: row, formats})}
    <details>
      <summary>The query that gives them</summary>
      <pre><code>${row.evidence_query}</code></pre>
    </details>
  </details>`;
}
