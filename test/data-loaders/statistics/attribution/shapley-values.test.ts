import fc from "fast-check";
import {expect, test} from "vitest";
import {type Achievement, shapleyValues} from "../../../../data-loaders/statistics/attribution/shapley-values.ts";

// The glove game, as in Wikipedia, Shapley value, section Glove game: players 1 and 2 have a right-hand glove, 3 a left-hand
// one, and a pair is worth 1: φ = (1/6, 1/6, 4/6). As a sum of unanimity games: those of {1, 3} and {2, 3} less that of all.
test("shapleyValues(achievements) gives the values of the glove game", () => {
  const dividends = [
    {players: [1, 3], worth: 1},
    {players: [2, 3], worth: 1},
    {players: [1, 2, 3], worth: -1}
  ];
  expect(shapleyValues(dividends)).toEqual([
    {player: 1, value: expect.closeTo(1 / 6, 12) as number},
    {player: 2, value: expect.closeTo(1 / 6, 12) as number},
    {player: 3, value: expect.closeTo(4 / 6, 12) as number}
  ]);
});

// Shapley (1953), A value for n-person games: the symmetric game of the players R, which only all of them together win, has the value c ÷ r
// for each of them and 0 for everybody else
test("shapleyValues(achievements) shares a unanimity game evenly among those who are needed", () => {
  const game = [
    {players: [2, 5, 7, 9], worth: 12},
    {players: [4], worth: 0}
  ];
  expect(shapleyValues(game)).toEqual([
    {player: 2, value: 3},
    {player: 4, value: 0},
    {player: 5, value: 3},
    {player: 7, value: 3},
    {player: 9, value: 3}
  ]);
});

test("shapleyValues(achievements) counts a player once, and gives nothing for nothing", () => {
  expect(shapleyValues([{players: [1, 1, 2], worth: 3}])).toEqual([
    {player: 1, value: 1.5},
    {player: 2, value: 1.5}
  ]);
  expect(shapleyValues([])).toEqual([]);
});

test("shapleyValues(achievements) throws for what nobody achieved", () => {
  expect(() => shapleyValues([{players: [], worth: 2}])).toThrow(
    "invalid achievement; somebody has to take part: 2 by nobody"
  );
});

const achievement = fc.record({
  players: fc.uniqueArray(fc.integer({min: 1, max: 5}), {minLength: 1, maxLength: 5}),
  worth: fc.integer({min: 0, max: 100})
});

test("shapleyValues(achievements) is the mean gain over all orders of the players, and adds up, for any achievements", () => {
  fc.assert(
    fc.property(fc.array(achievement, {minLength: 1, maxLength: 8}), (achievements) => {
      const values = shapleyValues(achievements);
      const expected = byDefinition(achievements);
      expect(values.map(({player}) => player)).toEqual([...expected.keys()]);
      for (const {player, value} of values) expect(value).toBeCloseTo(expected.get(player) ?? NaN, 9);
      const total = achievements.reduce((sum, {worth}) => sum + worth, 0);
      expect(values.reduce((sum, {value}) => sum + value, 0)).toBeCloseTo(total, 9);
    }),
    {seed: 1, numRuns: 100}
  );
});

// Shapley (1953), formula 12, as the mean over all orders in which the players can come together
function byDefinition(achievements: Achievement[]): Map<number, number> {
  const players = [...new Set(achievements.flatMap((each) => each.players))].sort((a, b) => a - b);
  const worthOf = (present: number[]) =>
    achievements.reduce((sum, each) => sum + (each.players.every((p) => present.includes(p)) ? each.worth : 0), 0);
  const orders = permutations(players);
  const values = new Map(players.map((player) => [player, 0]));
  for (const order of orders) {
    for (const [i, player] of order.entries()) {
      const gain = worthOf(order.slice(0, i + 1)) - worthOf(order.slice(0, i));
      values.set(player, (values.get(player) ?? 0) + gain / orders.length);
    }
  }
  return values;
}

function permutations(list: number[]): number[][] {
  if (list.length < 2) return [list];
  return list.flatMap((first) => permutations(list.filter((other) => other !== first)).map((rest) => [first, ...rest]));
}
