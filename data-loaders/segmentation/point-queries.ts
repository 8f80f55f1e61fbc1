import type {FeatureName} from "./features.ts";

/** A feature by which users are told apart: where its scale begins, how wide it is, and how much it counts. */
export interface Axis {
  feature: FeatureName;
  /** of the scaled feature over all users */
  mean: number;
  deviation: number;
  weight: number;
}

/** Coordinates are in millionths of a standard deviation: see pointColumns. */
export const millionths = 1e6;

/** The column of a point's coordinate. */
export function pointColumn({feature}: Axis): string {
  return `point_${feature}`;
}

/**
 * SQL for the columns `point_<feature>` of rows of `core.scaled_features`: standardised, weighted, and in millionths. Whole
 * numbers, if they stay below 2⁵³, add up to the same sum in any order.
 */
export function pointColumns(axes: readonly Axis[]): string[] {
  return axes.map((axis) => {
    const {feature, mean, deviation, weight} = axis;
    return `round((${feature} - (${mean * millionths})) * ${weight / deviation}) as ${pointColumn(axis)}`;
  });
}

/**
 * A query for the rows of a table of scaled features and, for each, `cluster`, the number of its nearest centroid (ties go to the first), and `distance`, squared and in whole millionths of a squared standard deviation. With one
 * column per distance it is several times faster than a join with the centroids. `columns` are what to keep of the rows. No centroids
 * give no rows.
 */
export function nearestCentroidQuery(
  table: string,
  {axes, centroids, columns}: {axes: readonly Axis[]; centroids: readonly number[][]; columns: string}
): string {
  if (!centroids.length)
    return `select ${columns}, 0 as cluster, cast(0 as double) as distance from ${table} where false`;
  const distances = centroids.map((centroid, cluster) => `${squaredDistance(axes, centroid)} as distance_${cluster}`);
  const names = centroids.map((_, cluster) => `distance_${cluster}`);
  const cases = names.map((name, cluster) => `when ${name} then ${cluster}`);
  const least = names.length > 1 ? `least(${names.join(", ")})` : names.join();
  return `select ${columns}, case ${least} ${cases.join(" ")} end as cluster, round(${least} / ${millionths}) as distance
    from (select ${columns}, ${distances.join(", ")} from (select ${[columns, ...pointColumns(axes)].join(", ")} from ${table}))`;
}

function squaredDistance(axes: readonly Axis[], centroid: readonly number[]): string {
  const squares = axes.map((axis, i) => {
    const difference = `(${pointColumn(axis)} - (${centroid[i]}))`;
    return `${difference} * ${difference}`;
  });
  return squares.join(" + ") || "cast(0 as double)";
}
