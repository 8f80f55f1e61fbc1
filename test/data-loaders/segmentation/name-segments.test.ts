import {expect, test} from "vitest";
import {canBeToldApart, nameSegments, type SegmentProfile} from "../../../data-loaders/segmentation/name-segments.ts";

const browser: SegmentProfile = {
  cluster: 0,
  users: 10,
  conversionRate: 0,
  cartRate: 0,
  averageOrders: 0,
  averageRevenue: 0,
  averageEvents: 3
};

test("nameSegments(profiles) names clusters by what members do, the most worth first", () => {
  expect(
    nameSegments([
      browser,
      {...browser, cluster: 1, conversionRate: 1, averageOrders: 1, averageRevenue: 50},
      {...browser, cluster: 2, conversionRate: 1, averageOrders: 2, averageRevenue: 200},
      {...browser, cluster: 3, cartRate: 0.5, averageRevenue: 1},
      {...browser, cluster: 4, conversionRate: 0.1, cartRate: 0.2, averageRevenue: 5}
    ])
  ).toEqual([
    {cluster: 2, segment: "High-value loyal customers", position: 1},
    {cluster: 1, segment: "Occasional buyers", position: 2},
    {cluster: 4, segment: "Mixed shoppers", position: 3},
    {cluster: 3, segment: "Cart abandoners", position: 4},
    {cluster: 0, segment: "Browsers", position: 5}
  ]);
});

test("nameSegments(profiles) tells clusters of one name apart by activity", () => {
  expect(
    nameSegments([
      {...browser, cluster: 0, averageEvents: 2},
      {...browser, cluster: 1, averageEvents: 9},
      {...browser, cluster: 2, averageEvents: 5}
    ])
  ).toEqual([
    {cluster: 1, segment: "Browsers, most active", position: 1},
    {cluster: 2, segment: "Browsers, activity rank 2", position: 2},
    {cluster: 0, segment: "Browsers, least active", position: 3}
  ]);
});

test("nameSegments(profiles) gives clusters that are alike different names, in the order of their numbers", () => {
  expect(nameSegments([{...browser, cluster: 1}, browser])).toEqual([
    {cluster: 0, segment: "Browsers, more active", position: 1},
    {cluster: 1, segment: "Browsers, less active", position: 2}
  ]);
});

test("nameSegments([]) is empty", () => {
  expect(nameSegments([])).toEqual([]);
});

test("nameSegments(profiles) calls those loyal who spend no more than the average buyer, but not of high value", () => {
  const loyal = {...browser, conversionRate: 1, averageOrders: 2};
  expect(
    nameSegments([
      {...loyal, cluster: 0, averageRevenue: 10},
      {...loyal, cluster: 1, averageOrders: 1, averageRevenue: 90}
    ]).map(({segment}) => segment)
  ).toEqual(["Occasional buyers", "Loyal customers"]);
  // nothing has a price
  expect(nameSegments([loyal]).map(({segment}) => segment)).toEqual(["Loyal customers"]);
});

test("canBeToldApart(profiles) is false where two would have the same name", () => {
  const buyer = {...browser, cluster: 1, conversionRate: 1, averageOrders: 1};
  expect(canBeToldApart([browser, buyer])).toBe(true);
  expect(canBeToldApart([browser, {...browser, cluster: 1, averageEvents: 9}, buyer])).toBe(false);
  expect(canBeToldApart([])).toBe(true);
});
