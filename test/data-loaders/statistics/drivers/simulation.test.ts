import {expect, test} from "vitest";
import {type ChangedValue, explainChange} from "../../../../data-loaders/statistics/drivers/explain-change.ts";
import {normalQuantile} from "../../../../data-loaders/statistics/normal-distribution.ts";
import {seededRandom} from "../../../../data-loaders/statistics/seeded-random.ts";

/** Draws the size of one thing of the amount. */
type Draw = (random: () => number) => number;

const one: Draw = () => 1;
// mean squares of 2, 2.8 and 4.2 times the squared mean: exponential amounts, the orders of the made-up shop, heavier tails
const sizes: [name: string, draw: Draw][] = [
  ["exponential", (random) => -Math.log(1 - random())],
  ["log-normal (2.8)", logNormal(Math.sqrt(Math.log(2.8)))],
  ["log-normal (4.2)", logNormal(Math.sqrt(Math.log(4.2)))]
];

// corrected p-values of at most 5 % should be in no more than 5 % of changes without any cause; the standard error of 600 is 0.9 points
const runs = 600;
const most = 0.05 + 2.5 * 0.009;

test.each([3 / 28, 1 / 4, 1, 4])(
  "explainChange(values, options) finds drivers of counts in at most 5 % of 600 changes by chance, after %f times the days before",
  (lengthRatio) => {
    expect(falseShare(() => one, lengthRatio)).toBeLessThanOrEqual(most);
  }
);

// of 6 to 40 large amounts, the normal distribution is no longer close
test.each([1 / 4, 4])(
  "explainChange(values, options) finds drivers of log-normal (2.8) amounts in at most 7 % of 600 changes by chance, after %f times the days before",
  (lengthRatio) => {
    const [, draw] = sizes[1] as (typeof sizes)[number];
    expect(falseShare(() => draw, lengthRatio)).toBeLessThanOrEqual(most + 0.02);
  }
);

test.each(sizes)(
  "explainChange(values, options) finds drivers of %s amounts in at most 5 % of 600 changes by chance",
  (_, draw) => {
    expect(falseShare(() => draw)).toBeLessThanOrEqual(most);
  }
);

test("explainChange(values, options) finds drivers of amounts that differ in size in at most 5 % of 600 changes by chance", () => {
  const [, draw] = sizes[0] as (typeof sizes)[number];
  expect(falseShare((i) => (random) => draw(random) * (i === 0 ? 20 : 1))).toBeLessThanOrEqual(most);
});

test("explainChange(values, options) still finds a value whose revenue rose by half", () => {
  const random = seededRandom(3);
  const [, draw] = sizes[1] as (typeof sizes)[number];
  let found = 0;
  for (let run = 0; run < 100; ++run) {
    const values = [400, 400, 400, 400].map((orders, i) =>
      amountOf(
        `value ${i}`,
        drawAll(poisson(orders, random), draw, random),
        drawAll(poisson(orders * (i ? 1 : 1.5), random), draw, random)
      )
    );
    const [first] = explainChange(values, {isRate: false, lengthRatio: 1, minimumTrials: 30});
    found += first?.value === "value 0" && first.isMain ? 1 : 0;
  }
  expect(found).toBeGreaterThanOrEqual(80);
});

// how many of the runs have a significant driver where each value has as many things a day before as after, but for chance
function falseShare(drawOf: (value: number) => Draw, lengthRatio = 1): number {
  const random = seededRandom(1);
  let found = 0;
  for (let run = 0; run < runs; ++run) {
    const values = [60, 60, 120, 400].map((things, i) => {
      const side = (days: number) => drawAll(poisson(things * days, random), drawOf(i), random);
      return amountOf(`value ${i}`, side(1), side(lengthRatio));
    });
    const drivers = explainChange(values, {isRate: false, lengthRatio, minimumTrials: 30});
    found += drivers.some(({correctedPValue}) => (correctedPValue ?? 1) <= 0.05) ? 1 : 0;
  }
  return found / runs;
}

function amountOf(value: string, before: readonly number[], after: readonly number[]): ChangedValue {
  const sum = (list: readonly number[], power: number) => list.reduce((total, size) => total + size ** power, 0);
  return {
    dimension: "source",
    value,
    trialsBefore: 0,
    amountBefore: sum(before, 1),
    thingsBefore: before.length,
    squaresBefore: sum(before, 2),
    trialsAfter: 0,
    amountAfter: sum(after, 1),
    thingsAfter: after.length,
    squaresAfter: sum(after, 2)
  };
}

function drawAll(count: number, draw: Draw, random: () => number): number[] {
  return Array.from({length: count}, () => draw(random));
}

// by the times between events of a Poisson process
function poisson(mean: number, random: () => number): number {
  let count = -1;
  for (let time = 0; time <= mean; ++count) time -= Math.log(1 - random());
  return count;
}

function logNormal(deviation: number): Draw {
  return (random) => Math.exp(deviation * normalQuantile(random()));
}
