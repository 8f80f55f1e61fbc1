import {html} from "npm:htl";
import {
  type Notebook,
  type NotebookCell,
  notebookAddress,
  notebookInAddress,
  readNotebook,
  tableCell,
  writeNotebook
} from "../../shared/notebook/notebook-address.js";
import type {ExampleQuery} from "../../shared/notebook/parse-examples.js";
import {plainResult, type QueryResult} from "../../shared/notebook/query-result.js";
import type {DescribedTable} from "../methods/table-dictionary.js";
import type {ReportFormats} from "../report-formats.js";
import {copyText} from "./copy-text.js";
import {type CellView, notebookCell} from "./notebook-cell.js";
import type {QueryEngine, RunOptions} from "./query-engine.js";
import {savedList} from "./saved-list.js";
import {tableBrowser} from "./table-browser.js";

/** What a notebook is opened with. */
export interface NotebookOptions {
  tables: readonly DescribedTable[];
  examples: readonly ExampleQuery[];
  /** the example that the page opens with: its table, and the rows with which the build has answered it */
  opening: {table: string; rows: readonly Record<string, unknown>[]};
  /** small tables that queries of the report's pages can name besides */
  facts: Record<string, readonly Record<string, unknown>[]>;
  /** tables whose examples are offered to begin with */
  starters: readonly string[];
  formats: ReportFormats;
}

const [word, guide] = ["editor-word", "editor-guide"];

/**
 * A notebook of SQL queries on the report's tables, which the reader's own browser answers. It lives in the address, so that a link opens the
 * same cells, without running them, and Back undoes what was added, deleted or moved.
 */
