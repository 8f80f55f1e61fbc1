/** What was achieved by exactly these players together. */
export interface Achievement {
  players: readonly number[];
  worth: number;
}

/**
 * The Shapley value of each player, in the order of their numbers, where a coalition is worth what was achieved by exactly its players or
 * by some of them. They add up to all that was achieved; nothing achieved gives no values. Throws for an achievement of nobody.
 *
 * Such a game is a sum of unanimity games, each of which Shapley's axioms share out evenly, so that the value is exact for any number
 * of channels: orders whose paths have exactly the channels S are shared evenly among S. Worths below 0, as the dividends of other games have
 * them, are shared out in the same way.
 *
 * Sources: Shapley, L. S. (1953), A value for n-person games, in: Contributions to the theory of games II, 307-317; Zhao, K.,
 * Mahboobi, S. H. and Bagheri, S. R. (2018), Shapley value methods for attribution modeling in online advertising,
 * arXiv:1804.05327.
 */
export function shapleyValues(achievements: readonly Achievement[]): {player: number; value: number}[] {
  const values = new Map<number, number>();
  for (const {players, worth} of achievements) {
    const distinct = new Set(players);
    if (!distinct.size) throw new Error(`invalid achievement; somebody has to take part: ${worth} by nobody`);
    for (const player of distinct) values.set(player, (values.get(player) ?? 0) + worth / distinct.size);
  }
  return [...values].map(([player, value]) => ({player, value})).sort((a, b) => a.player - b.player);
}
