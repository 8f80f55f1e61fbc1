import {html, svg} from "npm:htl";
import type {LostSessions} from "../../shared/sessions/drop-off.js";
import type {ReportFormats} from "../report-formats.js";

const height = 100;

/** The days that a reader chose, as 2021-01-31; both undefined for all. */
export interface DayRange {
  from?: string | undefined;
  to?: string | undefined;
}

/** How to draw days. */
export interface DayBarsOptions {
  formats: ReportFormats;
  choose: (range: DayRange) => void;
}

/**
 * Days as bars, sessions that went on against those that were lost, of which the reader chooses some by dragging over them, or with the two fields
 * below: an element, and what makes it show counts and chosen days.
 */
export function dayBars(
  days: readonly string[],
  {formats, choose}: DayBarsOptions
): {element: HTMLElement; show: (counts: readonly LostSessions[], range: DayRange) => void} {
  const [kept, gone] = [svg`<path class="kept"></path>`, svg`<path class="lost"></path>`];
  const brush = svg`<rect class="brush" y="0" height=${height}></rect>`;
  const drawing = svg`<svg viewBox=${`0 0 ${days.length} ${height}`} preserveAspectRatio="none" aria-hidden="true">
    ${kept}${gone}${brush}
  </svg>`;
  const most = html`<span></span>`;
  const fields: HTMLInputElement[] = ["from", "to"].map(() => {
    const field = html`<input type="date" min=${days[0]} max=${days.at(-1)} />` as HTMLInputElement;
    field.addEventListener("change", () =>
      choose({from: fields[0]?.value || undefined, to: fields[1]?.value || undefined})
    );
    return field;
  });
  let shown: DayRange = {};

  const place = ({clientX}: PointerEvent): number => {
    const {left, width} = drawing.getBoundingClientRect();
    return Math.min(days.length - 1, Math.max(0, Math.floor(((clientX - left) / width) * days.length)));
  };
  const mark = (first: number, last: number): void => {
    brush.setAttribute("x", String(first));
    brush.setAttribute("width", String(Math.max(0, last - first + 1)));
  };
  drawing.addEventListener("pointerdown", (event) => {
    drawing.setPointerCapture(event.pointerId);
    const start = place(event);
    let end = start;
    const move = (moved: Event): void => {
      end = place(moved as PointerEvent);
      mark(Math.min(start, end), Math.max(start, end));
    };
    drawing.addEventListener("pointermove", move);
    drawing.addEventListener(
      "pointerup",
      () => {
        drawing.removeEventListener("pointermove", move);
        // a click takes the choice back
        if (start === end && (shown.from || shown.to)) choose({});
        else choose({from: days[Math.min(start, end)], to: days[Math.max(start, end)]});
      },
      {once: true}
    );
  });

  return {
    element: html`<section class="day-bars" aria-label="Days">
      <h4>Day ${most}</h4>
      ${drawing}
      <div class="ends">
        <span>${formats.day(new Date(days[0] ?? 0))}</span><span>${formats.day(new Date(days.at(-1) ?? 0))}</span>
      </div>
      <div class="controls"><label>From ${fields[0]}</label><label>To ${fields[1]}</label></div>
    </section>`,
    show: (counts, range) => {
      shown = range;
      const highest = Math.max(1, ...counts.map(({reached}) => reached));
      most.textContent = `· up to ${formats.count(highest)} sessions`;
      const y = (count: number): string => ((height * count) / highest).toFixed(2);
      const bar = (i: number, from: string, size: string) => `M${i + 0.1},${height - Number(from)}h0.8v-${size}h-0.8z`;
      kept.setAttribute("d", counts.map(({reached, lost}, i) => bar(i, "0", y(reached - lost))).join(""));
      gone.setAttribute("d", counts.map(({reached, lost}, i) => bar(i, y(reached - lost), y(lost))).join(""));
      const first = range.from ? days.findIndex((day) => day >= (range.from ?? "")) : 0;
      const last = range.to ? days.findLastIndex((day) => day <= (range.to ?? "")) : days.length - 1;
      const isChosen = Boolean(range.from ?? range.to);
      if (isChosen) mark(first < 0 ? days.length : first, last);
      brush.setAttribute("visibility", isChosen ? "visible" : "hidden");
      for (const [i, field] of fields.entries()) field.value = (i ? range.to : range.from) ?? "";
    }
  };
}
