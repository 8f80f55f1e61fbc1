const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const quote = 34;

/** Where a record of CSV ends. */
export interface RecordEnd {
  /** of its line end (or the end of the text, exclusive), where it has one */
  end: number;
  /** good; with text after a quoted field; or still within a quoted field where the text ends */
  state: "good" | "bad" | "open";
}

/**
 * Finds the end of the CSV record that begins at `start`, by the rules of DuckDB: a field is quoted when it begins with a
 * quote or with one space and a quote, a doubled quote stands for one, and only spaces may follow the closing quote. A bad
 * record ends where that shows.
 */
export function endOfRecord(text: Uint8Array, start: number, delimiter: number): RecordEnd {
  let state: "start" | "space" | "plain" | "quoted" | "closed" = "start";
  for (let i = start; i < text.length; ++i) {
    const byte = text[i];
    if (state === "quoted") {
      if (byte !== quote) continue;
      if (text[i + 1] === quote) ++i;
      else state = "closed";
    } else if (byte === lineFeed || byte === carriageReturn) return {end: i, state: "good"};
    else if (byte === delimiter) state = "start";
    else if (byte === quote && state !== "plain") state = "quoted";
    else if (state === "start") state = byte === space ? "space" : "plain";
    else if (state === "space") state = "plain";
    else if (state === "closed" && byte !== space) return {end: i, state: "bad"};
  }
  return {end: text.length, state: state === "quoted" ? "open" : "good"};
}
