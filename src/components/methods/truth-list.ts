import {html} from "npm:htl";
import type {PublishedTruth} from "../../../data-loaders/methods.js";
import type {ReportFormats} from "../report-formats.js";

type PublishedTruths = PublishedTruth["truths"];

/** What is known to be true because it was planted, in the order of the days. Nothing planted says so. */
export function truthList(truths: PublishedTruths, {formats}: {formats: Pick<ReportFormats, "day">}): HTMLElement {
  if (!truths.length) return html`<p>Nothing out of the ordinary was planted in it.</p>`;
  const day = (text: string) => formats.day(new Date(text));
  const days = ({startsOn, endsOn}: PublishedTruths[number]) =>
    startsOn === endsOn ? day(startsOn) : `${day(startsOn)} to ${day(endsOn)}`;
  const entry = (truth: PublishedTruths[number]) =>
    html`<li>
      <h4>${truth.title}</h4>
      <dl>
        <div>
          <dt>Days</dt>
          <dd>${days(truth)}</dd>
        </div>
        <div>
          <dt>Concerns</dt>
          <dd>${truth.segment}</dd>
        </div>
        <div>
          <dt>Size</dt>
          <dd>${truth.size}</dd>
        </div>
        <div>
          <dt>Metric</dt>
          <dd>${truth.metric}</dd>
        </div>
        <div>
          <dt>Effect</dt>
          <dd>${truth.effect}</dd>
        </div>
      </dl>
    </li>`;
  return html`<ol class="truths">
    ${truths.map(entry)}
  </ol>`;
}
