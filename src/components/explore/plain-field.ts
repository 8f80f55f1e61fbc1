import {html} from "npm:htl";
import {sqlParts} from "../../shared/notebook/sql-parts.js";
import type {SqlEditorOptions} from "./sql-editor.js";

/** A field for a query in which highlighting lies below the letters that are typed, so that it needs no editor yet. */
export function plainField(
  text: string,
  {labelledBy, describedBy, changed, focused, run, runAndMoveOn}: Omit<SqlEditorOptions, "tables">
): {element: HTMLElement; field: HTMLTextAreaElement} {
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.shiftKey || event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (event.shiftKey) runAndMoveOn();
    else run();
  };
  const typed = () => {
    highlight();
    changed();
  };
  const field = html`<textarea
    spellcheck="false"
    autocapitalize="off"
    placeholder="Write a query, such as: select * from daily"
    aria-labelledby=${labelledBy}
    aria-describedby=${describedBy}
    oninput=${typed}
    onfocus=${focused}
    onkeydown=${pressed}
  ></textarea>` as unknown as HTMLTextAreaElement;
  field.value = text;
  const letters = html`<pre aria-hidden="true"></pre>`;
  const highlight = () => {
    // the last line is as high as others also when nothing is in it
    const parts = [...sqlParts(field.value), {text: "\u200b"}];
    letters.replaceChildren(
      ...parts.map(({text, kind}) => (kind ? html`<span class=${`sql-${kind}`}>${text}</span>` : text))
    );
  };
  highlight();
  return {element: html`<div class="plain-field">${letters}${field}</div>`, field};
}
