import {html} from "npm:htl";

/** A column of numbers with something drawn below each. */
export interface BarColumn<T> {
  label: string;
  /** the number, or why there is none */
  text: (row: T) => string;
  /** what stands behind the number, in muted text; nothing unless told */
  detail?: (row: T) => unknown;
  /** what is drawn; nothing where there is no number */
  track: (row: T) => HTMLElement | null;
}

/** How to draw columns of bars. */
export interface BarColumnsOptions<T> {
  /** what rows are, as the heading of their names */
  heading: string;
  name: (row: T) => string;
  /** what stands under a name; nothing unless told */
  note?: (row: T) => unknown;
  /** where a row leads; null for nowhere */
  address: (row: T) => string | null;
  columns: readonly BarColumn<T>[];
}

/**
 * Columns of bars that stand beside each other, a row for each thing, as in a table: each number is written out above its bar. On a phone a
 * row is a block of its own.
 */
export function barColumns<T>(rows: readonly T[], options: BarColumnsOptions<T>): HTMLElement {
  const {heading, name, note = () => "", address, columns} = options;
  return html`<ol
    class=${columns.length > 5 ? "bar-columns stacked" : "bar-columns"}
    style=${{"--columns": columns.length}}
  >
    <li class="headings" aria-hidden="true">
      <span>${heading}</span>
      ${columns.map(({label}) => html`<span>${label}</span>`)}
    </li>
    ${rows.map((row) => {
      const cells = [
        html`<span class="name"><bdi>${name(row)}</bdi> <span class="beside">${note(row)}</span></span>`,
        ...columns.map((column) => cellOf(row, column))
      ];
      const href = address(row);
      return html`<li>
        ${href === null ? html`<span class="row">${cells}</span>` : html`<a class="row" href=${href}>${cells}</a>`}
      </li>`;
    })}
  </ol>`;
}

/** What stands under the name of something that was paid for and brought nobody. */
export function unvisited(): HTMLElement {
  return html`<b class="unvisited">no visit recorded</b>`;
}

function cellOf<T>(row: T, {label, text, detail, track}: BarColumn<T>): HTMLElement {
  const drawn = track(row);
  return html`<span class="cell">
    <span class="what">${label}</span>
    <span class=${drawn ? "number" : "number none"}>${text(row)}</span>
    ${detail ? html`<span class="detail">${detail(row)}</span>` : ""}
    ${drawn ?? html`<span class="track empty"></span>`}
  </span>`;
}
