import type {Arrangement, Slot} from "./arrange-slots.ts";

/**
 * Moves the slots of each column up and down, in their order, until links are as level as the room allows, and returns the
 * height that they take, in pixels. Each column in turn is the least-squares solution with the others held still: isotonic
 * regression by pooling adjacent violators (Barlow et al., Statistical Inference under Order Restrictions, 1972).
 */
export function settleSlots({columns, routes}: Arrangement, {sweeps = 40} = {}): number {
  const wishes = findWishes(routes);
  const stacks = columns.map(stackSlots);
  const height = Math.max(0, ...stacks.map(({total}) => total));
  for (const {slots, total} of stacks) for (const {slot, start} of slots) slot.y = start + (height - total) / 2;
  for (let sweep = 0; sweep < sweeps; ++sweep) {
    for (const stack of stacks) settleStack(stack, wishes, height);
    stacks.reverse();
  }
  for (const slot of columns.flat()) slot.y = Math.round(slot.y);
  return height;
}

/** Where a neighbour would like a slot to be: `offset` pixels below its own upper edge. */
interface Wish {
  neighbour: Slot;
  offset: number;
}

interface Stack {
  /** `start`: upper edge when the column is pushed up as far as it goes */
  slots: {slot: Slot; start: number}[];
  total: number;
}

function findWishes(routes: Arrangement["routes"]): Map<Slot, Wish[]> {
  const wishes = new Map<Slot, Wish[]>();
  const add = (slot: Slot, wish: Wish) => wishes.set(slot, [...(wishes.get(slot) ?? []), wish]);
  for (const {stops} of routes) {
    for (const [i, {slot, port}] of stops.entries()) {
      const next = stops[i + 1];
      if (!next) continue;
      add(slot, {neighbour: next.slot, offset: next.port - port});
      add(next.slot, {neighbour: slot, offset: port - next.port});
    }
  }
  return wishes;
}

function stackSlots(column: readonly Slot[]): Stack {
  let total = 0;
  const slots = column.map((slot, i) => {
    const above = column[i - 1];
    if (above) total += gapBetween(above, slot);
    const start = total;
    total += slot.height;
    return {slot, start};
  });
  return {slots, total};
}

function gapBetween(above: Slot, below: Slot): number {
  if (above.table && below.table) return 24;
  return above.table || below.table ? 16 : 10;
}

function settleStack({slots, total}: Stack, wishes: Map<Slot, Wish[]>, height: number): void {
  const blocks: {wanted: number; weight: number; slots: Stack["slots"]}[] = [];
  for (const {slot, start} of slots) {
    const own = wishes.get(slot) ?? [];
    // a slot that nothing pulls at stays, and lets itself be pushed
    const weight = own.length || 0.001;
    const sum = own.reduce((sum, {neighbour, offset}) => sum + neighbour.y + offset, 0);
    blocks.push({wanted: (own.length ? sum / own.length : slot.y) - start, weight, slots: [{slot, start}]});
    for (let [above, below] = blocks.slice(-2); above && below && above.wanted > below.wanted;) {
      const both = above.weight + below.weight;
      const wanted = (above.wanted * above.weight + below.wanted * below.weight) / both;
      blocks.splice(-2, 2, {wanted, weight: both, slots: [...above.slots, ...below.slots]});
      [above, below] = blocks.slice(-2);
    }
  }
  for (const block of blocks) {
    const shift = Math.min(Math.max(block.wanted, 0), height - total);
    for (const {slot, start} of block.slots) slot.y = start + shift;
  }
}
