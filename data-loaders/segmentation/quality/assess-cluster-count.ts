import {canBeToldApart, nameSegments, profileOf, type SegmentProfile, type SegmentTotals} from "../name-segments.ts";
import {seededRandom} from "../../statistics/seeded-random.ts";
import {fitStarts} from "../k-means-plus-plus.ts";
import {type Points, countPoints, equalWeights} from "../points.ts";
import {labelPoints} from "../weighted-k-means.ts";
import {bootstrapStability} from "./bootstrap-stability.ts";
import {clusterSeparation} from "./cluster-separation.ts";
import {silhouetteWidths} from "./silhouette-widths.ts";

/** What a user did, for the names of clusters. */
export interface Behaviour {
  orders: number;
  carts: number;
  revenue: number;
  events: number;
}

/** A uniform sample of users to measure clusters on. */
export interface Sample {
  points: Points;
  /** of the same users */
  behaviours: readonly Behaviour[];
  /** between the first of the points (see pairwiseDistances) */
  distances: Float64Array;
}

/** How well a number of clusters does; nulls where it cannot be told. */
export interface ClusterCountQuality {
  clusters: number;
  /** mean squared distance to the own centroid */
  inertiaPerUser: number;
  /** of the squared distances to the common centre, 0 to 1 */
  explained: number | null;
  /** mean silhouette width */
  silhouette: number | null;
  calinskiHarabasz: number | null;
  daviesBouldin: number | null;
  resamples: number;
  /** adjusted Rand indexes between the clusters and those of resamples */
  stabilityMean: number | null;
  stabilityMinimum: number | null;
  /** the smallest cluster's share of the users */
  smallestShare: number;
  /** what the clusters would be called, the most worth first */
  names: string[];
  isToldApart: boolean;
  /** mean silhouette width of each cluster's members; null where the sample has none */
  clusterSilhouettes: (number | null)[];
}

/** How to assess a number of clusters. */
export interface AssessOptions {
  clusters: number;
  /** the clusters that were found among all users; looked for in the sample unless given */
  centroids?: Float64Array | undefined;
}

/** How many starts the search for clusters in a sample has, and that in a resample, besides the clusters of the sample. */
const starts = {sample: 8, resample: 1};

const resamples = 20;

/**
 * Measures how well so many clusters do on a sample of users; undefined where the sample has no more distinct points than
 * that. The same sample gives the same.
 */
export async function assessClusterCount(
  {points, behaviours, distances}: Sample,
  {clusters, centroids}: AssessOptions
): Promise<ClusterCountQuality | undefined> {
  const n = countPoints(points);
  const random = seededRandom(clusters);
  const centers =
    centroids ?? fitStarts(points, equalWeights(points), {k: clusters, starts: starts.sample, random}).centroids;
  if (centers.length < clusters * points.dimensions) return undefined;
  const labels = labelPoints(points, centers);
  const profiles = profileClusters(behaviours, labels);
  const rands = await bootstrapStability(points, centers, {resamples, starts: starts.resample, random});
  const separation = clusterSeparation(points, labels);
  const widths = silhouetteWidths(distances, labels.subarray(0, Math.sqrt(distances.length)));
  const silhouettes = meansByLabel(widths, labels, centers.length / points.dimensions);
  return {
    clusters,
    inertiaPerUser: separation.within / n,
    explained: separation.explained,
    silhouette: profiles.length > 1 ? mean(widths) : null,
    calinskiHarabasz: separation.calinskiHarabasz,
    daviesBouldin: separation.daviesBouldin,
    resamples: rands.length,
    stabilityMean: rands.length ? mean(rands) : null,
    stabilityMinimum: rands.length ? Math.min(...rands) : null,
    smallestShare: Math.min(...profiles.map(({users}) => users)) / n,
    names: nameSegments(profiles).map(({segment}) => segment),
    isToldApart: canBeToldApart(profiles),
    clusterSilhouettes: silhouettes
  };
}

function profileClusters(behaviours: readonly Behaviour[], labels: Int32Array): SegmentProfile[] {
  const totals = new Map<number, SegmentTotals>();
  behaviours.forEach(({orders, carts, revenue, events}, i) => {
    const cluster = labels[i] as number;
    const sums = totals.get(cluster) ?? {cluster, users: 0, buyers: 0, carters: 0, orders: 0, revenue: 0, events: 0};
    totals.set(cluster, sums);
    sums.users += 1;
    sums.buyers += orders > 0 ? 1 : 0;
    sums.carters += carts > 0 ? 1 : 0;
    sums.orders += orders;
    sums.revenue += revenue;
    sums.events += events;
  });
  return [...totals.values()].map(profileOf);
}

function meansByLabel(values: Float64Array, labels: Int32Array, k: number): (number | null)[] {
  return Array.from({length: k}, (_, label) => {
    const members = values.filter((_, i) => labels[i] === label);
    return members.length ? mean(members) : null;
  });
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; ++i) sum += values[i] as number;
  return values.length ? sum / values.length : 0;
}