export function sqlNotebook({tables, examples, opening, facts, starters, formats}: NotebookOptions): HTMLElement {
  const exampleOf = (table: string) => examples.find((example) => example.table === table);
  const firstCell = tableCell(exampleOf(opening.table)?.sql ?? "");
  let views: CellView[] = [];
  let current: CellView | undefined;
  let name = "";
  let engine: Promise<QueryEngine> | undefined;
  let writing: ReturnType<typeof setTimeout> | undefined;

  const ask = async (query: string, options: Pick<RunOptions, "say" | "signal">): Promise<QueryResult> => {
    engine ??= import("./query-engine.js").then((loaded) => new loaded.QueryEngine(tables, facts));
    const queryOfCell = (number: number) => views[number - 1]?.cell().sql;
    return (await engine).run(query, {...options, queryOfCell});
  };
  const notebook = (): Notebook => ({name, cells: views.map((view) => view.cell())});

  // what is typed is one step of the history; what is added, deleted or moved is one each
  const writeAddress = (isStep: boolean) => {
    clearTimeout(writing);
    const address = notebookAddress(notebook(), location);
    if (isStep) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  };
  const writeSoon = () => {
    clearTimeout(writing);
    writing = setTimeout(() => writeAddress(false), 300);
  };

  const list = html`<div class="cells"></div>`;
  const status = html`<span class="status" role="status"></span>`;

  const makeCell = (cell: NotebookCell): CellView => {
    const view: CellView = notebookCell(cell, {
      tables,
      formats,
      labelledBy: word,
      describedBy: guide,
      ask,
      changed: (what) => (what === "look" ? writeAddress(true) : writeSoon()),
      focused: () => (current = view),
      moveOn: () => {
        const next = views[views.indexOf(view) + 1];
        if (next) next.focus();
        else addCell(tableCell(""));
      },
      move: (by) => {
        const from = views.indexOf(view);
        const focused = document.activeElement;
        views.splice(from, 1);
        views.splice(from + by, 0, view);
        showCells();
        writeAddress(true);
        if (focused instanceof HTMLButtonElement && !focused.disabled) focused.focus();
        else view.focus();
        status.textContent = `Cell ${from + 1} is now cell ${from + by + 1}.`;
      },
      remove: () => removeCell(view)
    });
    return view;
  };

  // a node that stays where it is keeps its focus and its place
  const showCells = () => {
    for (const child of [...list.children]) if (!views.some(({element}) => element === child)) child.remove();
    for (const [i, view] of views.entries()) {
      if (list.children[i] !== view.element) list.insertBefore(view.element, list.children[i] ?? null);
      view.place(i + 1, views.length);
    }
    if (!current || !views.includes(current)) current = views.at(-1);
  };

  const addCell = (cell: NotebookCell, after = views.length - 1): CellView => {
    const view = makeCell(cell);
    views.splice(after + 1, 0, view);
    showCells();
    writeAddress(true);
    view.focus();
    status.textContent = `Cell ${after + 2} added.`;
    return view;
  };

  const removeCell = (view: CellView) => {
    const place = views.indexOf(view);
    views = views.filter((each) => each !== view);
    showCells();
    writeAddress(true);
    const undo = html`<button type="button" onclick=${() => bringBack(view, place)}>Undo</button>`;
    status.replaceChildren(`Cell ${place + 1} deleted. `, undo);
    undo.focus();
  };
  const bringBack = (view: CellView, place: number) => {
    views.splice(Math.min(place, views.length), 0, view);
    showCells();
    writeAddress(true);
    view.focus();
    status.textContent = `Cell ${place + 1} is back.`;
  };

  // cells that stay keep their results
  const open = ({name: newName, cells}: Notebook) => {
    name = newName;
    saved.showName(name);
    const left = [...views];
    views = cells.map((cell) => {
      const same = left.findIndex((view) => view.cell().sql === cell.sql);
      if (same < 0) return makeCell(cell);
      const [view] = left.splice(same, 1) as [CellView];
      view.showLook({isChart: cell.isChart, chart: cell.chart});
      return view;
    });
    for (const view of left) view.close();
    showCells();
  };
  const openAddress = () => {
    const asked = notebookInAddress(location, (table) => exampleOf(table)?.sql);
    open(asked ?? {name: "", cells: [firstCell]});
    if (!asked) views[0]?.showResult(plainResult(opening.rows), "Answered when the report was made.");
  };

  const tryExample = (table: string) => {
    const sql = exampleOf(table)?.sql;
    if (sql === undefined) return;
    const empty = views.find((view) => view.cell().sql.trim() === "");
    if (empty) {
      empty.insert(sql);
      void empty.run();
      empty.element.scrollIntoView({block: "nearest"});
    } else void addCell(tableCell(sql), views.indexOf(current ?? (views.at(-1) as CellView))).run();
  };
  const runAll = () => {
    for (const view of views) void view.run();
  };
  const copyLink = async () => {
    writeAddress(false);
    status.textContent = `${await copyText(location.href)}. The address of this page holds all cells.`;
  };

  const saved = savedList({
    current: () => writeNotebook(notebook()),
    open: (notebook) => {
      const read = readNotebook(notebook.address);
      if (!read) return;
      open({...read, name: notebook.name});
      writeAddress(true);
      views[0]?.focus();
    },
    named: (newName) => {
      name = newName;
      writeAddress(false);
    }
  });
  const offered = starters
    .filter((table) => (tables.find((each) => each.name === table)?.rows ?? 0) > 0)
    .map((table) => exampleOf(table))
    .filter((example) => example !== undefined);

  openAddress();
  addEventListener("popstate", openAddress);

  return html`<div class="explore">
    <div class="notebook">
      <span class="for-screen-readers" id=${word}>Query of</span>
      <p class="guide" id=${guide}>
        <kbd>Ctrl</kbd> or <kbd>⌘</kbd> <kbd>Enter</kbd> runs, <kbd>Shift</kbd> <kbd>Enter</kbd> runs and moves on.
        <kbd>Tab</kbd> indents; <kbd>Esc</kbd> and then <kbd>Tab</kbd> leaves the editor.
      </p>
      ${list}
      <div class="notebook-bar">
        <button type="button" onclick=${() => addCell(tableCell(""))}>Add a cell</button>
        <button type="button" onclick=${runAll}>Run all</button>
        <button type="button" onclick=${copyLink}>Copy link</button>
        ${status}
      </div>
    </div>
    ${tableBrowser(tables, {
      insert: (text) => {
        current?.insert(text);
        current?.focus();
      },
      tryExample,
      questionOf: (table) => exampleOf(table)?.question,
      formats
    })}
    <div class="more">
      <div class="starters">
        <h2>Begin with a question</h2>
        <ul>
          ${offered.map(
            ({table, question}) =>
              html`<li><button type="button" onclick=${() => tryExample(table)}>${question}</button></li>`
          )}
        </ul>
      </div>
      ${saved.element}
    </div>
  </div>`;
}
