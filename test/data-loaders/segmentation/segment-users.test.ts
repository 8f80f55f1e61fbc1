import fc from "fast-check";
import {describe, expect, onTestFinished, test} from "vitest";
import {parseConfiguration} from "../../../data-loaders/configuration.ts";
import {runPipeline} from "../../../data-loaders/pipeline.ts";
import {features} from "../../../data-loaders/segmentation/features.ts";
import {fitClusters} from "../../../data-loaders/segmentation/fit-clusters.ts";
import {nearestCentroidQuery, sampleEvenly} from "../../../data-loaders/segmentation/segment-users.ts";
import {Warehouse} from "../../../data-loaders/warehouse.ts";
import {buildWarehouse, rowsOf} from "../../fixtures/build-warehouse.ts";
import {plainRows} from "../../fixtures/plain-rows.ts";
import {event} from "../../fixtures/raw-event.ts";

test("nearestCentroidQuery(centroids) labels every behaviour as TypeScript does", async () => {
  const configuration = parseConfiguration({
    events: {source: "demo-store", users: 2000},
    segmentation: {clusters: 5, seeds: 2}
  });
  const warehouse = await runPipeline(configuration, {threads: 2});
  onTestFinished(() => warehouse.close());
  const columns = features.join(", ");
  const points = await warehouse.points(`select ${columns} from core.profile_features order by profile`);
  const weighted = points.map((point) => ({point, weight: 1}));
  const centroids = await fitClusters(points, weighted, {k: 5, seeds: 2});
  const labels = await warehouse.rows(`from (${nearestCentroidQuery(centroids)}) order by profile`);
  expect(labels.map(({cluster}) => Number(cluster))).toEqual(points.map((point) => nearest(point, centroids)));
  expect(new Set(labels.map(({cluster}) => cluster)).size).toBe(5);
});

test("nearestCentroidQuery(centroids) gives ties to the first", async () => {
  const warehouse = await Warehouse.open();
  onTestFinished(() => warehouse.close());
  const zeros = features.map((feature) => `0 as ${feature}`).join(", ");
  await warehouse.run(`create table core.profile_features as select 7 as profile, ${zeros}`);
  const at = (x: number) => features.map((_, i) => (i === 0 ? x : 0));
  expect(await warehouse.rows(nearestCentroidQuery([at(2), at(-1e-7), at(1e-7)]))).toEqual([{profile: 7, cluster: 1}]);
});

test("nearestCentroidQuery([]) gives no rows", async () => {
  const warehouse = await Warehouse.open();
  onTestFinished(() => warehouse.close());
  await warehouse.run("create table core.profile_features as select 7 as profile");
  expect(await warehouse.rows(nearestCentroidQuery([]))).toEqual([]);
});

test("segmentUsers(warehouse, configuration) puts every user into one segment", async () => {
  expect(
    await rowsOf(
      `select users.user_id, segments.segment
      from core.users as users
      inner join core.user_profiles as profiles
        on (profiles.views, profiles.carts, profiles.sessions, profiles.active_days, profiles.orders, profiles.revenue)
        = (users.views, users.carts, users.sessions, users.active_days, users.orders, coalesce(users.revenue, 0))
      inner join segmentation.labels as labels on labels.profile = profiles.profile
      inner join segmentation.segments as segments on segments.cluster = labels.cluster
      order by users.user_id`,
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

test("segmentUsers(warehouse, configuration) labels every behaviour once, each with a segment that has a name", async () => {
  const warehouse = await buildWarehouse([
    event("2024-01-01 10:00:00", "view", "ann"),
    event("2024-01-02 10:00:00", "view", "bob"),
    event("2024-01-01 10:00:00", "cart", "cyd")
  ]);
  expect(plainRows(await warehouse.rows("from segmentation.labels order by profile"))).toEqual([
    {profile: 1, cluster: 0},
    {profile: 2, cluster: 1}
  ]);
  expect(await warehouse.rows("from segmentation.segments order by cluster")).toEqual([
    {cluster: 0, segment: "Cart abandoners", position: 1},
    {cluster: 1, segment: "Browsers", position: 2}
  ]);
});

describe("sampleEvenly(points, size)", () => {
  const points = [
    {point: [1], weight: 6},
    {point: [2], weight: 1},
    {point: [3], weight: 3}
  ];

  test("sampleEvenly(points, size) takes every user where there are no more than that", () => {
    const everybody = [[1], [1], [1], [1], [1], [1], [2], [3], [3], [3]];
    expect(sampleEvenly(points, 10)).toEqual(everybody);
    expect(sampleEvenly(points, 1000)).toEqual(everybody);
  });

  test("sampleEvenly(points, size) takes the middle of each of so many equal parts", () => {
    // the 2nd, 4th, 6th, 8th and 10th of ten, counted from 1
    expect(sampleEvenly(points, 5)).toEqual([[1], [1], [1], [3], [3]]);
    expect(sampleEvenly(points, 2)).toEqual([[1], [3]]);
    expect(sampleEvenly(points, 1)).toEqual([[1]]);
  });

  test("sampleEvenly(points, size) gives every user the same chance, whatever the weights", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 1, max: 50}), {minLength: 1}),
        fc.integer({min: 1, max: 60}),
        (weights, size) => {
          const users = weights.reduce((sum, weight) => sum + weight, 0);
          const taken = Math.min(size, users);
          const sample = sampleEvenly(
            weights.map((weight, i) => ({point: [i], weight})),
            size
          );
          expect(sample.length).toBe(taken);
          weights.forEach((weight, i) => {
            const share = (weight / users) * taken;
            expect(Math.abs(sample.filter(([point]) => point === i).length - share)).toBeLessThanOrEqual(1);
          });
        }
      )
    );
  });

  test("sampleEvenly([], size) is empty", () => {
    expect(sampleEvenly([], 10)).toEqual([]);
  });
});

function nearest(point: number[], centroids: number[][]): number {
  const distances = centroids.map((centroid) =>
    centroid.reduce((sum, value, i) => sum + ((point[i] ?? NaN) - value) ** 2, 0)
  );
  return distances.indexOf(Math.min(...distances));
}
