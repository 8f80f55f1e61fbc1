import {html} from "npm:htl";
import {
  type Annotation,
  annotationsWithin,
  type NumberedAnnotation,
  numberAnnotations,
  splitAnnotations
} from "../../shared/annotations/annotation.js";
import type {ReportFormats} from "../report-formats.js";
import {annotationDays, kindWords} from "./annotation-words.js";

/** How to list annotations. */
export interface AnnotationListOptions {
  formats: ReportFormats;
  /** the chart's first and last day; all days unless told */
  days?: readonly [Date, Date] | undefined;
  /** how many are shown before the rest is folded */
  most?: number;
}

/**
 * What the numbers on a time chart stand for: the newest, and the rest folded. Episodes lead to what explains them. Without annotations on
 * the chart's days, an empty text.
 */
export function annotationList(
  annotations: readonly Annotation[],
  {formats, days, most = 8}: AnnotationListOptions
): HTMLElement | string {
  const numbered = numberAnnotations(annotations);
  const {shown, rest} = splitAnnotations(days ? annotationsWithin(numbered, days) : numbered, most);
  if (!shown.length) return "";
  const list = (items: readonly NumberedAnnotation[]) =>
    html`<ol>
      ${items.map((item) => entry(item, formats))}
    </ol>`;
  return html`<div class="annotations" role="group" aria-label="Marked on the chart">
    ${list(shown)}
    ${
      rest.length
        ? html`<details>
            <summary>${formats.count(rest.length)} earlier</summary>
            ${list(rest)}
          </details>`
        : ""
    }
  </div>`;
}

function entry(annotation: NumberedAnnotation, formats: ReportFormats): HTMLElement {
  const {kind, number, label, episode} = annotation;
  // an episode's sentence begins with its days
  const head = kind === "own" ? `${kindWords.own}, ${annotationDays(annotation, formats)}:` : `${kindWords.episode}:`;
  return html`<li>
    <span class=${`marker ${kind}`}>${number}</span>
    <span>
      <b>${head}</b> <bdi>${label}</bdi>
      ${
        kind === "episode"
          ? html`<a
              href=${`./anomalies${episode == null ? "" : `#episode-${episode}`}`}
              aria-label=${`What explains number ${number}`}
              >What explains it</a
            >`
          : ""
      }
    </span>
  </li>`;
}
