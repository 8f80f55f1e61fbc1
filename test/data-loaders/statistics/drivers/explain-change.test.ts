import fc from "fast-check";
import {expect, test} from "vitest";
import {type ChangedValue, explainChange} from "../../../../data-loaders/statistics/drivers/explain-change.ts";

const rate = {isRate: true, lengthRatio: 1, minimumTrials: 30};

test("explainChange(values, options) names the cause first, and alone as the main one", () => {
  const drivers = explainChange(
    [
      valueOf("device", "phone", [500, 250], [500, 210]),
      valueOf("device", "desktop", [500, 250], [500, 250]),
      valueOf("browser", "Safari", [100, 50], [100, 10]),
      valueOf("browser", "Chrome", [900, 450], [900, 450])
    ],
    rate
  );
  expect(drivers.map(({value, position, isMain}) => [value, position, isMain])).toEqual([
    ["Safari", 1, true],
    ["phone", 2, false],
    ["Chrome", 3, false],
    ["desktop", 4, false]
  ]);
  expect(drivers[0]).toMatchObject({shareBefore: 0.1, shareAfter: 0.1, rateBefore: 0.5, rateAfter: 0.1, mixEffect: 0});
  expect(drivers[0]?.effect).toBeCloseTo(-0.04, 14);
  expect(drivers[0]?.shareOfChange).toBeCloseTo(1, 12);
  expect(drivers[0]?.correctedPValue).toBeLessThan(0.001);
});

test("explainChange(values, options) names no main cause of what may be chance", () => {
  const drivers = explainChange(
    [valueOf("device", "phone", [100, 50], [100, 46]), valueOf("device", "desktop", [100, 50], [100, 49])],
    rate
  );
  expect(drivers.map(({isMain}) => isMain)).toEqual([false, false]);
});

test("explainChange(values, options) tests nothing of too few", () => {
  const [first, second] = explainChange(
    [valueOf("device", "phone", [500, 250], [500, 100]), valueOf("device", "watch", [10, 9], [10, 0])],
    rate
  );
  expect([first?.value, second?.value, second?.pValue, second?.correctedPValue, second?.score]).toEqual([
    "phone",
    "watch",
    null,
    null,
    0
  ]);
});

test("explainChange(values, options) gives a value of one period no change of rate", () => {
  const drivers = explainChange(
    [valueOf("campaign", "none", [100, 20], [100, 20]), valueOf("campaign", "promotion", [0, 0], [100, 2])],
    rate
  );
  const promotion = drivers.find(({value}) => value === "promotion");
  expect(promotion).toMatchObject({rateBefore: null, rateAfter: 0.02, rateChangeLow: null, rateEffect: 0, position: 1});
  expect(drivers.reduce((sum, {effect}) => sum + effect, 0)).toBeCloseTo(0.11 - 0.2, 14);
});

test("explainChange(values, options) takes amounts before as for a period as long as the one after", () => {
  const drivers = explainChange([amountOf("a", 10, 30), amountOf("b", 10, 10)], {
    isRate: false,
    lengthRatio: 0.5,
    minimumTrials: 1
  });
  expect(
    drivers.map(({value, amountBefore, amountAfter, effect, shareOfChange}) => [
      value,
      amountBefore,
      amountAfter,
      effect,
      shareOfChange
    ])
  ).toEqual([
    ["a", 5, 30, 25, 25 / 30],
    ["b", 5, 10, 5, 5 / 30]
  ]);
  expect(drivers[0]).toMatchObject({rateBefore: null, mixEffect: null, rateEffect: null});
});

test("explainChange(values, options) explains nothing where a period has nothing", () => {
  expect(explainChange([], rate)).toEqual([]);
  expect(explainChange([valueOf("device", "phone", [0, 0], [9, 3])], rate)).toEqual([]);
  expect(explainChange([amountOf("a", 0, 0)], {...rate, isRate: false})).toEqual([]);
});

const count = fc.integer({min: 0, max: 2000});
const anyValue = fc.tuple(
  fc.constantFrom("device", "source"),
  fc.integer({min: 0, max: 5}),
  count,
  count,
  count,
  count
);
const anyValues = fc.uniqueArray(anyValue, {selector: ([dimension, value]) => `${dimension}${value}`, maxLength: 10});

test("explainChange(values, options): effects of a dimension add up to the change, all is finite and in order, for any values", () => {
  fc.assert(
    fc.property(anyValues, fc.boolean(), fc.constantFrom(1, 1 / 4, 4, 3 / 28), (list, isRate, lengthRatio) => {
      const values = list.map(([dimension, value, a, b, c, d]) =>
        valueOf(dimension, `v${value}`, [Math.max(a, b), Math.min(a, b)], [Math.max(c, d), Math.min(c, d)])
      );
      const drivers = explainChange(values, {...rate, isRate, lengthRatio});
      for (const dimension of new Set(drivers.map((driver) => driver.dimension))) {
        const of = values.filter((value) => value.dimension === dimension);
        const total = (pick: (value: ChangedValue) => number) => of.reduce((sum, value) => sum + pick(value), 0);
        const before =
          total((value) => value.amountBefore) / (isRate ? total((value) => value.trialsBefore) : 1 / lengthRatio);
        const after = total((value) => value.amountAfter) / (isRate ? total((value) => value.trialsAfter) : 1);
        const effects = drivers
          .filter((driver) => driver.dimension === dimension)
          .reduce((sum, {effect}) => sum + effect, 0);
        expect(Math.abs(effects - (after - before))).toBeLessThan(1e-12 * Math.max(1, before, after));
      }
      expect(drivers.map(({position}) => position)).toEqual(drivers.map((_, i) => i + 1));
      for (const driver of drivers) {
        for (const part of Object.values(driver)) if (typeof part === "number") expect(part).toSatisfy(Number.isFinite);
      }
    }),
    {seed: 1, numRuns: 300}
  );
});

test("explainChange(values, options): the order of values changes nothing but the last digits, for any values", () => {
  fc.assert(
    fc.property(anyValues, (list) => {
      const values = list.map(([dimension, value, a, b, c, d]) =>
        valueOf(dimension, `v${value}`, [Math.max(a, b), Math.min(a, b)], [Math.max(c, d), Math.min(c, d)])
      );
      const name = ({dimension, value}: ChangedValue) => `${dimension}${value}`;
      const names = explainChange(values, rate).map(name);
      expect(explainChange([...values].reverse(), rate).map(name)).toEqual(names);
    }),
    {seed: 2}
  );
});

function valueOf(dimension: string, value: string, before: [number, number], after: [number, number]): ChangedValue {
  return {
    dimension,
    value,
    trialsBefore: before[0],
    amountBefore: before[1],
    thingsBefore: before[1],
    squaresBefore: before[1],
    trialsAfter: after[0],
    amountAfter: after[1],
    thingsAfter: after[1],
    squaresAfter: after[1]
  };
}

function amountOf(value: string, before: number, after: number): ChangedValue {
  return valueOf("source", value, [0, before], [0, after]);
}
