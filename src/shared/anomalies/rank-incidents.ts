/** What incidents are put in order by. */
export interface RankedIncident {
  kind: "business" | "tracking";
  started_on: Date;
  /** how far from what is usual, as a standard normal score */
  score: number;
  /** what it is worth, in the currency unit; null where that cannot be told */
  value_at_stake: number | null;
  episode: number;
}

/** How incidents can be ordered. */
export type IncidentOrder = "matters" | "newest" | "strongest";

/**
 * Incidents with what matters most first (worth, then what is about the business, then how far from what is usual), the newest, or those
 * farthest from what is usual. The rows themselves stay as they are.
 */
export function rankIncidents<T extends RankedIncident>(incidents: readonly T[], order: IncidentOrder): T[] {
  const strength = (a: T, b: T) => Math.abs(b.score) - Math.abs(a.score) || a.episode - b.episode;
  const comparisons: Record<IncidentOrder, (a: T, b: T) => number> = {
    matters: (a, b) =>
      (b.value_at_stake ?? 0) - (a.value_at_stake ?? 0) ||
      Number(b.kind === "business") - Number(a.kind === "business") ||
      strength(a, b),
    newest: (a, b) => b.started_on.getTime() - a.started_on.getTime() || strength(a, b),
    strongest: strength
  };
  return [...incidents].sort(comparisons[order]);
}
