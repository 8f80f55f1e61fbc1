import {html} from "npm:htl";
import {numbersTable} from "../figure/numbers-table.js";
import {scrollBox} from "../figure/scroll-box.js";

/** A part of a model card. */
export interface ModelCardSection {
  title: string;
  paragraphs: readonly string[];
  table?: {columns: readonly string[]; rows: readonly (readonly string[])[]};
}

/** A model card, section by section; no sections give an empty card. */
export function modelCard(sections: readonly ModelCardSection[]): HTMLElement {
  return html`<div class="model-card">
    ${sections.map(
      ({title, paragraphs, table}) =>
        html`<section>
          <h3>${title}</h3>
          ${paragraphs.map((text) => html`<p>${text}</p>`)} ${table ? cardTable(title, table) : ""}
        </section>`
    )}
  </div>`;
}

function cardTable(caption: string, {columns, rows}: NonNullable<ModelCardSection["table"]>): HTMLElement {
  const cells = columns.map((label, i) => ({label, text: (row: readonly string[]) => row[i] ?? "", isNumber: i > 0}));
  return scrollBox(caption, numbersTable(rows, cells, {caption}));
}
