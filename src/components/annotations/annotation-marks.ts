import type * as Plot from "npm:@observablehq/plot";
import {svg} from "npm:htl";
import {
  type Annotation,
  dayLength,
  type NumberedAnnotation,
  numberAnnotations
} from "../../shared/annotations/annotation.js";
import {placeMarkers} from "../../shared/annotations/place-markers.js";
import type {ReportFormats} from "../report-formats.js";
import {annotationDays, kindWords} from "./annotation-words.js";

/** How to draw annotations on a time chart. */
export interface AnnotationMarkOptions {
  formats: ReportFormats;
  /** where a day lies on the chart's x scale; at its own time unless told */
  x?: (day: Date) => Date | number;
  /** pixels above the plot that its markers have; the plot's top margin unless told */
  height?: number;
  /** false for the bands alone, where the chart above has the numbers */
  isNumbered?: boolean;
}

/** What a chart with numbered annotations needs above its plot, in pixels: two rows of numbers below the label of its axis. */
export const annotationMargin = 64;

const [markerWidth, lanes, laneHeight] = [22, 2, 22] as const;

/**
 * Marks for a Plot with a time axis: a soft band over the days of each episode, a dashed line at each own date, and their numbers above
 * the plot, round for episodes and square for own dates. Numbers that would cover each other are joined. Without annotations, no marks.
 */
export function annotationMarks(
  annotations: readonly Annotation[],
  {formats, x = (day) => day, height, isNumbered = true}: AnnotationMarkOptions
): Plot.Markish[] {
  if (!annotations.length) return [];
  const render: Plot.RenderFunction = (_index, scales, _values, dimensions) => {
    const scale = scales.x as (value: Date | number) => number;
    const [left, right] = [dimensions.marginLeft, dimensions.width - dimensions.marginRight];
    const within = (pixels: number) => Math.min(right, Math.max(left, pixels));
    const spans = numberAnnotations(annotations)
      .map((annotation) => ({
        annotation,
        from: scale(x(annotation.started_on)),
        to: scale(x(new Date(annotation.ended_on.getTime() + dayLength)))
      }))
      .filter(({from, to}) => to > left && from < right)
      .map(({annotation, from, to}) => ({annotation, from: within(from), to: within(to)}));
    const [top, bottom] = [dimensions.marginTop, dimensions.height - dimensions.marginBottom];
    return svg`<g aria-label="annotations">
      ${spans.map((span) => band(span, {top, bottom}))}
      ${isNumbered ? markers(spans, {top: top - (height ?? top), bottom: top, formats}) : ""}
    </g>`;
  };
  return [render];
}

interface PlacedSpan {
  annotation: NumberedAnnotation;
  from: number;
  to: number;
}

function band({annotation, from, to}: PlacedSpan, {top, bottom}: {top: number; bottom: number}): SVGElement {
  if (annotation.kind === "own" && to - from < 6) {
    return svg`<line x1=${from} x2=${from} y1=${top} y2=${bottom} stroke="var(--ink)" stroke-dasharray="2,3"></line>`;
  }
  const dashes = annotation.kind === "own" ? "2,3" : "none";
  // a day on a long axis is still seen
  const width = Math.max(2, to - from);
  return svg`<rect x=${from} y=${top} width=${width} height=${Math.max(0, bottom - top)} fill="var(--muted)" fill-opacity="0.16"
    stroke=${annotation.kind === "own" ? "var(--ink)" : "none"} stroke-dasharray=${dashes}></rect>`;
}

function markers(
  spans: readonly PlacedSpan[],
  {top, bottom, formats}: {top: number; bottom: number; formats: ReportFormats}
): SVGElement[] {
  const middles = spans.map(({from, to}) => (from + to) / 2);
  const order = middles.map((_, i) => i).sort((a, b) => (middles[a] as number) - (middles[b] as number));
  const room = Math.max(1, Math.min(lanes, Math.floor((bottom - top) / laneHeight)));
  return placeMarkers(
    order.map((i) => middles[i] as number),
    {width: markerWidth, lanes: room}
  ).map(({x, lane, first, last}) => {
    const joined = order.slice(first, last + 1).map((i) => (spans[i] as PlacedSpan).annotation);
    const y = bottom - 14 - lane * laneHeight;
    return svg`<g transform=${`translate(${x},${y})`}>
      <title>${joined.map((annotation) => titleOf(annotation, formats)).join("\n")}</title>
      <line y1="9" y2=${bottom - y} stroke="var(--muted)"></line>
      ${shapeOf(joined)}
      <text text-anchor="middle" dy="0.34em" font-size="11" font-weight="600" fill="var(--ink)">${numbersOf(joined)}</text>
    </g>`;
  });
}

function shapeOf(joined: readonly NumberedAnnotation[]): SVGElement {
  const isWide = joined.length > 1;
  const isOwn = joined.every(({kind}) => kind === "own");
  const half = isWide ? 16 : 9;
  return svg`<rect x=${-half} y="-9" width=${2 * half} height="18" rx=${isOwn ? 1 : 9}
    fill="var(--page)" stroke="var(--ink)" stroke-width="1.25"></rect>`;
}

// markers are joined in the order of days, but a long episode's middle may lie after that of a later one
function numbersOf(joined: readonly NumberedAnnotation[]): string {
  const numbers = joined.map(({number}) => number);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (numbers.length === 1) return String(least);
  return most - least === numbers.length - 1 ? `${least}–${most}` : `${least} …`;
}

function titleOf(annotation: NumberedAnnotation, formats: ReportFormats): string {
  return `${annotation.number} · ${kindWords[annotation.kind]} · ${annotationDays(annotation, formats)}\n${annotation.label}`;
}
