/** Something that a reader of a time chart should know of: a row of the relation `annotations`. */
export interface Annotation {
  /** first day, UTC */
  started_on: Date;
  /** last day (inclusive), UTC */
  ended_on: Date;
  /** what happened, as text */
  label: string;
  /** own: a date that the analyst wrote down; episode: days on which a metric was not as usual */
  kind: "own" | "episode";
  /** the episode's number; none for own dates */
  episode?: number | null;
}

/** An annotation with the number that it has on every chart. */
export interface NumberedAnnotation extends Annotation {
  number: number;
}

/** The time of a day in milliseconds. */
export const dayLength = 86_400_000;

/** Annotations with their numbers, from 1 in the order of their days, whatever the order in which they come; some of all that have numbers keep theirs. */
export function numberAnnotations(annotations: readonly (Annotation | NumberedAnnotation)[]): NumberedAnnotation[] {
  return [...annotations]
    .sort(
      (a, b) =>
        a.started_on.getTime() - b.started_on.getTime() || compareText(a.kind, b.kind) || compareText(a.label, b.label)
    )
    .map((annotation, i) => ({number: i + 1, ...annotation}));
}

/** Those that touch the days from `from` to `to` (inclusive). */
export function annotationsWithin<T extends Annotation>(
  annotations: readonly T[],
  [from, to]: readonly [Date, Date]
): T[] {
  return annotations.filter(({started_on, ended_on}) => started_on <= to && ended_on >= from);
}

/** The `most` newest and, in the same order as before, the others; of those that end on one day, own dates before episodes. */
export function splitAnnotations(
  annotations: readonly NumberedAnnotation[],
  most: number
): {shown: NumberedAnnotation[]; rest: NumberedAnnotation[]} {
  const newest = [...annotations]
    .sort((a, b) => b.ended_on.getTime() - a.ended_on.getTime() || compareText(b.kind, a.kind) || b.number - a.number)
    .slice(0, most);
  return {
    shown: annotations.filter((annotation) => newest.includes(annotation)),
    rest: annotations.filter((annotation) => !newest.includes(annotation))
  };
}

// by the code of characters, the same in every language
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
