import {describe, expect, test} from "vitest";
import {clusterSeparation} from "../../../../data-loaders/segmentation/quality/cluster-separation.ts";
import {pairwiseDistances} from "../../../../data-loaders/segmentation/quality/pairwise-distances.ts";
import {silhouetteWidths} from "../../../../data-loaders/segmentation/quality/silhouette-widths.ts";
import {packPoints} from "../../../../data-loaders/segmentation/points.ts";

const points = packPoints([
  [1, 2],
  [1.5, 1.8],
  [5, 8],
  [8, 8],
  [1, 0.6],
  [9, 11]
]);
const distances = pairwiseDistances(points);

// expected figures: scikit-learn 1.2.1, sklearn.metrics
describe("silhouetteWidths(distances, labels)", () => {
  test("silhouetteWidths(distances, labels) are those of scikit-learn", () => {
    expect([...silhouetteWidths(distances, [0, 0, 1, 1, 0, 1])]).toEqual(
      [
        0.8978733475485654, 0.9014100247776594, 0.47235792880020083, 0.6743965557774252, 0.8723168294969029,
        0.6693852861462576
      ].map(nearly)
    );
  });

  test("silhouetteWidths(distances, labels) give 0 to a point that is alone, and below 0 to one on the wrong side", () => {
    expect([...silhouetteWidths(distances, [0, 0, 1, 2, 0, 2])]).toEqual(
      [0.865588065970301, 0.8708850932193963, 0, -0.05131670194948626, 0.8395130009016525, 0.3675444679663241].map(
        nearly
      )
    );
  });

  test("silhouetteWidths(distances, labels) are 0 in one cluster, and where all points are equal", () => {
    expect([...silhouetteWidths(distances, [0, 0, 0, 0, 0, 0])]).toEqual([0, 0, 0, 0, 0, 0]);
    const same = pairwiseDistances(packPoints([[1], [1], [1], [1]]));
    expect([...silhouetteWidths(same, [0, 0, 1, 1])]).toEqual([0, 0, 0, 0]);
    expect([...silhouetteWidths(new Float64Array(), [])]).toEqual([]);
  });
});

describe("clusterSeparation(points, labels)", () => {
  test.each([
    [[0, 0, 1, 1, 0, 1], 35.58656654151021, 0.2826981840298491],
    [[0, 0, 1, 2, 0, 2], 36.074841605068634, 0.3448113740250693]
  ])("clusterSeparation(points, %j) has the indexes of scikit-learn", (labels, calinskiHarabasz, daviesBouldin) => {
    expect(clusterSeparation(points, labels)).toMatchObject({
      calinskiHarabasz: nearly(calinskiHarabasz),
      daviesBouldin: nearly(daviesBouldin)
    });
  });

  test("clusterSeparation(points, labels) explains what lies between the clusters", () => {
    const four = packPoints([[0], [2], [10], [12]]);
    // around 6: 36 + 16 + 16 + 36; around 1 and 11: 1 each
    expect(clusterSeparation(four, [0, 0, 1, 1])).toMatchObject({within: 4, explained: 1 - 4 / 104});
  });

  test("clusterSeparation(points, labels) is null where it cannot be told", () => {
    const none = {within: 0, explained: null, calinskiHarabasz: null, daviesBouldin: null};
    expect(clusterSeparation(packPoints([[1], [1]]), [0, 0])).toEqual(none);
    expect(clusterSeparation(packPoints([]), [])).toEqual(none);
  });
});

function nearly(value: number): number {
  return expect.closeTo(value, 10) as number;
}
