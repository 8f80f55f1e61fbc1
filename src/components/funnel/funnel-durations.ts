import {html} from "npm:htl";
import {durationText} from "../../shared/duration-text.js";
import {stageWords} from "../../shared/stage-words.js";
import type {ReportFormats} from "../report-formats.js";

/** A row of the table `funnel_times`. */
export interface StepDuration {
  stage: string;
  users: number;
  lower_quartile_seconds: number;
  median_seconds: number;
  upper_quartile_seconds: number;
}

/** How long people take from stage to stage, a sentence each, for all stages in their order; what too few took, and what is missing, say so. */
export function funnelDurations(
  durations: readonly StepDuration[],
  {stages, formats}: {stages: readonly string[]; formats: ReportFormats}
): HTMLElement {
  if (stages.length < 2) return html`<div class="missing">Fewer than two stages make no step to take.</div>`;
  const steps = stages.slice(1).map((stage, i) => ({stage, before: stages[i] ?? ""}));
  return html`<ul class="durations">
    ${steps.map(({stage, before}) => {
      const duration = durations.find((row) => row.stage === stage);
      return html`<li>${sentence(stageWords(stage).did, {doing: stageWords(before).doing, duration, formats})}</li>`;
    })}
  </ul>`;
}

function sentence(
  did: string,
  {doing, duration, formats}: {doing: string; duration: StepDuration | undefined; formats: ReportFormats}
): HTMLElement {
  if (!duration || duration.users < formats.minimumTrials) {
    const users = formats.count(duration?.users ?? 0);
    return html`<span class="few">Too few people ${did} after ${doing} to tell: ${users}.</span>`;
  }
  const {lower_quartile_seconds: lower, median_seconds: median, upper_quartile_seconds: upper} = duration;
  const text = (seconds: number) => durationText(seconds, formats);
  return html`<span
    >Half of those who ${did} did so within <b>${text(median)}</b> of ${doing}.
    <span class="few">A quarter took ${text(lower)} or less, a quarter ${text(upper)} or more.</span></span
  >`;
}
