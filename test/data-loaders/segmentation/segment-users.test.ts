import {expect, onTestFinished, test} from "vitest";
import {parseConfiguration} from "../../../data-loaders/configuration.ts";
import {runPipeline} from "../../../data-loaders/pipeline.ts";
import {features} from "../../../data-loaders/segmentation/features.ts";
import {fitClusters} from "../../../data-loaders/segmentation/fit-clusters.ts";
import {nearestCentroidQuery} from "../../../data-loaders/segmentation/segment-users.ts";
import {Warehouse} from "../../../data-loaders/warehouse.ts";
import {rowsOf} from "../../fixtures/build-warehouse.ts";
import {event} from "../../fixtures/raw-event.ts";

test("nearestCentroidQuery(centroids) labels every user as TypeScript does", async () => {
  const configuration = parseConfiguration({
    events: {source: "demo-store", users: 2000},
    segmentation: {clusters: 5, seeds: 2}
  });
  const warehouse = await runPipeline(configuration, {threads: 2});
  onTestFinished(() => warehouse.close());
  const columns = features.join(", ");
  const points = await warehouse.points(`select ${columns} from core.user_features order by user_id`);
  const centroids = await fitClusters(points, toWeighted(points), {k: 5, seeds: 2});
  const labels = await warehouse.rows(`from (${nearestCentroidQuery(centroids)}) order by user_id`);
  expect(labels.map(({cluster}) => Number(cluster))).toEqual(points.map((point) => nearest(point, centroids)));
  expect(new Set(labels.map(({cluster}) => cluster)).size).toBe(5);
});

test("nearestCentroidQuery(centroids) gives ties to the first", async () => {
  const warehouse = await Warehouse.open();
  onTestFinished(() => warehouse.close());
  const zeros = features.map((feature) => `0 as ${feature}`).join(", ");
  await warehouse.run(`create table core.user_features as select 'ann' as user_id, ${zeros}`);
  const at = (x: number) => features.map((_, i) => (i === 0 ? x : 0));
  expect(await warehouse.rows(nearestCentroidQuery([at(2), at(-1e-7), at(1e-7)]))).toEqual([
    {user_id: "ann", cluster: 1}
  ]);
});

test("nearestCentroidQuery([]) gives no rows", async () => {
  const warehouse = await Warehouse.open();
  onTestFinished(() => warehouse.close());
  await warehouse.run("create table core.user_features as select 'ann' as user_id");
  expect(await warehouse.rows(nearestCentroidQuery([]))).toEqual([]);
});

test("segmentUsers(warehouse, configuration) puts every user into one segment", async () => {
  expect(
    await rowsOf(
      `select labels.user_id, segments.segment from segmentation.labels as labels
      inner join segmentation.segments as segments on segments.cluster = labels.cluster order by labels.user_id`,
      [
        event("2024-01-01 10:00:00", "view", "ann"),
        event("2024-01-01 10:00:00", "view", "bob"),
        event("2024-01-01 10:00:00", "cart", "cyd"),
        event("2024-01-01 10:00:00", "purchase", "dan", {product_id: "lamp", price: "5"})
      ]
    )
  ).toEqual([
    {user_id: "ann", segment: "Browsers"},
    {user_id: "bob", segment: "Browsers"},
    {user_id: "cyd", segment: "Cart abandoners"},
    {user_id: "dan", segment: "Occasional buyers"}
  ]);
});

function toWeighted(points: number[][]) {
  return [...new Map(points.map((point) => [point.join(), point])).values()].map((point) => ({
    point,
    weight: points.filter((other) => other.join() === point.join()).length
  }));
}

function nearest(point: number[], centroids: number[][]): number {
  const distances = centroids.map((centroid) =>
    centroid.reduce((sum, value, i) => sum + ((point[i] ?? NaN) - value) ** 2, 0)
  );
  return distances.indexOf(Math.min(...distances));
}
