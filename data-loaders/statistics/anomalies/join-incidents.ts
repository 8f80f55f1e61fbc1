/** What joins episodes into incidents: days as indices, the last one exclusive. */
export interface IncidentPart {
  metric: string;
  kind: string;
  dimension: string;
  value: string | null;
  from: number;
  until: number;
  score: number;
  shape?: "shift" | "gap";
}

/** The incident that an episode belongs to, numbered from 1 in the order of days, and whether it stands for it. */
export interface IncidentPlace {
  incident: number;
  isMain: boolean;
}

/** What follows from other metrics, and says less of the reason than they do. */
const consequences: readonly string[] = ["orders", "revenue", "session_conversion"];

/** What leaves nothing as it was. */
const lostEvents: readonly string[] = ["purchases_above_views", "days_without_events"];

/** What begins so many days after something was lost is its end, and so is a level that begins then. */
const soonDays = 7;

/** Checks of rows, which say nothing of what shoppers do; those of a name are about the same. */
const rowChecks: Record<string, string> = {
  duplicate_share: "copies",
  rejected_share: "rejects",
  missing_brand_share: "catalogue",
  missing_category_share: "catalogue"
};

/** How much of the shorter episode lies within the longer one, at least. */
const leastOverlap = 0.5;

/** How many times as long the longer one is, at most. */
const mostLength = 4;

/**
 * Which episodes are about the same: days that overlap by half of the shorter episode, of the same cause. Copies, rejected rows and
 * missing attributes are causes of their own; what happens to visits, buyers and money is one. The episode that says why, about
 * tracking, stands for the others, else the one that is farthest from what is usual.
 */
export function joinIncidents(parts: readonly IncidentPart[]): IncidentPlace[] {
  const order = parts.map((_, i) => i).sort((a, b) => compare(parts[a] as IncidentPart, parts[b] as IncidentPart));
  const incidents: number[][] = [];
  for (const i of order) {
    const part = parts[i] as IncidentPart;
    const incident = incidents.find(([main]) => isSame(parts[main as number] as IncidentPart, part));
    if (incident) incident.push(i);
    else incidents.push([i]);
  }
  const inOrder = incidents.sort(
    (a, b) => firstDay(parts, a) - firstDay(parts, b) || (a[0] as number) - (b[0] as number)
  );
  const places = new Array<IncidentPlace>(parts.length);
  inOrder.forEach((members, k) => {
    for (const i of members) places[i] = {incident: k + 1, isMain: i === members[0]};
  });
  return places;
}

function compare(a: IncidentPart, b: IncidentPart): number {
  const tracking = Number(b.kind === "tracking") - Number(a.kind === "tracking");
  return tracking || weightOf(b) - weightOf(a) || (nameOf(a) < nameOf(b) ? -1 : 1) || a.from - b.from;
}

function weightOf({metric, score}: IncidentPart): number {
  return Math.abs(score) * (consequences.includes(metric) ? 0.5 : 1);
}

function nameOf({metric, dimension, value}: IncidentPart): string {
  return JSON.stringify([metric, dimension, value]);
}

function isSame(a: IncidentPart, b: IncidentPart): boolean {
  const isOfLostEvents = lostEvents.includes(a.metric);
  if (!isOfLostEvents && (rowChecks[a.metric] ?? "") !== (rowChecks[b.metric] ?? "")) return false;
  const isSoonAfter = b.from >= a.until && b.from - a.until < soonDays;
  const isWithin = b.from >= a.from && b.from < a.until;
  if (isWithin && b.shape === "shift") return true;
  if (isSoonAfter) return isOfLostEvents || (b.shape === "shift" && a.metric === b.metric);
  const [short, long] = [Math.min(a.until - a.from, b.until - b.from), Math.max(a.until - a.from, b.until - b.from)];
  const shared = Math.min(a.until, b.until) - Math.max(a.from, b.from);
  // what is missing on some days of a stretch may last longer than each of them
  const isNear = a.kind === "tracking" || long <= mostLength * short;
  return shared >= leastOverlap * short && shared > 0 && isNear;
}

function firstDay(parts: readonly IncidentPart[], members: readonly number[]): number {
  return Math.min(...members.map((i) => (parts[i] as IncidentPart).from));
}
