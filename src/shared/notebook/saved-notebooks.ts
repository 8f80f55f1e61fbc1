/** A notebook that a reader has saved under a name. */
export interface SavedNotebook {
  name: string;
  /** the notebook as its address has it after `#` */
  address: string;
  /** when, as an ISO time */
  savedAt: string;
}

/** The notebooks in what a browser has kept, by name. What is no list of them gives none, and what is no notebook in it is left out. */
export function readSavedNotebooks(text: string | null): SavedNotebook[] {
  try {
    const kept = JSON.parse(text ?? "[]") as unknown;
    return byName((Array.isArray(kept) ? kept : []).filter(isSavedNotebook));
  } catch {
    return [];
  }
}

/** A list of notebooks with one more, in place of the one of the same name. */
export function withNotebook(notebooks: readonly SavedNotebook[], added: SavedNotebook): SavedNotebook[] {
  return byName([...withoutNotebook(notebooks, added.name), added]);
}

/** A list of notebooks without the one of a name. */
export function withoutNotebook(notebooks: readonly SavedNotebook[], name: string): SavedNotebook[] {
  return notebooks.filter((notebook) => notebook.name !== name);
}

function byName(notebooks: SavedNotebook[]): SavedNotebook[] {
  return notebooks.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function isSavedNotebook(value: unknown): value is SavedNotebook {
  const {name, address, savedAt} = (value ?? {}) as Record<string, unknown>;
  return typeof name === "string" && name !== "" && typeof address === "string" && typeof savedAt === "string";
}
