import {html} from "npm:htl";
import {nearestSegments} from "../../shared/nearest-segment.js";
import type {ReportFormats} from "../report-formats.js";
import type {SegmentFeature} from "./segment-profiles.js";

/**
 * A form that says which segment a shopper would be in, by the published centres: what the build assigns all users by. It begins with
 * the average of the first segment.
 */
export function segmentForm(
  features: readonly SegmentFeature[],
  {formats}: {formats: ReportFormats}
): HTMLElement | "" {
  const segments = [...new Set(features.map(({segment}) => segment))];
  const used = features.filter(({segment, coordinate}) => segment === segments[0] && coordinate !== null);
  if (!used.length) return "";
  const inputs = new Map(used.map((feature) => [feature.feature, featureInput(feature)]));
  const answer = html`<output class="answer"></output>`;
  const start = html`<select>
    ${segments.map((segment) => html`<option>${segment}</option>`)}
  </select>` as unknown as HTMLSelectElement;

  const score = () => {
    const shopper = Object.fromEntries([...inputs].map(([feature, input]) => [feature, Number(input.value) || 0]));
    answer.replaceChildren(answerText(nearestSegments(features, shopper), formats));
  };
  const fill = () => {
    for (const {segment, feature, average, unit} of features) {
      const input = inputs.get(feature);
      if (input && segment === start.value) input.value = String(Number(average.toFixed(unit === "currency" ? 2 : 0)));
    }
    score();
  };
  start.addEventListener("change", fill);
  for (const input of inputs.values()) input.addEventListener("input", score);
  fill();

  return html`<form class="segment-form" onsubmit=${(event: Event) => event.preventDefault()}>
    <div class="controls"><label>Start from the average of ${start}</label></div>
    <div class="fields">
      ${used.map(({feature, label, unit}) => {
        const suffix = unit === "currency" ? ` (${formats.currency})` : "";
        return html`<label>${label}${suffix} ${inputs.get(feature)}</label>`;
      })}
    </div>
    ${answer}
  </form>`;
}

function featureInput({feature, unit}: SegmentFeature): HTMLInputElement {
  return html`<input
    type="number"
    name=${feature}
    min="0"
    step=${unit === "currency" ? "any" : "1"}
    inputmode="decimal"
  />` as unknown as HTMLInputElement;
}

function answerText([first, second]: ReturnType<typeof nearestSegments>, {decimal}: ReportFormats): HTMLElement {
  if (!first) return html`<span></span>`;
  const clear = second
    ? ` The centre of ${second.segment} is ${decimal(second.distance)} standard deviations away, this one’s ${decimal(first.distance)}${second.distance < 1.2 * first.distance ? ": a close call" : ""}.`
    : "";
  return html`<span>This shopper would be among <b class="segment-name">${first.segment}</b>.${clear}</span>`;
}
