import {decomposeDays} from "./decompose-days.ts";
import {median} from "./median.ts";
import {robustScale} from "./robust-scale.ts";
import type {Series} from "./series.ts";

/** How many robust standard deviations a day has to be off. */
const far = 4.5;

/** How many of them the days beside it have to be off to be odd with it. */
const near = 2;

/** Fewer events a day are too few for logarithms. */
const fewest = 10;

/** The least scale of logarithms of counts, as a multiple of the one that chance alone gives; for money, as a share. */
const leastMoneyScale = 0.05;

/**
 * Days that stand out from the median decomposition of a series' logarithms, by more than 4.5 times its robust scale, with those
 * beside them that are off by more than twice of it: where the search for what is odd begins. 1 for days above,
 * -1 for those below, 0 for the others: all of rates, of series of fewer than 10 events on the usual day, and of those shorter than
 * four weeks.
 */
export function findSpikes({counts, trials, metric}: Series): number[] {
  const none = counts.map(() => 0);
  const usual = median(counts);
  if (trials || counts.length < 28 || !(usual >= fewest)) return none;
  const logarithms = counts.map((count) => Math.log(Math.max(count, 0.5)));
  const {trend, weekdays} = decomposeDays(logarithms);
  const rest = logarithms.map((value, i) => value - (trend[i] as number) - (weekdays[i % 7] as number));
  const least = metric === "revenue" ? leastMoneyScale : 1 / Math.sqrt(usual);
  const scale = Math.max(least, robustScale(rest, 0));
  const isFar = rest.map((value) => Math.abs(value) > far * scale);
  const spread = (order: number[]): void => {
    for (const i of order) {
      const next = rest[i + 1] ?? NaN;
      const before = rest[i] as number;
      if (isFar[i] && next * before > 0 && Math.abs(next) > near * scale) isFar[i + 1] = true;
      if (isFar[i + 1] && next * before > 0 && Math.abs(before) > near * scale) isFar[i] = true;
    }
  };
  const order = rest.slice(1).map((_, i) => i);
  spread(order);
  spread(order.reverse());
  return rest.map((value, i) => (isFar[i] ? Math.sign(value) : 0));
}
