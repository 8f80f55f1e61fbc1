import {expect, test} from "vitest";
import {assessClusterCount, type Sample} from "../../../../data-loaders/segmentation/quality/assess-cluster-count.ts";
import {pairwiseDistances} from "../../../../data-loaders/segmentation/quality/pairwise-distances.ts";
import {packPoints} from "../../../../data-loaders/segmentation/points.ts";

const look = {orders: 0, carts: 0, revenue: 0, events: 2};
const buy = {orders: 1, carts: 1, revenue: 20, events: 5};

test("assessClusterCount(sample, {clusters}) measures clusters and says what they would be called", async () => {
  const quality = await assessClusterCount(sampleOf([[0], [0.5], [1], [0], [100], [101]], 4), {clusters: 2});
  expect(quality).toMatchObject({
    clusters: 2,
    resamples: 20,
    smallestShare: 2 / 6,
    names: ["Occasional buyers", "Browsers"],
    isToldApart: true
  });
  expect(quality?.silhouette).toBeGreaterThan(0.95);
  expect(quality?.clusterSilhouettes.length).toBe(2);
  expect(quality?.inertiaPerUser).toBeCloseTo((0.375 ** 2 + 0.125 ** 2 + 0.625 ** 2 + 0.375 ** 2 + 0.5) / 6, 9);
});

test("assessClusterCount(sample, {clusters, centroids}) measures the clusters that it is given", async () => {
  const quality = await assessClusterCount(sampleOf([[0], [1], [10], [11]], 2), {
    clusters: 2,
    centroids: Float64Array.of(0.5, 10.5)
  });
  expect(quality).toMatchObject({smallestShare: 0.5, explained: 1 - 1 / 101});
});

test("assessClusterCount(sample, {clusters}) is undefined where no more points differ", async () => {
  expect(await assessClusterCount(sampleOf([[1], [1], [2]], 3), {clusters: 3})).toBeUndefined();
});

function sampleOf(rows: number[][], lookers: number): Sample {
  const points = packPoints(rows);
  return {points, behaviours: rows.map((_, i) => (i < lookers ? look : buy)), distances: pairwiseDistances(points)};
}
