import {html} from "npm:htl";
import {isEverybody, type Selection} from "../../shared/selection/selection.js";
import {selectionWords} from "../../shared/selection/selection-words.js";
import {dimensionNames, type SessionDimension, sessionDimensions} from "../../shared/selection/session-dimensions.js";
import {valueLabel} from "../../shared/selection/value-label.js";
import type {FilterChoice} from "../frame/page-facts.js";
import {type Report, type ReportFormats, reportFormats} from "../report-formats.js";
import {selectionControls} from "./selection-controls.js";
import {chooseSelection, isFollowed, onSelection} from "./selection-store.js";

/**
 * Fills the line at the top of a page: which sessions are chosen, in words, each choice with a button that takes it back, one that takes all back, and
 * controls to choose, where something on the page follows.
 */
export function selectionLine(
  place: Element,
  {report, choices}: {report: Report; choices: readonly FilterChoice[]}
): void {
  const formats = reportFormats(report);
  const words = html`<span class="words" role="status"></span>`;
  const remark = html`<span class="remark"></span>`;
  const clear = html`<button type="button" onclick=${() => chooseSelection({values: {}})}>Show everybody</button>`;
  const controls = selectionControls(choices, {report});
  const unfolding = html`<details class="choose">
    <summary>Filter</summary>
    ${controls.element}
  </details>`;
  place.replaceChildren(words, remark, clear, unfolding);

  const show = (selection: Selection): void => {
    const isAll = isEverybody(selection);
    const text = isAll ? "Everybody in the data" : `Only sessions with ${selectionWords(selection, formats)}`;
    words.dataset.words = isAll ? "" : text;
    words.replaceChildren(...(isAll ? [text] : chips(selection, {text, formats})));
    clear.hidden = isAll;
    unfolding.hidden = !isFollowed();
    remark.textContent = isAll
      ? ""
      : isFollowed()
        ? "What has a line at its left shows them, all else everybody."
        : "This page shows everybody.";
    document.documentElement.classList.toggle("is-chosen", !isAll);
    controls.show(selection);
  };
  let latest: Selection = {values: {}};
  onSelection((selection) => show((latest = selection)));
  // what follows on this page may come after the line
  addEventListener("selection-followed", () => show(latest));
}

function chips(selection: Selection, {text, formats}: {text: string; formats: ReportFormats}): Node[] {
  const without = (name: SessionDimension, value: string): Selection => ({
    ...selection,
    values: {...selection.values, [name]: selection.values[name]?.filter((other) => other !== value) ?? []}
  });
  const chip = (label: string, next: Selection) =>
    html`<button type="button" class="chip" aria-label=${`Take back ${label}`} onclick=${() => chooseSelection(next)}>
      ${label} <span aria-hidden="true">×</span>
    </button>`;
  const values = dimensionNames.flatMap((name) =>
    (selection.values[name] ?? []).map((value) =>
      chip(`${sessionDimensions[name].toLowerCase()}: ${valueLabel(name, value, formats)}`, without(name, value))
    )
  );
  const {from, to} = selection;
  const days =
    from || to ? [chip([from ?? "first day", to ?? "last day"].join(" to "), {values: selection.values})] : [];
  return [html`<span class="in-words">${text}</span>`, html`<span class="chips">Only ${[...values, ...days]}</span>`];
}
