import {html, svg} from "npm:htl";

const height = 24;

/**
 * A small line of values in their order, from their lowest to their highest, with these two written out by `format`; gaps where there is none, and
 * nothing at all for fewer than three values.
 */
export function sparkline(values: readonly (number | null)[], {format}: {format: (value: number) => string}): Node {
  const known = values.filter((value) => value !== null);
  if (known.length < 3) return html`<span></span>`;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const y = (value: number): string =>
    (high > low ? height - 2 - ((height - 4) * (value - low)) / (high - low) : height / 2).toFixed(1);
  const path = values.map((value, i) =>
    value === null ? "" : `${i === 0 || values[i - 1] === null ? "M" : "L"}${i},${y(value)}`
  );
  const range = `from ${format(low)} to ${format(high)}`;
  return html`<dd class="sparkline">
    ${svg`<svg viewBox=${`0 0 ${values.length - 1} ${height}`} preserveAspectRatio="none" role="img" aria-label=${`By week, ${range}`}>
      <path d=${path.join("")} fill="none" stroke="var(--kept)" stroke-width="1.5" vector-effect="non-scaling-stroke"></path>
    </svg>`}
    <span>${range} a week</span>
  </dd>`;
}
