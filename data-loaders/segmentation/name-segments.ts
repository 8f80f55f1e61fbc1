/** What a cluster's members are like, in real units. */
export interface SegmentProfile {
  cluster: number;
  users: number;
  /** share of members who bought, 0 to 1 */
  conversionRate: number;
  /** share of members who put something into a cart, 0 to 1 */
  cartRate: number;
  averageOrders: number;
  averageRevenue: number;
  averageEvents: number;
}

/** What a cluster's members did, added up. */
export interface SegmentTotals {
  cluster: number;
  users: number;
  /** members who bought */
  buyers: number;
  /** members who put something into a cart */
  carters: number;
  orders: number;
  revenue: number;
  events: number;
}

/** What a cluster's members are like, from what they did together. There is at least one. */
export function profileOf({cluster, users, ...totals}: SegmentTotals): SegmentProfile {
  return {
    cluster,
    users,
    conversionRate: totals.buyers / users,
    cartRate: totals.carters / users,
    averageOrders: totals.orders / users,
    averageRevenue: totals.revenue / users,
    averageEvents: totals.events / users
  };
}

/** A cluster with its name and its place in the report, from 1 for the one worth most per member. */
export interface NamedSegment {
  cluster: number;
  segment: string;
  position: number;
}

/**
 * Names clusters by what their members do, never by their numbers, and orders them by revenue per member. Clusters that
 * deserve the same name are told apart by how active they are. An empty array gives an empty array.
 */
export function nameSegments(profiles: SegmentProfile[]): NamedSegment[] {
  const ordered = [...profiles].sort(
    (a, b) => b.averageRevenue - a.averageRevenue || b.averageEvents - a.averageEvents || a.cluster - b.cluster
  );
  const perBuyer = revenuePerBuyer(profiles);
  const names = ordered.map((profile) => nameProfile(profile, perBuyer));
  return ordered.map((profile, i) => {
    const rivals = ordered.filter((_, j) => names[j] === names[i]).sort((a, b) => b.averageEvents - a.averageEvents);
    const segment = `${names[i]}${activity(rivals.indexOf(profile), rivals.length)}`;
    return {cluster: profile.cluster, segment, position: i + 1};
  });
}

/** Whether no two clusters deserve the same name; true for none. */
export function canBeToldApart(profiles: readonly SegmentProfile[]): boolean {
  const perBuyer = revenuePerBuyer(profiles);
  return new Set(profiles.map((profile) => nameProfile(profile, perBuyer))).size === profiles.length;
}

// the conditions are published: docs/metrics.md
function nameProfile(
  {conversionRate, cartRate, averageOrders, averageRevenue}: SegmentProfile,
  perBuyer: number
): string {
  if (conversionRate >= 0.5 && averageOrders >= 2) {
    return averageRevenue > perBuyer ? "High-value loyal customers" : "Loyal customers";
  }
  if (conversionRate >= 0.5) return "Occasional buyers";
  if (cartRate >= 0.5) return "Cart abandoners";
  if (conversionRate < 0.1) return "Browsers";
  return "Mixed shoppers";
}

// 0 where nobody bought, or nothing has a price
function revenuePerBuyer(profiles: readonly SegmentProfile[]): number {
  const buyers = profiles.reduce((sum, {users, conversionRate}) => sum + users * conversionRate, 0);
  const revenue = profiles.reduce((sum, {users, averageRevenue}) => sum + users * averageRevenue, 0);
  return buyers > 0 ? revenue / buyers : 0;
}

function activity(rank: number, rivals: number): string {
  if (rivals === 1) return "";
  if (rivals === 2) return rank === 0 ? ", more active" : ", less active";
  if (rank === 0) return ", most active";
  return rank === rivals - 1 ? ", least active" : `, activity rank ${rank + 1}`;
}
