import fc from "fast-check";
import {expect, test} from "vitest";
import {
  markovRemovalEffects,
  type Transition
} from "../../../../data-loaders/statistics/attribution/markov-removal-effects.ts";

/** A path as channel numbers, and how many took it. */
type Path = [channels: number[], isOrder: boolean, paths?: number];

// Bryl', S. (2016), Marketing multi-channel attribution model with R, part 1: Markov chains concept (analyzecore.com), the
// example with C1, C2 and C3: removal effects 0.5, 1 and 1. By hand: an order has the chance (2/3 · 1/2 + 1/3) · 1 · 1/2 = 1/3;
// without C1, 1/3 · 1 · 1/2 = 1/6; without C2 or C3, 0.
test("markovRemovalEffects(transitions) gives the removal effects of Bryl's example", () => {
  const paths: Path[] = [
    [[1, 2, 3], true],
    [[1], false],
    [[2, 3], false]
  ];
  expect(effectsOf(paths)).toEqual([
    {channel: 1, effect: expect.closeTo(0.5, 12) as number},
    {channel: 2, effect: expect.closeTo(1, 12) as number},
    {channel: 3, effect: expect.closeTo(1, 12) as number}
  ]);
});

// Puzyrov, S. (2019), Markov chain attribution: simple explanation of removal effect (serhiipuzyrov.com): transition
// probabilities as there; an order has the chance 0.8 · (0.5 + 0.25) + 0.2 = 0.8, without Google Ads (1) 0.2, without mailing (2) 0.4
test("markovRemovalEffects(transitions) gives the removal effects of Puzyrov's example", () => {
  const paths: Path[] = [
    [[1], true, 2],
    [[2], true],
    [[1, 2], true],
    [[1], false]
  ];
  expect(effectsOf(paths)).toEqual([
    {channel: 1, effect: expect.closeTo(0.75, 12) as number},
    {channel: 2, effect: expect.closeTo(0.5, 12) as number}
  ]);
});

test("markovRemovalEffects(transitions) is the same with a channel repeated", () => {
  const once: Path[] = [
    [[1, 2], true],
    [[2], false],
    [[1], false]
  ];
  const repeated: Path[] = [
    [[1, 1, 1, 2], true],
    [[2, 2], false],
    [[1], false]
  ];
  expect(effectsOf(repeated).map(({effect}) => effect.toFixed(12))).toEqual(
    effectsOf(once).map(({effect}) => effect.toFixed(12))
  );
});

test("markovRemovalEffects(transitions) gives a single channel everything, none anything without orders", () => {
  expect(
    effectsOf([
      [[7], true],
      [[7], false]
    ])
  ).toEqual([{channel: 7, effect: 1}]);
  expect(effectsOf([[[7, 8], false]])).toEqual([
    {channel: 7, effect: 0},
    {channel: 8, effect: 0}
  ]);
  expect(markovRemovalEffects([])).toEqual([]);
});

test("markovRemovalEffects(transitions) throws for a step that no path takes, and for paths without an end", () => {
  expect(() => markovRemovalEffects([{from: null, to: 1, isOrder: false, paths: 0}])).toThrow(
    "invalid transition; taken by paths above 0: 0"
  );
  const circle = [
    {from: null, to: 1, isOrder: false, paths: 1},
    {from: 1, to: 1, isOrder: false, paths: 1}
  ];
  expect(() => markovRemovalEffects(circle)).toThrow("invalid transitions; paths through channel 1 have no end");
});

const path = fc.tuple(
  fc.array(fc.integer({min: 1, max: 5}), {minLength: 1, maxLength: 6}),
  fc.boolean(),
  fc.integer({min: 1, max: 9})
);

test("markovRemovalEffects(transitions) is what is lost when a channel is taken out of the chain, for any paths", () => {
  fc.assert(
    fc.property(fc.array(path, {minLength: 1, maxLength: 12}), (paths) => {
      const all = chanceOfOrder(paths, null);
      for (const {channel, effect} of effectsOf(paths)) {
        expect(effect).toBeCloseTo(all === 0 ? 0 : 1 - chanceOfOrder(paths, channel) / all, 9);
        expect(effect).toBeGreaterThanOrEqual(0);
        expect(effect).toBeLessThanOrEqual(1 + 1e-12);
      }
    }),
    {seed: 1, numRuns: 100}
  );
});

function effectsOf(paths: Path[]) {
  return markovRemovalEffects(transitionsOf(paths));
}

function transitionsOf(paths: Path[]): Transition[] {
  const steps = paths.flatMap(([channels, isOrder, count = 1]) =>
    [null, ...channels].map((from, i) => {
      const to = channels[i] ?? null;
      return {from, to, isOrder: to === null && isOrder, paths: count};
    })
  );
  const sums = new Map<string, Transition>();
  for (const step of steps) {
    const key = JSON.stringify([step.from, step.to, step.isOrder]);
    sums.set(key, {...step, paths: step.paths + (sums.get(key)?.paths ?? 0)});
  }
  return [...sums.values()];
}

// by walking the chain until next to nobody is left in it
function chanceOfOrder(paths: Path[], removed: number | null): number {
  const transitions = transitionsOf(paths);
  const total = (from: number | null) =>
    transitions.reduce((sum, step) => sum + (step.from === from ? step.paths : 0), 0);
  let at = new Map<number | null, number>([[null, 1]]);
  let ordered = 0;
  for (let round = 0; round < 5000 && at.size; ++round) {
    const next = new Map<number | null, number>();
    for (const {from, to, isOrder, paths: count} of transitions) {
      const moved = ((at.get(from) ?? 0) * count) / total(from);
      if (moved < 1e-16 || (to !== null && to === removed)) continue;
      if (to === null) ordered += isOrder ? moved : 0;
      else next.set(to, (next.get(to) ?? 0) + moved);
    }
    at = next;
  }
  return ordered;
}
