import {html} from "npm:htl";
import {type SessionDimension, sessionDimensions} from "../../shared/selection/session-dimensions.js";
import {valueLabel} from "../../shared/selection/value-label.js";
import type {LostSessions} from "../../shared/sessions/drop-off.js";
import type {ReportFormats} from "../report-formats.js";

// more than these unfold
const mostShown = 6;

/** How to draw a dimension's bars. */
export interface ValueBarsOptions {
  formats: ReportFormats;
  /** called with a value that the reader chooses, or takes back */
  toggle: (value: string) => void;
}

/** Bars of one dimension: an element, and what makes it show counts and which values are chosen. */
export interface ValueBars {
  element: HTMLElement;
  show: (values: readonly LostSessions[], chosen: readonly string[]) => void;
}

/**
 * A dimension's values as bars, sessions that went on against those that were lost. A bar is a button that chooses its value, beside those chosen
 * before. The rows stay where they are when counts change.
 */
export function valueBars(
  dimension: SessionDimension,
  values: readonly string[],
  {formats, toggle}: ValueBarsOptions
): ValueBars {
  let chosen: readonly string[] = [];
  const rows = new Map(
    values.map((value) => [value, valueRow(valueLabel(dimension, value, formats), () => toggle(value))])
  );
  const list = html`<ul>
    ${[...rows.values()].map(({element}) => element)}
  </ul>`;
  const more = html`<button type="button" class="more" aria-expanded="false"></button>`;
  const fold = (isFolded: boolean): void => {
    [...rows].forEach(
      ([value, {element}], i) => (element.hidden = isFolded && i >= mostShown && !chosen.includes(value))
    );
    more.textContent = isFolded ? `Show all ${values.length}` : "Show fewer";
    more.setAttribute("aria-expanded", String(!isFolded));
  };
  let isFolded = true;
  more.addEventListener("click", () => fold((isFolded = !isFolded)));
  more.hidden = values.length <= mostShown;

  return {
    element: html`<section class="value-bars" aria-label=${sessionDimensions[dimension]}>
      <h4>${sessionDimensions[dimension]}</h4>
      ${list} ${more}
    </section>`,
    show: (counts, selected) => {
      chosen = selected;
      const byValue = new Map(counts.map((count) => [count.value, count]));
      const most = Math.max(1, ...counts.map(({reached}) => reached));
      for (const [value, row] of rows) {
        row.show(byValue.get(value) ?? {value, reached: 0, lost: 0}, {
          most,
          isChosen: selected.includes(value),
          isOut: selected.length > 0 && !selected.includes(value),
          formats
        });
      }
      fold(isFolded);
    }
  };
}

interface RowState {
  /** of the bars of the dimension, the longest */
  most: number;
  isChosen: boolean;
  isOut: boolean;
  formats: ReportFormats;
}

function valueRow(label: string, toggle: () => void) {
  const kept = html`<span class="bar"></span>`;
  const gone = html`<span class="gone"></span>`;
  const text = html`<span class="text"></span>`;
  const button = html`<button type="button" onclick=${toggle} title=${label}>
    <span class="label"><bdi>${label}</bdi></span>
    ${text}
    <span class="track" aria-hidden="true">${kept}${gone}</span>
  </button>`;
  const show = ({reached, lost}: LostSessions, {most, isChosen, isOut, formats}: RowState): void => {
    kept.style.width = `${(100 * (reached - lost)) / most}%`;
    gone.style.width = `${(100 * lost) / most}%`;
    text.textContent = `${formats.count(lost)} lost${reached >= formats.minimumTrials ? ` · ${formats.percent(lost / reached)}` : ""}`;
    button.setAttribute("aria-pressed", String(isChosen));
    button.classList.toggle("out", isOut);
  };
  return {element: html`<li>${button}</li>`, show};
}
