import {type ConversionIntervals, conversionIntervals} from "./conversion-intervals.js";

/** How many came to a stage of a funnel, as funnelCounts says. */
export interface StageCount {
  stage: string;
  position: number;
  members: number;
  /** members of the stage who also reached the stage before */
  also_previous: number;
}

/** A stage of a funnel with its rates, as the tables of funnels have them. */
export interface FunnelStage extends StageCount, ConversionIntervals {
  conversion_from_previous: number | null;
  share_of_first: number | null;
  strict_conversion_from_previous: number | null;
}

/** The rates of a funnel's stages, given in their order: null of nobody, and for the first stage where they compare with the one before. */
export function rateStages(counts: readonly StageCount[]): FunnelStage[] {
  return counts.map((count, i) => {
    const previous = counts[i - 1]?.members ?? 0;
    return {
      ...count,
      conversion_from_previous: share(count.members, previous),
      share_of_first: share(count.members, counts[0]?.members ?? 0),
      strict_conversion_from_previous: share(count.also_previous, previous),
      ...conversionIntervals(count, previous)
    };
  });
}

function share(part: number, whole: number): number | null {
  return whole ? part / whole : null;
}
