import type {DuckDBConnection} from "@duckdb/node-api";
import type {ReportConfiguration} from "../configuration.ts";
import {readModels} from "../models.ts";
import {readRows} from "../read-results.ts";
import {type Task, taskOf, writeTable} from "../warehouse.ts";
import {assessCandidates, learnClusters, type LearnedClusters} from "./learn-clusters.ts";
import {nameSegments, profileOf} from "./name-segments.ts";
import {writeOwnSegments} from "./own-segments.ts";
import {countPoints} from "./points.ts";
import {type PreviousSnapshot, readPreviousSegments} from "./previous-segments.ts";
import {judgeClusterCount} from "./quality/choose-cluster-count.ts";

/**
 * What makes the tables of the schema `segmentation`, from those of `core`: `features`, `labels` (one row per user: its cluster)
 * and `centroids` are learned; `segments` (one row per cluster: its name and position) follow from `totals`; `cluster_counts` and
 * `silhouettes` say how well they do. `own_segments` are those of the analyst's rules, `previous_segments` what the snapshot before
 * had. No users give empty tables.
 */
export function segmentationTasks({segmentation}: ReportConfiguration, previous?: PreviousSnapshot): Task[] {
  let learned: LearnedClusters | undefined;
  return [
    {
      table: "segmentation.labels",
      others: ["segmentation.features", "segmentation.centroids"],
      reads: ["core.user_features", "core.scaled_features", "core.feature_scales"],
      run: async (connection) => {
        learned = await learnClusters(connection, segmentation);
        // large, and of no more use
        await connection.run("drop table core.scaled_features");
      }
    },
    ...readModels("segmentation").map(taskOf),
    {table: "segmentation.segments", reads: ["segmentation.totals"], run: writeSegments},
    {
      table: "segmentation.cluster_counts",
      others: ["segmentation.silhouettes"],
      reads: ["segmentation.labels"],
      run: async (connection) => {
        if (learned) await writeQuality(connection, learned, segmentation);
      }
    },
    {
      table: "segmentation.own_segments",
      reads: ["core.user_features"],
      run: (connection) => writeOwnSegments(connection, segmentation.rules)
    },
    {
      table: "segmentation.previous_segments",
      reads: [],
      run: (connection) => readPreviousSegments(connection, previous)
    }
  ];
}

async function writeSegments(connection: DuckDBConnection): Promise<void> {
  const rows = await readRows(
    connection,
    `select
        cluster,
        sum(users) as users,
        sum(purchasing_users) as buyers,
        sum(carting_users) as carters,
        sum(orders) as orders,
        cast(sum(revenue) as double) as revenue,
        sum(events) as events
    from segmentation.totals
    group by cluster
    order by cluster`
  );
  const profiles = rows.map(({cluster, users, buyers, carters, orders, revenue, events}) =>
    profileOf({
      cluster: Number(cluster),
      users: Number(users),
      buyers: Number(buyers),
      carters: Number(carters),
      orders: Number(orders),
      revenue: Number(revenue),
      events: Number(events)
    })
  );
  await writeTable(
    connection,
    "segmentation.segments(cluster integer, segment varchar, position integer)",
    nameSegments(profiles).map(({cluster, segment, position}) => [cluster, segment, position])
  );
}

async function writeQuality(
  connection: DuckDBConnection,
  {centroids, sample, assessments}: LearnedClusters,
  criteria: ReportConfiguration["segmentation"]
): Promise<void> {
  const clusters = countPoints({values: centroids, dimensions: sample.points.dimensions});
  const known = clusters > 1 ? {clusters, centroids} : undefined;
  const qualities = await assessCandidates(sample, known, assessments);
  const chosen = qualities.find((quality) => quality.clusters === clusters);
  await writeTable(
    connection,
    `segmentation.cluster_counts(clusters integer, is_chosen boolean, users bigint, inertia double, explained_share double,
      silhouette double, calinski_harabasz double, davies_bouldin double, resamples integer, stability_mean double, stability_minimum double,
      smallest_share double, names varchar, is_stable boolean, is_large_enough boolean, is_told_apart boolean)`,
    qualities.map((quality) => {
      const {isStable, isLargeEnough, isToldApart} = judgeClusterCount(quality, criteria);
      return [
        quality.clusters,
        quality === chosen,
        sample.behaviours.length,
        quality.inertiaPerUser,
        quality.explained,
        quality.silhouette,
        quality.calinskiHarabasz,
        quality.daviesBouldin,
        quality.resamples,
        quality.stabilityMean,
        quality.stabilityMinimum,
        quality.smallestShare,
        quality.names.join("; "),
        isStable,
        isLargeEnough,
        isToldApart
      ];
    })
  );
  await writeTable(
    connection,
    "segmentation.silhouettes(cluster integer, silhouette double)",
    (chosen?.clusterSilhouettes ?? []).map((silhouette, cluster) => [cluster, silhouette])
  );
}
