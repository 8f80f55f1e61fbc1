import {html} from "npm:htl";

// half a million rows have to stay below the height that browsers draw
const rowHeight = 32;
const rowsAround = 8;

/** A column of the list. */
export interface SessionListColumn {
  name: string;
  label: string;
  /** pixels */
  width: number;
  isNumber?: boolean;
  /** whether sorting begins with the first name, not with the largest number */
  isName?: boolean;
}

/** What the list shows: how many rows there are, and the text of each of their cells. */
export interface ListedSessions {
  length: number;
  cells: (row: number) => string[];
}

/** A sorted column, and whether its largest values or its last names come first. */
export interface ListOrder {
  column: string;
  isReversed: boolean;
}

/** How to show a list. */
export interface SessionListOptions {
  columns: readonly SessionListColumn[];
  label: string;
  sort: (order: ListOrder) => void;
}

/**
 * A table of any number of sessions, of which only the rows in view are in the page: an element, and what makes it show rows in an order. A column's
 * heading is a button that sorts by it, and the other way when it does already.
 */
export function sessionList({columns, label, sort}: SessionListOptions): {
  element: HTMLElement;
  show: (sessions: ListedSessions, order: ListOrder) => void;
} {
  let current: ListedSessions = {length: 0, cells: () => []};
  let shownOrder: ListOrder = {column: "", isReversed: false};
  const template = columns.map(({width}) => `minmax(${width}px, 1fr)`).join(" ");
  const headings = columns.map(({name, label, isNumber}) => {
    const button = html`<button type="button">${label}<span aria-hidden="true"></span></button>`;
    button.addEventListener("click", () =>
      sort({column: name, isReversed: shownOrder.column === name && !shownOrder.isReversed})
    );
    return html`<div role="columnheader" class=${isNumber ? "number" : ""}>${button}</div>`;
  });
  const head = html`<div role="row" aria-rowindex="1" class="head" style=${{"grid-template-columns": template}}>
    ${headings}
  </div>`;
  const body = html`<div role="rowgroup" class="body"></div>`;
  const table = html`<div role="table" aria-label=${label} aria-colcount=${columns.length}>
    <div role="rowgroup" class="top">${head}</div>
    ${body}
  </div>`;
  const element = html`<div class="session-list" tabindex="0" role="group" aria-label=${`${label}, scrolls`}>
    ${table}
  </div>`;

  const draw = (): void => {
    const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - rowsAround);
    const inView = Math.ceil((element.clientHeight || 440) / rowHeight) + 2 * rowsAround;
    const last = Math.min(current.length, first + inView);
    const rows = Array.from({length: last - first}, (_, i) => {
      const cells = current.cells(first + i);
      return html`<div role="row" aria-rowindex=${first + i + 2} style=${{"grid-template-columns": template}}>
        ${cells.map((text, c) => html`<div role="cell" class=${columns[c]?.isNumber ? "number" : ""} title=${text}><bdi>${text}</bdi></div>`)}
      </div>`;
    });
    body.style.paddingTop = `${first * rowHeight}px`;
    body.style.height = `${(current.length - first) * rowHeight}px`;
    body.replaceChildren(...rows);
  };
  let isWaiting = false;
  element.addEventListener("scroll", () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      draw();
    });
  });

  return {
    element,
    show: (sessions, order) => {
      current = sessions;
      shownOrder = order;
      table.setAttribute("aria-rowcount", String(sessions.length + 1));
      for (const [i, {name, isName}] of columns.entries()) {
        const isSorted = order.column === name;
        const direction = order.isReversed === Boolean(isName) ? "descending" : "ascending";
        headings[i]?.setAttribute("aria-sort", isSorted ? direction : "none");
        const arrow = headings[i]?.querySelector("span");
        if (arrow) arrow.textContent = isSorted ? (direction === "ascending" ? " ↑" : " ↓") : "";
      }
      element.scrollTop = 0;
      draw();
    }
  };
}
