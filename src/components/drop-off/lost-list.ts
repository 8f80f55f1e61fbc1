import {html} from "npm:htl";
import {counted} from "../../shared/number-format.js";
import {rawRows} from "../../shared/raw-rows.js";
import type {SessionDimension} from "../../shared/selection/session-dimensions.js";
import {downloadCsv} from "../figure/download-csv.js";
import type {ReportFormats} from "../report-formats.js";
import {type ListedSession, lostCells, lostColumns} from "./lost-columns.js";
import {type ListOrder, sessionList} from "./session-list.js";

/** The sessions that the list shows. */
export interface LostSessionsShown {
  /** how many match; more than are there where the build has given the first of them alone */
  matching: number;
  there: number;
  session: (place: number) => ListedSession;
  order: ListOrder;
}

/** How to show lost sessions. */
export interface LostListOptions {
  dimensions: readonly SessionDimension[];
  hasPrices: boolean;
  formats: ReportFormats;
  sort: (order: ListOrder) => void;
  /** called when the reader asks for the sessions that the build has not given */
  showAll: () => void;
}

/** The list of lost sessions with how many there are and a download of them: an element, and what makes it show sessions. */
export function lostList({dimensions, hasPrices, formats, sort, showAll}: LostListOptions): {
  element: HTMLElement;
  show: (shown: LostSessionsShown) => void;
} {
  const columns = lostColumns(dimensions, {hasPrices});
  const list = sessionList({columns, label: "Lost sessions", sort});
  const words = html`<span role="status"></span>`;
  const all = html`<button type="button" onclick=${showAll}>Load all of them</button>`;
  let current: LostSessionsShown | undefined;
  const download = html`<button type="button">Download the list as CSV</button>`;
  download.addEventListener("click", () => {
    if (!current) return;
    const {there, session} = current;
    void downloadCsv("lost-sessions", rawRows(Array.from({length: there}, (_, place) => session(place))));
  });
  return {
    element: html`<div class="lost-list">
      ${list.element}
      <div class="controls">${words} ${all} ${download}</div>
    </div>`,
    show: (shown) => {
      current = shown;
      const {matching, there, session, order} = shown;
      words.textContent =
        there < matching
          ? `The first ${formats.count(there)} of ${counted(matching, "session", "sessions", formats)}.`
          : `${counted(matching, "session", "sessions", formats)}.`;
      all.hidden = there >= matching;
      list.show({length: there, cells: (row) => lostCells(session(row), columns, formats)}, order);
    }
  };
}
