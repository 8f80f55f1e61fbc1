import {html} from "npm:htl";
import {
  readSavedNotebooks,
  type SavedNotebook,
  withNotebook,
  withoutNotebook
} from "../../shared/notebook/saved-notebooks.js";

/** What the list of saved notebooks asks and tells. */
export interface SavedListOptions {
  /** the notebook that is open, as its address has it after `#` */
  current: () => string;
  open: (notebook: SavedNotebook) => void;
  /** is told that the open notebook has been saved under a name */
  named: (name: string) => void;
}

/** Notebooks that this browser keeps for this report: an element, and what shows the name of the notebook that is open. */
export function savedList({current, open, named}: SavedListOptions): {
  element: HTMLElement;
  showName: (name: string) => void;
} {
  // reports on one host, as GitHub Pages has them, keep their own
  const key = `funnelbook-notebooks ${new URL(".", location.href).pathname}`;
  const list = html`<ul></ul>`;
  const heading = html`<summary></summary>`;
  const status = html`<span class="status" role="status"></span>`;
  const name = html`<input type="text" maxlength="80" required />` as unknown as HTMLInputElement;

  const read = () => {
    try {
      return readSavedNotebooks(localStorage.getItem(key));
    } catch {
      // a browser may keep nothing for anybody
      return [];
    }
  };
  const write = (notebooks: SavedNotebook[], done: Node | string) => {
    try {
      localStorage.setItem(key, JSON.stringify(notebooks));
      status.replaceChildren(done);
    } catch {
      status.replaceChildren("This browser keeps nothing. A link to the notebook holds all of it.");
    }
    show();
  };
  const save = (event: Event) => {
    event.preventDefault();
    const text = name.value.trim();
    if (!text) return;
    const isKnown = read().some((saved) => saved.name === text);
    named(text);
    write(
      withNotebook(read(), {name: text, address: current(), savedAt: new Date().toISOString()}),
      isKnown ? `Saved in place of the earlier “${text}”.` : `Saved as “${text}”.`
    );
  };
  const remove = (notebook: SavedNotebook) => {
    const undo = html`<button type="button" onclick=${() => write(withNotebook(read(), notebook), "It is back.")}>
      Undo
    </button>`;
    write(withoutNotebook(read(), notebook.name), html`<span>Deleted “${notebook.name}”. ${undo}</span>`);
    undo.focus();
  };
  const show = () => {
    const notebooks = read();
    heading.textContent = `Saved notebooks (${notebooks.length})`;
    list.replaceChildren(
      ...notebooks.map(
        (notebook) =>
          html`<li>
            <a href=${`#${notebook.address}`} onclick=${(event: Event) => (event.preventDefault(), open(notebook))}
              >${notebook.name}</a
            >
            <span>${notebook.savedAt.slice(0, 10)}</span>
            <button type="button" aria-label=${`Delete ${notebook.name}`} onclick=${() => remove(notebook)}>
              Delete
            </button>
          </li>`
      )
    );
  };
  addEventListener("storage", (event) => event.key === key && show());
  show();
  const element = html`<div class="saved">
    <form class="controls" onsubmit=${save}>
      <label>Name of this notebook ${name}</label>
      <button type="submit">Save</button>
      ${status}
    </form>
    <details>
      ${heading}
      <p>They are kept in this browser, and nowhere else.</p>
      ${list}
    </details>
  </div>`;
  return {element, showName: (text) => (name.value = text)};
}
