import {html} from "npm:htl";
import type {NumbersColumn} from "../figure/numbers-table.js";
import {type Sorting, readTableView, type TableView, writeTableView} from "../../shared/table-view.js";

/** A column that readers can sort by. */
export interface SortableColumn<T> extends NumbersColumn<T> {
  /** its name in the address */
  name: string;
  /** what rows are sorted by; the text unless told. Missing values stand last, whichever way */
  value?: (row: T) => number | string | null;
  /** what stands in the cell in place of the text */
  content?: (row: T) => unknown;
}

/** How to show a table. */
export interface SortableTableOptions {
  /** the table's name in the address, unique on the page */
  name: string;
  /** what the table lists, for screen readers */
  caption: string;
  /** what the rows are, as “products” */
  items: string;
  /** how rows are sorted first */
  sorting: Sorting;
  /** how many rows are shown first, and more each time the reader asks for more */
  shown?: number;
  count: (value: number) => string;
}

/**
 * A table that readers can sort by its columns, search in its text and unfold, by keyboard too. Sorting and search live in the address, so
 * that a link shows the same rows and Back undoes a sorting. No rows give a table that says so.
 */
export function sortableTable<T>(
  rows: readonly T[],
  columns: readonly SortableColumn<T>[],
  {name, caption, items, sorting, shown = 12, count}: SortableTableOptions
): HTMLElement {
  const search = html`<input type="search" autocomplete="off" spellcheck="false" />` as HTMLInputElement;
  const status = html`<div class="status" role="status" tabindex="-1"></div>`;
  const more = html`<button type="button"></button>` as HTMLButtonElement;
  const body = html`<tbody></tbody>`;
  const headings = columns.map((column) => headingOf(column, () => sortBy(column)));
  const texts = new Map(
    rows.map((row) => [
      row,
      columns
        .map(({text}) => text(row))
        .join(" ")
        .toLowerCase()
    ])
  );
  const names = columns.map((column) => column.name);
  let view: TableView = {find: "", sorting};
  let limit = shown;

  const show = () => {
    const found = foundRows(rows, view, {columns, texts});
    body.replaceChildren(...found.slice(0, limit).map((row) => rowOf(row, columns)));
    headings.forEach((heading, i) =>
      markSorting(heading, columns[i]?.name === view.sorting.column ? view.sorting : undefined)
    );
    const left = Math.max(0, found.length - limit);
    status.textContent = `${count(found.length - left)} of ${count(rows.length)} ${items}${view.find ? ` with “${view.find}”: ${count(found.length)}` : ""}`;
    more.textContent = `Show ${count(Math.min(left, shown))} more`;
    more.hidden = left === 0;
  };
  const restore = () => {
    view = readTableView(location.search, {name, names, sorting});
    search.value = view.find;
    limit = shown;
    show();
  };
  const address = () =>
    `${location.pathname}${writeTableView(view, {search: location.search, name, sorting})}${location.hash}`;
  const sortBy = (column: SortableColumn<T>) => {
    const isSame = view.sorting.column === column.name;
    view = {...view, sorting: {column: column.name, isDown: isSame ? !view.sorting.isDown : column.isNumber === true}};
    history.pushState(null, "", address());
    show();
  };
  search.addEventListener("input", () => {
    view = {...view, find: search.value.trim()};
    limit = shown;
    // a word is no step of its own for Back, letter by letter
    history.replaceState(null, "", address());
    show();
  });
  more.addEventListener("click", () => {
    limit += shown;
    show();
    if (more.hidden) status.focus();
  });
  addEventListener("popstate", restore);
  restore();

  return html`<div class="sortable-table">
    <div class="controls"><label>Find in ${items} ${search}</label></div>
    <div class="frame" role="region" tabindex="0" aria-label=${caption}>
      <table class="numbers-table" aria-label=${caption}>
        <thead>
          <tr>
            ${headings}
          </tr>
        </thead>
        ${body}
      </table>
    </div>
    <div class="controls">${status}${more}</div>
  </div>`;
}

function headingOf<T>({label, isNumber}: SortableColumn<T>, sort: () => void): HTMLElement {
  return html`<th scope="col" class=${isNumber ? "number" : ""}>
    <button type="button" onclick=${sort}>${label}<span class="arrow" aria-hidden="true"></span></button>
  </th>`;
}

function markSorting(heading: HTMLElement, sorting: Sorting | undefined): void {
  if (sorting) heading.setAttribute("aria-sort", sorting.isDown ? "descending" : "ascending");
  else heading.removeAttribute("aria-sort");
}

function rowOf<T>(row: T, columns: readonly SortableColumn<T>[]): HTMLElement {
  return html`<tr>
    ${columns.map(({text, content, isNumber}) => html`<td class=${isNumber ? "number" : ""}>${(content ?? text)(row)}</td>`)}
  </tr>`;
}

function foundRows<T>(
  rows: readonly T[],
  {find, sorting: {column, isDown}}: TableView,
  {columns, texts}: {columns: readonly SortableColumn<T>[]; texts: Map<T, string>}
): T[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => words.every((word) => texts.get(row)?.includes(word)));
  const sorted = columns.find(({name}) => name === column);
  if (!sorted) return found;
  const valueOf = sorted.value ?? sorted.text;
  return found
    .map((row) => ({row, value: valueOf(row)}))
    .sort((a, b) => compareValues(a.value, b.value, isDown))
    .map(({row}) => row);
}

function compareValues(a: number | string | null, b: number | string | null, isDown: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  // ids of many digits are text, and read as numbers
  const order =
    typeof a === "number" && typeof b === "number"
      ? a - b
      : String(a).localeCompare(String(b), undefined, {numeric: true});
  return isDown ? -order : order;
}
