import type {ReportConfiguration} from "../configuration.ts";
import type {Warehouse} from "../warehouse.ts";
import {features} from "./features.ts";
import {fitClusters, type WeightedPoint} from "./fit-clusters.ts";
import {nameSegments} from "./name-segments.ts";

/**
 * Learns segments from `core.profile_features`, where users who did the same are one row, and writes `segmentation.labels`
 * (one row per such row: its cluster) and `segmentation.segments` (one row per cluster: its name and position). Needs
 * `core.user_profiles`. No users give empty tables.
 */
export async function segmentUsers(warehouse: Warehouse, {segmentation}: ReportConfiguration): Promise<void> {
  const {clusters, sampleSize, seeds} = segmentation;
  const columns = features.join(", ");
  const rows = await warehouse.points(`select ${columns}, users from core.profile_features order by profile`);
  const points = rows.map((row) => ({point: row.slice(0, -1), weight: row.at(-1) as number}));
  const centroids = await fitClusters(sampleEvenly(points, sampleSize), points, {k: clusters, seeds});
  await warehouse.run(`create table segmentation.labels as ${nearestCentroidQuery(centroids)}`);
  await warehouse.insert(
    "segmentation.segments(cluster integer, segment varchar, position integer)",
    nameSegments(await profileSegments(warehouse)).map(({cluster, segment, position}) => [cluster, segment, position])
  );
}

/**
 * A systematic sample of users, each with the same chance: every so many-th of them in the order of the points, of which each
 * stands for several (Cochran 1977, Sampling Techniques, chapter 8). All of them where there are no more than `size`.
 */
export function sampleEvenly(points: readonly WeightedPoint[], size: number): number[][] {
  const users = points.reduce((sum, {weight}) => sum + weight, 0);
  const taken = Math.min(size, users);
  const sample: number[][] = [];
  let passed = 0;
  for (const {point, weight} of points) {
    passed += weight;
    // the i-th taken is the middle of the i-th of `taken` equal parts
    while (sample.length < taken && ((sample.length + 0.5) * users) / taken < passed) sample.push(point);
  }
  return sample;
}

/**
 * A query that gives every row of `core.profile_features` the number of the nearest centroid; ties go to the first. With one
 * column per distance it is several times faster than a join with the centroids.
 */
export function nearestCentroidQuery(centroids: number[][]): string {
  if (!centroids.length) return "select profile, 0 as cluster from core.profile_features where false";
  const distances = centroids.map((centroid, cluster) => {
    const squares = centroid.map((value, i) => `(${features[i]} - (${value})) * (${features[i]} - (${value}))`);
    return `${squares.join(" + ")} as distance_${cluster}`;
  });
  const names = centroids.map((_, cluster) => `distance_${cluster}`);
  const cases = names.map((name, cluster) => `when ${name} then ${cluster}`);
  return `with distances as (select profile, ${distances.join(", ")} from core.profile_features)
    select profile, case least(${names.join(", ")}) ${cases.join(" ")} end as cluster from distances`;
}

async function profileSegments(warehouse: Warehouse) {
  const rows = await warehouse.rows(`
    select
        labels.cluster,
        sum(profiles.users) as users,
        coalesce(sum(profiles.users) filter (where profiles.orders > 0), 0) as buyers,
        coalesce(sum(profiles.users) filter (where profiles.carts > 0), 0) as carters,
        sum(profiles.orders * profiles.users) as orders,
        cast(sum(profiles.revenue * profiles.users) as double) as revenue,
        sum(profiles.events) as events
    from segmentation.labels as labels
    inner join core.user_profiles as profiles on profiles.profile = labels.profile
    group by labels.cluster
    order by labels.cluster`);
  return rows.map((row) => {
    const users = Number(row.users);
    return {
      cluster: Number(row.cluster),
      users,
      conversionRate: Number(row.buyers) / users,
      cartRate: Number(row.carters) / users,
      averageOrders: Number(row.orders) / users,
      averageRevenue: Number(row.revenue) / users,
      averageEvents: Number(row.events) / users
    };
  });
}
