/** Thrown when an input can be read only if it may put a copy of itself into a folder. */
export class NeedsCopy extends Error {
  override name = "NeedsCopy";

  /** `path` is what messages call the input. */
  constructor(path: string) {
    super(`${path}: DuckDB's CSV parser state machine reached an invalid state, or would lose lines; read a copy`);
  }
}
