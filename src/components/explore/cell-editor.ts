import {html} from "npm:htl";
import {plainField} from "./plain-field.js";
import type {SqlEditorOptions} from "./sql-editor.js";

type EditorModule = typeof import("./sql-editor.js");

/** Where a cell's query is written. */
export interface CellEditor {
  element: HTMLElement;
  text: () => string;
  focus: () => void;
  /** Writes text where the cursor is, and puts the cursor behind it. */
  insert: (text: string) => void;
  /** Shows the word after so many characters as wrong, or none. */
  mark: (offset?: number) => void;
  /** Puts the cursor behind so many characters. */
  moveTo: (offset: number) => void;
  /** Forgets the editor, which is not shown any more. */
  close: () => void;
}

/**
 * A field for a query, which becomes an editor with completion when the reader points to it or moves into it, as that weighs as much as the rest of
 * the page; it stays a plain one where the editor cannot be loaded.
 */
export function cellEditor(text: string, options: SqlEditorOptions): CellEditor {
  let loading: Promise<void> | undefined;
  let loaded: {module: EditorModule; editor: ReturnType<EditorModule["sqlEditor"]>} | undefined;
  let marked: number | undefined;
  let isClosed = false;
  const load = () => (loading ??= import("./sql-editor.js").then(replaceField, () => undefined));
  const focused = () => {
    void load();
    options.focused();
  };
  const {element: plain, field} = plainField(text, {...options, focused});
  const element = html`<div class="editor" onpointerenter=${load}>${plain}</div>`;

  const replaceField = (module: EditorModule) => {
    if (isClosed) return;
    const isFocused = document.activeElement === field;
    const {selectionStart: anchor, selectionEnd: head} = field;
    const editor = module.sqlEditor(field.value, options);
    loaded = {module, editor};
    plain.replaceWith(editor.dom);
    editor.dispatch({selection: {anchor, head}});
    module.markPlace(editor, marked);
    if (isFocused) editor.focus();
  };

  return {
    element,
    text: () => loaded?.editor.state.doc.toString() ?? field.value,
    focus: () => (loaded?.editor ?? field).focus(),
    insert: (added) => {
      if (loaded) return loaded.editor.dispatch(loaded.editor.state.replaceSelection(added), {scrollIntoView: true});
      field.setRangeText(added, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input"));
    },
    mark: (offset) => {
      marked = offset;
      if (loaded) loaded.module.markPlace(loaded.editor, offset);
      else if (offset !== undefined) void load();
    },
    moveTo: (offset) => {
      const anchor = Math.min(offset, loaded?.editor.state.doc.length ?? field.value.length);
      if (loaded) loaded.editor.dispatch({selection: {anchor}, scrollIntoView: true});
      else field.setSelectionRange(anchor, anchor);
      (loaded?.editor ?? field).focus();
    },
    close: () => {
      isClosed = true;
      loaded?.editor.destroy();
    }
  };
}
