import {expect, test} from "vitest";
import {findEpisodes} from "../../../../data-loaders/statistics/anomalies/find-episodes.ts";
import {seriesOf, simulateDays} from "./series-of.ts";

const daysWithoutEvents = (people: number[]) =>
  seriesOf(
    people.map((count) => (count ? 0 : 1)),
    {metric: "days_without_events", kind: "tracking", people, trials: people.map(() => 1)}
  );

test("findEpisodes(series) has each day without events, however likely it is", () => {
  const {episodes} = findEpisodes([daysWithoutEvents([2, 3, 2, 3, 0, 2, 3, 2, 3])]);
  expect(episodes).toMatchObject([{from: 4, until: 5, shape: "gap", incident: 1, isMain: true}]);
  expect(episodes[0]?.pValue).toBeCloseTo(Math.exp(-2.5), 12);
});

test("findEpisodes(series) corrects the p-values of what is tested, and not for what is counted", () => {
  const sessions = seriesOf(simulateDays(12).map((count, i) => (i === 60 ? 3 * count : count)));
  const [alone] = findEpisodes([sessions]).episodes;
  const people = sessions.counts.map((count, i) => (i === 20 ? 0 : count));
  const {episodes} = findEpisodes([sessions, daysWithoutEvents(people)]);
  expect(episodes.map(({series, from}) => [series.metric, from])).toEqual([
    ["days_without_events", 20],
    ["sessions", 60]
  ]);
  expect(episodes[1]?.pValue).toBe(alone?.pValue);
});
