import {benjaminiHochberg} from "../benjamini-hochberg.ts";
import type {Driver} from "./explain-change.ts";

/** What counts as most of a change. */
const most = 0.8;
const level = 0.05;

/**
 * The drivers of one change in the order in which to name them, by score, then by the size of their effect, with their p-values corrected over all of them,
 * their positions, and the main ones: of the dimension of the first, the fewest values that account for 80 % of the change,
 * or for as much as can be said with a corrected p-value of at most 5 %. None give none.
 */
export function rankDrivers(drivers: readonly Driver[]): Driver[] {
  const tested = drivers.filter(({pValue}) => pValue !== null);
  const corrected = benjaminiHochberg(tested.map(({pValue}) => pValue as number));
  const correctedOf = new Map(tested.map((driver, i) => [driver, corrected[i] ?? null]));
  const ranked = drivers.map((driver) => ({...driver, correctedPValue: correctedOf.get(driver) ?? null}));
  ranked.sort(compareDrivers);
  const main = mainDrivers(ranked);
  return ranked.map((driver, i) => ({...driver, position: i + 1, isMain: main.has(driver)}));
}

function mainDrivers(ranked: readonly Driver[]): Set<Driver> {
  const candidates = ranked
    .filter(({dimension}) => dimension === ranked[0]?.dimension)
    .filter((driver) => (driver.correctedPValue ?? 1) <= level && (driver.shareOfChange ?? 0) > 0)
    .sort((a, b) => (b.shareOfChange ?? 0) - (a.shareOfChange ?? 0) || compareDrivers(a, b));
  const main = new Set<Driver>();
  let explained = 0;
  for (const driver of candidates) {
    if (explained >= most) break;
    main.add(driver);
    explained += driver.shareOfChange ?? 0;
  }
  return main;
}

function compareDrivers(a: Driver, b: Driver): number {
  return (
    b.score - a.score ||
    Math.abs(b.effect) - Math.abs(a.effect) ||
    compareText(a.dimension, b.dimension) ||
    compareText(a.value, b.value)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
