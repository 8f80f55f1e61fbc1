import {expect, test} from "vitest";
import type {ClusterCountQuality} from "../../../../data-loaders/segmentation/quality/assess-cluster-count.ts";
import {chooseClusterCount} from "../../../../data-loaders/segmentation/quality/choose-cluster-count.ts";

const criteria = {minimumShare: 0.01, minimumStability: 0.95, minimumStabilityAtWorst: 0.9};
const good: ClusterCountQuality = {
  clusters: 2,
  inertiaPerUser: 1,
  explained: 0.5,
  silhouette: 0.9,
  calinskiHarabasz: 10,
  daviesBouldin: 1,
  resamples: 20,
  stabilityMean: 1,
  stabilityMinimum: 1,
  smallestShare: 0.1,
  names: ["A", "B"],
  isToldApart: true,
  clusterSilhouettes: []
};

test("chooseClusterCount(candidates, criteria) takes the largest number that holds all of them", () => {
  const worse = {...good, clusters: 3, silhouette: 0.4};
  expect(chooseClusterCount([good, worse], criteria)).toBe(3);
});

test.each([
  {stabilityMean: 0.94},
  {stabilityMinimum: 0.89},
  {stabilityMean: null},
  {smallestShare: 0.009},
  {isToldApart: false}
])("chooseClusterCount(candidates, criteria) leaves out a number with %j", (failing) => {
  expect(chooseClusterCount([good, {...good, clusters: 3, ...failing}], criteria)).toBe(2);
});

test("chooseClusterCount(candidates, criteria) takes the smallest number where none is good, 2 of none", () => {
  const bad = {...good, isToldApart: false};
  expect(
    chooseClusterCount(
      [
        {...bad, clusters: 4},
        {...bad, clusters: 3}
      ],
      criteria
    )
  ).toBe(3);
  expect(chooseClusterCount([], criteria)).toBe(2);
});
