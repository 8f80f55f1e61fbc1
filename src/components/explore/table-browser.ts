import {html} from "npm:htl";
import {counted} from "../../shared/number-format.js";
import {unfolding} from "../figure/unfolding.js";
import type {DescribedTable} from "../methods/table-dictionary.js";
import type {ReportFormats} from "../report-formats.js";

/** What the list of tables lets a reader do. */
export interface TableBrowserOptions {
  /** Writes a name into the query. */
  insert: (name: string) => void;
  /** Asks the example of a table. */
  tryExample: (table: string) => void;
  /** the question of a table's example */
  questionOf: (table: string) => string | undefined;
  formats: Pick<ReportFormats, "count">;
}

/** All tables with what a row of each is, to search, to unfold into columns, and to put into a query; folded where there is no room beside it. */
export function tableBrowser(
  tables: readonly DescribedTable[],
  {insert, tryExample, questionOf, formats}: TableBrowserOptions
): HTMLElement {
  const entries = tables.map((table) => ({
    text: [table.name, table.description, ...table.columns.flatMap((each) => [each.name, each.description])]
      .join("\n")
      .toLowerCase(),
    element: entry(table, {insert, tryExample, questionOf, formats})
  }));
  const found = html`<p class="found" role="status"></p>`;
  const search = html`<input
    type="search"
    placeholder="revenue, brand, week …"
    oninput=${() => show()}
  />` as unknown as HTMLInputElement;
  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const {text, element} of entries) {
      const isFound = words.every((word) => text.includes(word));
      element.hidden = !isFound;
      if (isFound) ++count;
    }
    found.textContent = words.length ? `${counted(count, "table", "tables", formats)} of ${tables.length}` : "";
  };
  return html`<details class="table-browser" open=${matchMedia("(min-width: 1080px)").matches}>
    <summary><h2>Tables</h2></summary>
    <label>Find a table or a column ${search}</label>
    ${found}
    <ul>
      ${entries.map(({element}) => element)}
    </ul>
  </details>`;
}

function entry(
  {name, description, rows, columns}: DescribedTable,
  {insert, tryExample, questionOf, formats}: TableBrowserOptions
): HTMLElement {
  const question = questionOf(name);
  const content = () =>
    html`<div>
      <p>${description}.</p>
      ${question ? html`<p class="question">${question}</p>` : ""}
      <div class="actions">
        ${
          question
            ? html`<button type="button" aria-label=${`Try: ${question}`} onclick=${() => tryExample(name)}>
                Try
              </button>`
            : ""
        }
        <button type="button" aria-label=${`Insert name ${name}`} onclick=${() => insert(name)}>Insert name</button>
      </div>
      <ul class="columns" aria-label=${`Columns of ${name}`}>
        ${columns.map(
          (column) =>
            html`<li>
              <button type="button" aria-label=${`Insert ${column.name}`} onclick=${() => insert(column.name)}>
                ${column.name}
              </button>
              <span>${column.type}</span>
              <p>${column.description}</p>
            </li>`
        )}
      </ul>
    </div>`;
  const size = html`<span>${rows === undefined ? "" : counted(rows, "row", "rows", formats)}</span>`;
  return html`<li>${unfolding([html`<b>${name}</b>`, " ", size], content)}</li>`;
}
