import {expect, test} from "vitest";
import {findEpisodes} from "../../../../data-loaders/statistics/anomalies/find-episodes.ts";
import {seededRandom} from "../../../../data-loaders/statistics/seeded-random.ts";
import {seriesOf, simulateDays} from "./series-of.ts";

// the number of questions a day stands for was set so that these keep to the limit
const seeds = Array.from({length: 200}, (_, i) => 5000 + i);

const episodesOf = (counts: number[]) => findEpisodes([seriesOf(counts)]).episodes;

test("findEpisodes(series) finds hardly anything in 200 simulated series without anything odd", () => {
  const episodes = seeds.flatMap((seed) => episodesOf(simulateDays(seed)));
  expect(episodes.length / seeds.length).toBeLessThanOrEqual(0.05);
});

test("findEpisodes(series) finds spikes and dips of 35 to 60 %, and most of 20 to 35 %, in 200 simulated series", () => {
  const found = {large: [0, 0], small: [0, 0]};
  for (const seed of seeds) {
    const random = seededRandom(seed);
    const counts = simulateDays(seed);
    const planted = [15, 60, 110].map((day) => {
      const change = (0.2 + 0.4 * random()) * (random() < 0.5 ? 1 : -1);
      const at = day + Math.floor(25 * random());
      counts[at] = Math.round((counts[at] as number) * (1 + change));
      return {at, size: Math.abs(change) < 0.35 ? found.small : found.large};
    });
    const episodes = episodesOf(counts);
    for (const {at, size} of planted) {
      size[0] = (size[0] ?? 0) + (episodes.some(({from, until}) => from <= at && at < until) ? 1 : 0);
      size[1] = (size[1] ?? 0) + 1;
    }
  }
  expect((found.large[0] ?? 0) / (found.large[1] ?? 0)).toBeGreaterThanOrEqual(0.97);
  expect((found.small[0] ?? 0) / (found.small[1] ?? 0)).toBeGreaterThanOrEqual(0.55);
});

test("findEpisodes(series) finds levels that jump by 20 %, to the day or nearly, in 200 simulated series", () => {
  let found = 0;
  let episodes = 0;
  for (const seed of seeds) {
    const random = seededRandom(seed);
    const [at, factor] = [35 + Math.floor(80 * random()), random() < 0.5 ? 1.2 : 0.8];
    const all = episodesOf(simulateDays(seed).map((count, i) => (i < at ? count : Math.round(count * factor))));
    found += all.some(({shape, from}) => shape === "shift" && Math.abs(from - at) <= 3) ? 1 : 0;
    episodes += all.length;
  }
  expect(found / seeds.length).toBeGreaterThanOrEqual(0.9);
  expect(episodes / seeds.length).toBeLessThanOrEqual(1.15);
});

test("findEpisodes(series) finds two weeks in which most of a handful of trials a day fail, among 20 others", () => {
  const random = seededRandom(77);
  const draw = (trials: number, rate: number) => Array.from({length: trials}, random).filter((u) => u < rate).length;
  const few = Array.from({length: 150}, () => 1 + Math.floor(5 * random()));
  let found = 0;
  for (let run = 0; run < 20; ++run) {
    const failing = seriesOf(
      few.map((trials, i) => draw(trials, i >= 90 && i < 104 ? 0.15 : 0.8)),
      {metric: "checkout_to_purchase", dimension: "browser", value: "odd", trials: few}
    );
    const others = Array.from({length: 20}, (_, k) =>
      seriesOf(
        few.map((trials) => draw(trials, 0.8)),
        {metric: "checkout_to_purchase", dimension: "browser", value: `browser ${k}`, trials: few}
      )
    );
    const {episodes} = findEpisodes([failing, ...others]);
    found += episodes.some(({series, from, until}) => series === failing && from < 104 && until > 90) ? 1 : 0;
    expect(episodes.filter(({series}) => series !== failing)).toEqual([]);
  }
  expect(found).toBeGreaterThanOrEqual(18);
});
