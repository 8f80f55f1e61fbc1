import {html} from "npm:htl";

const percentOf = (share: number): string => `${Math.min(100, Math.max(0, share * 100)).toFixed(2)}%`;

/** A bar from nought, as long as `value` is of `most`. */
export function barTrack(value: number, {most, isLost = false}: {most: number; isLost?: boolean}): HTMLElement {
  const share = most > 0 ? value / most : 0;
  if (share === 0) return html`<span class="track"></span>`;
  return html`<span class="track"
    ><span class=${isLost ? "bar lost" : "bar"} style=${{width: percentOf(share)}}></span
  ></span>`;
}

/** A rate as a dot with its interval, on a scale from nought to `most`; a thin line where all together are. */
export function intervalTrack(
  {rate, low, high}: {rate: number; low: number; high: number},
  {most, reference, tone}: {most: number; reference: number | null; tone: string}
): HTMLElement {
  const at = (value: number): string => percentOf(most > 0 ? value / most : 0);
  return html`<span class="track">
    ${reference === null ? "" : html`<span class="reference" style=${{left: at(reference)}}></span>`}
    <span
      class=${`range ${tone}`}
      style=${{left: at(low), width: percentOf(most > 0 ? (high - low) / most : 0)}}
    ></span>
    <span class=${`dot ${tone}`} style=${{left: at(rate)}}></span>
  </span>`;
}

/** Where ratios lie on a scale on which every doubling is as wide; nought is at its left end. */
export interface RatioScale {
  /** the least and the greatest ratio that it shows, above nought, with 1 among them */
  least: number;
  most: number;
}

/** The scale of ratios that shows 1 and all of them; at least from a half to double. */
export function ratioScale(ratios: readonly number[]): RatioScale {
  const positive = ratios.filter((ratio) => ratio > 0);
  const hasNought = positive.length < ratios.length;
  const least = Math.min(1, ...positive);
  // room for what brings nothing at all
  return {least: hasNought || least < 1 ? Math.min(least, 0.5) / 1.25 : 1, most: Math.max(2, ...positive)};
}

/** A ratio as a bar from the line where it is 1, to the right what is above, to the left what is below. */
export function ratioTrack(ratio: number, {least, most}: RatioScale): HTMLElement {
  const place = (value: number): number =>
    Math.max(0, Math.log(Math.max(value, least) / least) / Math.log(most / least));
  const [one, end] = [place(1), place(ratio)];
  return html`<span class="track">
    <span
      class=${ratio < 1 ? "bar lost" : "bar"}
      style=${{left: percentOf(Math.min(one, end)), width: percentOf(Math.abs(end - one))}}
    ></span>
    <span class="break-even" style=${{left: percentOf(one)}}></span>
  </span>`;
}
