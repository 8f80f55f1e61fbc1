import {addUp, type Proportion} from "../proportion.ts";
import {groupBy} from "../../../src/shared/group-by.ts";
import {newcombeInterval} from "../newcombe-interval.ts";
import {rankDrivers} from "./rank-drivers.ts";
import {splitRateChange} from "./split-rate-change.ts";
import {weighAmountDriver} from "./weigh-amount-driver.ts";
import {type DriverWeight, weighRateDriver} from "./weigh-rate-driver.ts";

/** One value of a dimension in the two periods of a change: trials and successes of a rate, or an amount. */
export interface ChangedValue {
  dimension: string;
  value: string;
  trialsBefore: number;
  /** successes of a rate */
  amountBefore: number;
  /** how many things the amount is of: sessions of views, orders of revenue */
  thingsBefore: number;
  /** the squares of the amounts of independent things (sessions), added up; not used for rates */
  squaresBefore: number;
  trialsAfter: number;
  amountAfter: number;
  thingsAfter: number;
  squaresAfter: number;
}

/** What a change is about. */
export interface ChangeOptions {
  /** a rate, or an amount that adds up */
  isRate: boolean;
  /** length of the period after ÷ length of the one before */
  lengthRatio: number;
  /** a value of fewer trials (or things) is neither tested nor named first */
  minimumTrials: number;
}

/** What a value has to do with a change; an amount before is as for a period as long as the one after. */
export interface Driver extends ChangedValue {
  /** of all trials, or of the amount */
  shareBefore: number;
  shareAfter: number;
  /** null for amounts and where there are no trials */
  rateBefore: number | null;
  rateAfter: number | null;
  /** Newcombe's 95 % interval of the change of the rate */
  rateChangeLow: number | null;
  rateChangeHigh: number | null;
  /** null for amounts */
  mixEffect: number | null;
  rateEffect: number | null;
  /** effects of a dimension's values add up to the change */
  effect: number;
  /** null where nothing changed */
  shareOfChange: number | null;
  score: number;
  /** null where there is too little to tell */
  pValue: number | null;
  correctedPValue: number | null;
  /** from 1, over all dimensions */
  position: number;
  /** one of the fewest values that account for most of the change, none of them by chance */
  isMain: boolean;
}

/**
 * Explains a change by the values of several dimensions, each of which shares out all that changed: what part each has in it, how far the
 * change looks like its work, and the order in which to name them. Amounts before are told as for a period as long as the one after,
 * but tested as they are: of fewer days they are less sure. An empty array where a period has nothing.
 */
export function explainChange(values: readonly ChangedValue[], options: ChangeOptions): Driver[] {
  const drivers = [...groupBy(values, ({dimension}) => dimension).values()].flatMap((list) =>
    options.isRate ? explainRate(list, options) : explainAmount(list, options)
  );
  return rankDrivers(drivers);
}

function explainRate(values: ChangedValue[], {minimumTrials}: ChangeOptions): Driver[] {
  const present = values.filter(({trialsBefore, trialsAfter}) => trialsBefore + trialsAfter > 0);
  const groups = present.map((value) => ({
    before: {successes: value.amountBefore, trials: value.trialsBefore},
    after: {successes: value.amountAfter, trials: value.trialsAfter}
  }));
  const all = {before: addUp(groups.map(({before}) => before)), after: addUp(groups.map(({after}) => after))};
  if (all.before.trials === 0 || all.after.trials === 0) return [];
  const parts = splitRateChange(groups);
  const change = all.after.successes / all.after.trials - all.before.successes / all.before.trials;
  return present.map((value, i) => {
    const {before, after} = groups[i] as (typeof groups)[number];
    const {mix, rate} = parts[i] as (typeof parts)[number];
    const isBoth = before.trials > 0 && after.trials > 0;
    const [rateChangeLow, rateChangeHigh] = isBoth ? newcombeInterval(after, before) : [null, null];
    const weight = weighRateDriver({before, after}, all);
    return toDriver(value, before.trials + after.trials >= minimumTrials ? weight : undefined, {
      shareBefore: before.trials / all.before.trials,
      shareAfter: after.trials / all.after.trials,
      rateBefore: rateOf(before),
      rateAfter: rateOf(after),
      rateChangeLow,
      rateChangeHigh,
      mixEffect: mix,
      rateEffect: rate,
      effect: mix + rate,
      shareOfChange: change === 0 ? null : (mix + rate) / change
    });
  });
}

function explainAmount(values: ChangedValue[], {minimumTrials, lengthRatio}: ChangeOptions): Driver[] {
  const sum = (of: (value: ChangedValue) => number) => values.reduce((total, value) => total + of(value), 0);
  const all = {
    before: sum(({amountBefore}) => amountBefore),
    after: sum(({amountAfter}) => amountAfter),
    squares: sum(({squaresBefore, squaresAfter}) => squaresBefore + squaresAfter)
  };
  if (all.before === 0 && all.after === 0) return [];
  const change = all.after - all.before * lengthRatio;
  return values.map((value) => {
    const {amountBefore: before, amountAfter: after} = value;
    const squares = value.squaresBefore + value.squaresAfter;
    const weight = weighAmountDriver({before, after, squares}, all, lengthRatio);
    const effect = after - before * lengthRatio;
    const scaled = {...value, amountBefore: before * lengthRatio};
    return toDriver(scaled, value.thingsBefore + value.thingsAfter >= minimumTrials ? weight : undefined, {
      shareBefore: all.before > 0 ? before / all.before : 0,
      shareAfter: all.after > 0 ? after / all.after : 0,
      rateBefore: null,
      rateAfter: null,
      rateChangeLow: null,
      rateChangeHigh: null,
      mixEffect: null,
      rateEffect: null,
      effect,
      shareOfChange: change === 0 ? null : effect / change
    });
  });
}

type Effects = Omit<Driver, keyof ChangedValue | "score" | "pValue" | "correctedPValue" | "position" | "isMain">;

function toDriver(value: ChangedValue, weight: DriverWeight | undefined, effects: Effects): Driver {
  const {score, pValue} = weight ?? {score: 0, pValue: null};
  return {...value, ...effects, score, pValue, correctedPValue: null, position: 0, isMain: false};
}

function rateOf({successes, trials}: Proportion): number | null {
  return trials > 0 ? successes / trials : null;
}
