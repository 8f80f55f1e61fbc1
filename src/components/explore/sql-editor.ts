import {autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap} from "@codemirror/autocomplete";
import {defaultKeymap, history, historyKeymap, indentWithTab} from "@codemirror/commands";
import {sql} from "@codemirror/lang-sql";
import {bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting} from "@codemirror/language";
import {EditorState, StateEffect, StateField} from "@codemirror/state";
import {Decoration, type DecorationSet, drawSelection, EditorView, keymap, placeholder} from "@codemirror/view";
import {tags} from "@lezer/highlight";
import type {DescribedTable} from "../methods/table-dictionary.js";
import {sqlDialect} from "./sql-dialect.js";
import {sqlCompletions} from "./sql-completions.js";

/** What an editor is told, and tells. */
export interface SqlEditorOptions {
  /** the id of the element that names it */
  labelledBy: string;
  /** the id of an element that says how to use it */
  describedBy: string;
  tables: readonly DescribedTable[];
  changed: () => void;
  focused: () => void;
  /** Control or Command and Enter */
  run: () => void;
  /** Shift and Enter */
  runAndMoveOn: () => void;
}

// the colours of the theme, which know light from dark themselves
const highlighting = HighlightStyle.define([
  {tag: tags.keyword, color: "var(--kept)"},
  {tag: [tags.string, tags.special(tags.string)], color: "var(--good)"},
  {tag: [tags.number, tags.bool, tags.null], color: "var(--caution)"},
  {tag: [tags.lineComment, tags.blockComment], color: "var(--muted)", fontStyle: "italic"},
  {tag: tags.typeName, color: "var(--caution)"}
]);

const setMark = StateEffect.define<number | undefined>();

// where a query is wrong, until it is changed
const mark = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, {docChanged, effects, state}) => {
    const set = effects.find((effect) => effect.is(setMark));
    if (!set) return docChanged ? Decoration.none : marks;
    const place = set.value;
    if (place === undefined || place >= state.doc.length) return Decoration.none;
    const {to} = state.wordAt(place) ?? {to: place + 1};
    return Decoration.set(Decoration.mark({class: "wrong"}).range(place, Math.max(to, place + 1)));
  },
  provide: (field) => EditorView.decorations.from(field)
});

/** An editor of SQL with highlighting, completion and a history of its own. */
export function sqlEditor(
  text: string,
  {labelledBy, describedBy, tables, changed, focused, run, runAndMoveOn}: SqlEditorOptions
): EditorView {
  const command = (key: string, act: () => void) => ({key, preventDefault: true, run: () => (act(), true)});
  return new EditorView({
    state: EditorState.create({
      doc: text,
      extensions: [
        // before the keys that break lines
        keymap.of([command("Mod-Enter", run), command("Shift-Enter", runAndMoveOn)]),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({override: [sqlCompletions(tables)], icons: false}),
        sql({dialect: sqlDialect}),
        syntaxHighlighting(highlighting),
        mark,
        EditorView.lineWrapping,
        EditorState.tabSize.of(4),
        indentUnit.of("    "),
        placeholder("Write a query, such as: select * from daily"),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, indentWithTab]),
        EditorView.contentAttributes.of({
          "aria-labelledby": labelledBy,
          "aria-describedby": describedBy,
          spellcheck: "false"
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed();
          if (update.focusChanged && update.view.hasFocus) focused();
        })
      ]
    })
  });
}

/** Marks the word of a query that begins after so many characters as wrong, or none. */
export function markPlace(editor: EditorView, offset?: number): void {
  editor.dispatch({effects: setMark.of(offset)});
}
