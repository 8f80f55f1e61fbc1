import {html} from "npm:htl";
import type {ChartSettings} from "../../shared/notebook/chart-choice.js";
import {type ChartChoice, type ChartMark, chartMarks} from "../../shared/notebook/notebook-address.js";
import type {ResultColumn} from "../../shared/notebook/query-result.js";

const markNames: Record<ChartMark, string> = {bar: "Bars", line: "Line", dot: "Dots"};

/** Selects for the mark and the columns of a chart, set to its settings; they tell `choose` all that is chosen by then. */
export function chartControls(
  columns: readonly ResultColumn[],
  settings: ChartSettings,
  choose: (choice: ChartChoice) => void
): HTMLElement {
  const names = columns.map(({name}) => name);
  const numbers = columns.filter(({kind}) => kind === "number").map(({name}) => name);
  const mark = select(Object.fromEntries(chartMarks.map((value) => [value, markNames[value]])), settings.mark);
  const x = select(Object.fromEntries(names.map((name) => [name, name])), names[settings.x]);
  const y = select(Object.fromEntries(numbers.map((name) => [name, name])), names[settings.y]);
  const color = select(
    {"": "None", ...Object.fromEntries(names.map((name) => [name, name]))},
    names[settings.color ?? -1]
  );
  const element = html`<div class="controls">
    <label>Drawn as ${mark}</label>
    <label>Along ${x}</label>
    <label>Value ${y}</label>
    <label>Colour ${color}</label>
  </div>`;
  element.addEventListener("change", () =>
    choose({mark: mark.value as ChartMark, x: x.value, y: y.value, color: color.value})
  );
  return element;
}

function select(options: Record<string, string>, value = ""): HTMLSelectElement {
  const element = html`<select>
    ${Object.entries(options).map(([key, label]) => html`<option value=${key}>${label}</option>`)}
  </select>` as unknown as HTMLSelectElement;
  element.value = value;
  return element;
}
