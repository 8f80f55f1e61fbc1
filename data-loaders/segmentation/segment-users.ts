import type {ReportConfiguration} from "../configuration.ts";
import type {Warehouse} from "../warehouse.ts";
import {features} from "./features.ts";
import {fitClusters} from "./fit-clusters.ts";
import {nameSegments} from "./name-segments.ts";

/**
 * Learns segments from `core.user_features` and writes `segmentation.labels` (one row per user: their cluster) and
 * `segmentation.segments` (one row per cluster: its name and position). Needs `core.users`. No users give empty tables.
 */
export async function segmentUsers(warehouse: Warehouse, {segmentation}: ReportConfiguration): Promise<void> {
  const {clusters, sampleSize, seeds} = segmentation;
  const columns = features.join(", ");
  const sample = await warehouse.points(
    `select ${columns} from core.user_features order by md5(user_id), user_id limit ${sampleSize}`
  );
  const distinct = await warehouse.points(
    `select ${columns}, count(*) as weight from core.user_features group by ${columns} order by ${columns}`
  );
  const points = distinct.map((row) => ({point: row.slice(0, -1), weight: row.at(-1) as number}));
  const centroids = await fitClusters(sample, points, {k: clusters, seeds});
  await warehouse.run(`create table segmentation.labels as ${nearestCentroidQuery(centroids)}`);
  await warehouse.insert(
    "segmentation.segments(cluster integer, segment varchar, position integer)",
    nameSegments(await profileSegments(warehouse)).map(({cluster, segment, position}) => [cluster, segment, position])
  );
}

/**
 * A query that gives every user of `core.user_features` the number of the nearest centroid; ties go to the first. With one
 * column per distance it is several times faster than a join with the centroids.
 */
export function nearestCentroidQuery(centroids: number[][]): string {
  if (!centroids.length) return "select user_id, 0 as cluster from core.user_features where false";
  const distances = centroids.map((centroid, cluster) => {
    const squares = centroid.map((value, i) => `(${features[i]} - (${value})) * (${features[i]} - (${value}))`);
    return `${squares.join(" + ")} as distance_${cluster}`;
  });
  const names = centroids.map((_, cluster) => `distance_${cluster}`);
  const cases = names.map((name, cluster) => `when ${name} then ${cluster}`);
  return `with distances as (select user_id, ${distances.join(", ")} from core.user_features)
    select user_id, case least(${names.join(", ")}) ${cases.join(" ")} end as cluster from distances`;
}

async function profileSegments(warehouse: Warehouse) {
  const rows = await warehouse.rows(`
    select
        labels.cluster,
        count(*) as users,
        count(*) filter (where users.purchases > 0) as buyers,
        count(*) filter (where users.carts > 0) as carters,
        sum(users.orders) as orders,
        cast(sum(users.revenue) as double) as revenue,
        sum(users.events) as events
    from segmentation.labels as labels
    inner join core.users as users on users.user_id = labels.user_id
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
