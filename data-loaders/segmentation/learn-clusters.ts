import type {DuckDBConnection} from "@duckdb/node-api";
import type {ReportConfiguration} from "../configuration.ts";
import {readRow, readRows} from "../read-results.ts";
import {writeTable} from "../warehouse.ts";
import {featureNames, features} from "./features.ts";
import {fitClusters} from "./fit-clusters.ts";
import {type Axis, millionths, nearestCentroidQuery} from "./point-queries.ts";
import {assessClusterCount, type ClusterCountQuality, type Sample} from "./quality/assess-cluster-count.ts";
import {chooseClusterCount} from "./quality/choose-cluster-count.ts";
import {readPoints, readSample} from "./read-points.ts";
import {packPoints} from "./points.ts";

/** On how many users clusters are assessed: more where that decides how many clusters there are. */
const assessed = {toShow: 3000, toChoose: 5000};

/** The numbers of clusters that are assessed. */
const candidates = [2, 3, 4, 5, 6];

/** Clusters, and what is needed to assess them. */
export interface LearnedClusters {
  /** one after the other, in standard deviations by weight */
  centroids: Float64Array;
  sample: Sample;
  /** of the numbers of clusters that were assessed to choose between them */
  assessments: ClusterCountQuality[];
}

/**
 * Learns clusters from `core.scaled_features` and `core.feature_scales`, and writes the tables `features`, `labels` (one row per user:
 * the cluster, and the squared distance from its centroid) and `centroids` of the schema `segmentation`. Users who differ in
 * nothing are one cluster; no users give empty tables.
 */
export async function learnClusters(
  connection: DuckDBConnection,
  settings: ReportConfiguration["segmentation"]
): Promise<LearnedClusters> {
  const axes = await writeFeatures(connection, settings.weights);
  const users = Number((await readRow(connection, "select count(*) as users from core.users")).users);
  const {points: searched, sample: takeSample} = await readSample(connection, axes, {users, size: settings.sampleSize});
  const sample = takeSample(settings.clusters === "auto" ? assessed.toChoose : assessed.toShow);
  const assessments = settings.clusters === "auto" ? await assessCandidates(sample) : [];
  const k = settings.clusters === "auto" ? chooseClusterCount(assessments, settings) : settings.clusters;
  const centroids = await findCentroids();
  await connection.run(
    `create table segmentation.labels as ${nearestCentroidQuery("core.scaled_features", {axes, centroids, columns: "user_id, user_key"})}`
  );
  await writeCentroids(connection, axes, centroids);
  return {centroids: packPoints(centroids).values.map((value) => value / millionths), sample, assessments};

  async function findCentroids(): Promise<number[][]> {
    if (!axes.length) return users > 0 ? [[]] : [];
    const points = await readPoints(connection, axes, users);
    return fitClusters(points, searched, {k, seeds: settings.seeds});
  }
}

/**
 * Assesses each number of clusters that a sample can have, and `known` ones where they were found among all users. What has been
 * assessed `before` is not assessed again. An empty array where all users are alike.
 */
export async function assessCandidates(
  sample: Sample,
  known?: {clusters: number; centroids: Float64Array},
  before: readonly ClusterCountQuality[] = []
): Promise<ClusterCountQuality[]> {
  const found: ClusterCountQuality[] = [];
  if (!sample.points.values.length) return found;
  const counts = new Set([...candidates, ...(known ? [known.clusters] : [])]);
  for (const clusters of [...counts].sort((a, b) => a - b)) {
    const centroids = known?.clusters === clusters ? known.centroids : undefined;
    const quality =
      (!centroids && before.find((quality) => quality.clusters === clusters)) ||
      (await assessClusterCount(sample, {clusters, centroids}));
    if (quality) found.push(quality);
  }
  return found;
}

// the features by which users differ and which count, as the axes of the space; all of them into the table
async function writeFeatures(
  connection: DuckDBConnection,
  weights: ReportConfiguration["segmentation"]["weights"]
): Promise<Axis[]> {
  const rows = await readRows(connection, "select feature, mean, deviation from core.feature_scales");
  const scales = new Map(rows.map(({feature, mean, deviation}) => [feature, {mean, deviation}]));
  const numberOf = (value: unknown): number | null => (typeof value === "number" ? value : null);
  await writeTable(
    connection,
    `segmentation.features(position integer, feature varchar, label varchar, unit varchar, scale varchar, mean double,
      deviation double, weight double)`,
    features.map(({name, label, unit, scale}, i) => {
      const {mean, deviation} = scales.get(name) ?? {};
      return [i + 1, name, label, unit, scale, numberOf(mean), numberOf(deviation), weights[name]];
    })
  );
  return featureNames.flatMap((feature) => {
    const {mean, deviation} = scales.get(feature) ?? {};
    const weight = weights[feature];
    return typeof mean === "number" && typeof deviation === "number" && weight > 0
      ? [{feature, mean, deviation, weight}]
      : [];
  });
}

async function writeCentroids(
  connection: DuckDBConnection,
  axes: readonly Axis[],
  centroids: readonly number[][]
): Promise<void> {
  await writeTable(
    connection,
    "segmentation.centroids(cluster integer, feature varchar, coordinate double)",
    centroids.flatMap((centroid, cluster) =>
      axes.map(({feature}, i) => [cluster, feature, Number(((centroid[i] as number) / millionths).toFixed(9))])
    )
  );
}
