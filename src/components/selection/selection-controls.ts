import {html} from "npm:htl";
import {everybody, type Selection} from "../../shared/selection/selection.js";
import {dimensionNames, type SessionDimension, sessionDimensions} from "../../shared/selection/session-dimensions.js";
import {valueLabel} from "../../shared/selection/value-label.js";
import type {FilterChoice} from "../frame/page-facts.js";
import {type Report, type ReportFormats, reportFormats} from "../report-formats.js";
import {chooseSelection} from "./selection-store.js";

/** Controls for a selection, one for each dimension that the data has and two for days: an element, and what makes it show a selection. */
export function selectionControls(
  choices: readonly FilterChoice[],
  {report}: {report: Report}
): {element: HTMLElement; show: (selection: Selection) => void} {
  const formats = reportFormats(report);
  let current = everybody;
  const [first, last] = [report.first_event_at, report.last_event_at].map((date) => date.toISOString().slice(0, 10));
  const names = dimensionNames.filter((name) => choices.some(({dimension}) => dimension === name));
  const selects = new Map(names.map((name) => [name, dimensionSelect(name, choices, formats)]));
  for (const [name, select] of selects) {
    select.addEventListener("change", () => {
      chooseSelection({...current, values: {...current.values, [name]: select.value ? [select.value] : []}});
    });
  }
  const days = ["from", "to"].map((end) => {
    const input = html`<input type="date" min=${first} max=${last} />` as HTMLInputElement;
    input.addEventListener("change", () => chooseSelection({...current, [end]: input.value || undefined}));
    return input;
  });
  const element = html`<div class="controls">
    ${names.map((name) => html`<label>${sessionDimensions[name]} ${selects.get(name)}</label>`)}
    ${first === last ? "" : html`<label>From ${days[0]}</label><label>To ${days[1]}</label>`}
  </div>`;
  const show = (selection: Selection): void => {
    current = selection;
    for (const [name, select] of selects) showValues(select, selection.values[name] ?? []);
    for (const [i, input] of days.entries()) input.value = (i ? selection.to : selection.from) ?? "";
  };
  return {element, show};
}

function dimensionSelect(
  name: SessionDimension,
  choices: readonly FilterChoice[],
  formats: ReportFormats
): HTMLSelectElement {
  return html`<select aria-label=${sessionDimensions[name]}>
    <option value="">All</option>
    ${choices
      .filter(({dimension}) => dimension === name)
      .map(
        ({value, sessions}) =>
          html`<option value=${value}>${valueLabel(name, value, formats)} (${formats.count(sessions)})</option>`
      )}
  </select>` as unknown as HTMLSelectElement;
}

// several values are chosen in charts; the control then says how many
function showValues(select: HTMLSelectElement, values: readonly string[]): void {
  select.querySelector("option.several")?.remove();
  if (values.length > 1) {
    select.append(html`<option class="several" value="several" disabled>${values.length} chosen</option>`);
  }
  select.value = values.length > 1 ? "several" : (values[0] ?? "");
}
