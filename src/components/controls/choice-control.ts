import {html} from "npm:htl";

/** A control for one choice: its element, and what makes it show a value. */
export interface ChoiceControl<T extends string> {
  element: HTMLElement;
  show: (value: T) => void;
}

/** A labelled select of `options` (value to text), which tells `choose` what the reader chose. */
export function choiceControl<T extends string>(
  label: string,
  options: readonly (readonly [value: T, text: string])[],
  choose: (value: T) => void
): ChoiceControl<T> {
  const select = html`<select>
    ${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
  </select>` as unknown as HTMLSelectElement;
  select.addEventListener("change", () => choose(select.value as T));
  return {element: html`<label>${label} ${select}</label>`, show: (value) => (select.value = value)};
}
