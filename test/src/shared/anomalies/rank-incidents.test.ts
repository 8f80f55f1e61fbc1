import {expect, test} from "vitest";
import {type RankedIncident, rankIncidents} from "../../../../src/shared/anomalies/rank-incidents.ts";

const incidents: RankedIncident[] = [
  {episode: 1, kind: "tracking", started_on: new Date("2021-01-01"), score: 80, value_at_stake: null},
  {episode: 2, kind: "business", started_on: new Date("2021-02-01"), score: -6, value_at_stake: 900},
  {episode: 3, kind: "business", started_on: new Date("2021-01-15"), score: 9, value_at_stake: null},
  {episode: 4, kind: "business", started_on: new Date("2021-01-20"), score: 7, value_at_stake: 1000}
];

const order = (by: Parameters<typeof rankIncidents>[1]) => rankIncidents(incidents, by).map(({episode}) => episode);

test("rankIncidents(incidents, 'matters') puts worth first, then the business, then how far from usual", () => {
  expect(order("matters")).toEqual([4, 2, 3, 1]);
});

test("rankIncidents(incidents, 'newest') goes by their first day, 'strongest' by how far from usual", () => {
  expect(order("newest")).toEqual([2, 4, 3, 1]);
  expect(order("strongest")).toEqual([1, 3, 4, 2]);
});
