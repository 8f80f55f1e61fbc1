import {html} from "npm:htl";
import {counted} from "../../shared/number-format.js";
import type {NotebookCell} from "../../shared/notebook/notebook-address.js";
import type {QueryResult} from "../../shared/notebook/query-result.js";
import type {DescribedTable} from "../methods/table-dictionary.js";
import type {ReportFormats} from "../report-formats.js";
import {cellEditor} from "./cell-editor.js";
import {copyText} from "./copy-text.js";
import type {QueryError, RunOptions} from "./query-engine.js";
import {type ResultLook, resultView} from "./result-view.js";

/** What a cell asks of its notebook, and tells it. */
export interface CellOptions {
  tables: readonly DescribedTable[];
  formats: Pick<ReportFormats, "count">;
  /** the id of what an editor is called, before its cell */
  labelledBy: string;
  /** the id of what says how to use an editor */
  describedBy: string;
  /** asks a query; the engine starts with the first one */
  ask: (query: string, options: Pick<RunOptions, "say" | "signal">) => Promise<QueryResult>;
  /** is told that the query is being written, or that the reader wants to see its result in another way */
  changed: (what: "query" | "look") => void;
  focused: () => void;
  moveOn: () => void;
  move: (by: 1 | -1) => void;
  remove: () => void;
}

/** A cell of a notebook on the page. */
export interface CellView {
  element: HTMLElement;
  /** what an address says of it */
  cell: () => NotebookCell;
  /** Shows that it is the cell of a number, from 1, among so many. */
  place: (number: number, count: number) => void;
  run: () => Promise<void>;
  focus: () => void;
  /** Writes text where the cursor is. */
  insert: (text: string) => void;
  /** Shows its result in another way. */
  showLook: (look: ResultLook) => void;
  /** Shows a result that is known without asking, with where it comes from. */
  showResult: (result: QueryResult, remark: string) => void;
  /** Ends what it is doing; it is not shown any more. */
  close: () => void;
}

let cells = 0;

/** A cell: an editor, what runs its query, and the result or what was wrong. */
export function notebookCell(initial: NotebookCell, options: CellOptions): CellView {
  const {tables, formats, labelledBy, describedBy, ask, changed, focused, moveOn, move, remove} = options;
  const id = `cell-${++cells}`;
  let [isChart, chart] = [initial.isChart, initial.chart];
  let running: AbortController | undefined;
  let shown: QueryResult | undefined;
  let number = 1;

  const run = async (): Promise<void> => {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    editor.mark();
    const clock = startClock((text) => (elapsed.textContent = text));
    const say = (phase: string) => {
      clock.restart();
      status.textContent = `${phase} …`;
    };
    say("Asking");
    button.textContent = "Cancel";
    element.classList.add("is-running");
    try {
      const result = await ask(editor.text(), {say, signal: controller.signal});
      showResult(result, `${counted(result.rowCount, "row", "rows", formats)} · ${clock.seconds()}`);
    } catch (error) {
      if (running !== controller) return;
      if (controller.signal.aborted) status.textContent = `Stopped after ${clock.seconds()}.`;
      else showError(error as QueryError);
    } finally {
      clock.stop();
      if (running === controller) {
        running = undefined;
        elapsed.textContent = "";
        button.textContent = "Run";
        element.classList.remove("is-running");
      }
    }
  };
  let pressedAt = 0;
  const press = () => {
    const isDoubleClick = performance.now() - pressedAt < 400;
    pressedAt = performance.now();
    if (!running) void run();
    else if (!isDoubleClick) running.abort();
  };

  const showResult = (result: QueryResult, remark: string) => {
    status.textContent = remark;
    element.classList.remove("is-changed");
    shown = result;
    output.replaceChildren(
      resultView(result, {
        name: `result-${id.slice("cell-".length)}`,
        label: `Result of cell ${number}`,
        look: {isChart, chart},
        lookChanged: (look) => {
          ({isChart, chart} = look);
          changed("look");
        },
        formats
      })
    );
  };

  const showError = ({message, place}: QueryError) => {
    shown = undefined;
    element.classList.remove("is-changed");
    status.textContent = place ? `Not answered: line ${place.line}, column ${place.column}.` : "Not answered.";
    if (place) editor.mark(place.offset);
    const goThere = () => place && editor.moveTo(place.offset);
    output.replaceChildren(
      html`<div class="query-error">
        <pre>${message}</pre>
        ${place ? html`<button type="button" onclick=${goThere}>Go to line ${place.line}</button>` : ""}
      </div>`
    );
  };

  const moveOnRunning = () => {
    void run();
    moveOn();
  };
  const editor = cellEditor(initial.sql, {
    labelledBy: `${labelledBy} ${id}`,
    describedBy,
    tables,
    focused,
    changed: () => {
      element.classList.toggle("is-changed", output.childElementCount > 0);
      changed("query");
    },
    run: () => void run(),
    runAndMoveOn: moveOnRunning
  });
  const copied = async (event: Event) => {
    const pressed = event.currentTarget as HTMLElement;
    pressed.textContent = await copyText(editor.text());
    setTimeout(() => (pressed.textContent = "Copy"), 1500);
  };
  const heading = html`<h3 id=${id}></h3>`;
  const status = html`<span class="status" role="status"></span>`;
  const elapsed = html`<span class="elapsed" aria-hidden="true"></span>`;
  const output = html`<div class="output"></div>`;
  const button = html`<button type="button" class="run" onclick=${press}>Run</button>`;
  const up = html`<button type="button" onclick=${() => move(-1)}>↑</button>` as unknown as HTMLButtonElement;
  const down = html`<button type="button" onclick=${() => move(1)}>↓</button>` as unknown as HTMLButtonElement;
  const copy = html`<button type="button" onclick=${copied}>Copy</button>`;
  const bin = html`<button type="button" onclick=${remove}>Delete</button>`;
  const element = html`<section class="cell" aria-labelledby=${id}>
    <div class="cell-bar">${heading} ${copy}${up}${down}${bin}</div>
    ${editor.element}
    <div class="run-bar">${button} ${status} ${elapsed}</div>
    ${output}
  </section>`;

  return {
    element,
    cell: () => ({sql: editor.text(), isChart, chart}),
    place: (place, count) => {
      number = place;
      heading.textContent = `Cell ${place}`;
      copy.setAttribute("aria-label", `Copy the query of cell ${place}`);
      up.setAttribute("aria-label", `Move cell ${place} up`);
      down.setAttribute("aria-label", `Move cell ${place} down`);
      bin.setAttribute("aria-label", `Delete cell ${place}`);
      up.disabled = place === 1;
      down.disabled = place === count;
      bin.hidden = count === 1;
    },
    run,
    focus: editor.focus,
    insert: editor.insert,
    showLook: (look) => {
      if (JSON.stringify(look) === JSON.stringify({isChart, chart})) return;
      ({isChart, chart} = look);
      if (shown) showResult(shown, status.textContent ?? "");
    },
    showResult,
    close: () => {
      running?.abort();
      editor.close();
    }
  };
}

// shows how long something takes, from the last restart on
function startClock(show: (text: string) => void) {
  let started = performance.now();
  const seconds = () => {
    const passed = (performance.now() - started) / 1000;
    return `${passed.toFixed(passed < 1 ? 2 : 1)} s`;
  };
  const timer = setInterval(() => show(seconds()), 100);
  return {seconds, restart: () => (started = performance.now()), stop: () => clearInterval(timer)};
}
