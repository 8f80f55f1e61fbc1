import {html} from "npm:htl";
import {everybody, isEverybody, type Selection} from "../../shared/selection/selection.js";
import {openSessions} from "../sessions/open-sessions.js";
import type {SessionTable} from "../../shared/sessions/session-table.js";
import {beginFollowing, onSelection} from "./selection-store.js";

/** How to show what follows a selection. */
export interface Following<T> {
  /** what to show of everybody, as the build has counted it */
  built: T;
  /** what to show of the sessions that are chosen */
  count: (sessions: SessionTable, selection: Selection) => T | Promise<T>;
  /** may give the same node again, which then stays where it is */
  show: (data: T, selection: Selection) => Node;
}

/**
 * An element that shows what the build counted, until the reader chooses sessions: then what is counted of these in the browser, for which the first
 * choice starts the SQL engine. What is there stays while that goes on.
 */
export function followSelection<T>({built, count, show}: Following<T>): HTMLElement {
  const status = html`<div class="status" role="status"></div>`;
  const content = html`<div></div>`;
  const element = html`<div class="following">${content}${status}</div>`;
  let latest = 0;
  beginFollowing();
  const place = (shown: Node): void => {
    if (content.firstChild !== shown) content.replaceChildren(shown);
  };
  place(show(built, everybody));
  let isBuilt = true;
  onSelection((selection) => {
    const request = ++latest;
    if (isEverybody(selection)) {
      if (!isBuilt) place(show(built, selection));
      isBuilt = true;
      return settle("");
    }
    void countChosen(selection, request);
  });

  async function countChosen(selection: Selection, request: number): Promise<void> {
    // an answer that comes at once needs no word
    const timer = setTimeout(() => request === latest && wait(), 150);
    try {
      const data = await count(await openSessions(), selection);
      if (request !== latest) return;
      place(show(data, selection));
      isBuilt = false;
      settle("");
    } catch (error) {
      if (request === latest)
        settle(`This could not be counted: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      clearTimeout(timer);
    }
  }

  function wait(): void {
    element.setAttribute("aria-busy", "true");
    status.textContent = "Counting the chosen sessions …";
  }

  function settle(text: string): void {
    element.removeAttribute("aria-busy");
    status.textContent = text;
  }

  return element;
}
