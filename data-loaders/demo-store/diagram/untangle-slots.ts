import type {Arrangement, Slot} from "./arrange-slots.ts";
import {settleSlots} from "./settle-slots.ts";

const climbPerCrossing = 150;

/**
 * Tries every slot in every other place of its column, and the lanes of a link together, until nothing makes links less
 * tangled; settles the slots and returns the height that they take, in pixels. The order before counted the middles of
 * boxes only; this counts the rows at which links really end.
 */
export function untangleSlots(arrangement: Arrangement): number {
  const {columns, routes} = arrangement;
  const lanes = routes.map(({stops}) => stops.slice(1, -1).map(({slot}) => slot)).filter(({length}) => length > 1);
  const groups = [...columns.flat().map((slot) => [slot]), ...lanes];
  let least = settleAndMeasure(arrangement);
  for (let before = Infinity; least < before;) {
    before = least;
    for (const group of groups) {
      for (const moved of placeElsewhere(columns, group)) {
        const previous = columns.splice(0, columns.length, ...moved);
        const tangle = settleAndMeasure(arrangement);
        if (tangle < least) least = tangle;
        else columns.splice(0, columns.length, ...previous);
      }
    }
  }
  return settleSlots(arrangement);
}

/** How tangled links are: a point for each two that cross in a gap between columns, and one for every 150 pixels up or down. */
export function measureTangle({columns, routes}: Arrangement): number {
  const gaps = columns.map((): {from: number; to: number}[] => []);
  for (const {stops} of routes) {
    for (const [i, {slot, port}] of stops.entries()) {
      const next = stops[i + 1];
      if (next) gaps[slot.column]?.push({from: slot.y + port, to: next.slot.y + next.port});
    }
  }
  const crossings = gaps.flatMap((gap) =>
    gap.flatMap((a, i) => gap.slice(i + 1).filter((b) => (a.from - b.from) * (a.to - b.to) < 0))
  );
  const climb = gaps.flat().reduce((sum, {from, to}) => sum + Math.abs(from - to), 0);
  return crossings.length + climb / climbPerCrossing;
}

function settleAndMeasure(arrangement: Arrangement): number {
  // a rough settlement tells orders apart as well as an exact one
  settleSlots(arrangement, {sweeps: 10});
  return measureTangle(arrangement);
}

// the group from the top to the bottom of its columns; in shorter columns, in proportion
function placeElsewhere(columns: readonly Slot[][], group: readonly Slot[]): Slot[][][] {
  const others = columns.map((column) => column.filter((slot) => !group.includes(slot)));
  const places = Math.max(...group.map(({column}) => others[column]?.length ?? 0));
  return Array.from({length: places + 1}, (_, place) =>
    others.map((column, i) => {
      const own = group.filter((slot) => slot.column === i);
      return column.toSpliced(Math.round((place * column.length) / Math.max(1, places)), 0, ...own);
    })
  );
}
