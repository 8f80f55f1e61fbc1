import {endOfRecord, type RecordEnd} from "../sources/end-of-record.ts";
import type {InputFile} from "../sources/inspect-file.ts";
import {readText} from "../sources/text-lines.ts";
import type {UnreadableLine} from "../sources/unreadable-lines.ts";

/** Where the rows of a file stand in it. */
export interface RowLines {
  /** rows from this one on, counted from 0, stand on line `line` and the lines after it, one each, until the next entry */
  stretches: {row: number; line: number}[];
  /** the lines of those that could not be read, in their order */
  unreadable: number[];
}

/**
 * Finds the lines of a text file's rows, from 1, by following its line ends and quotes; rows may span lines, and empty lines
 * and unreadable ones are no rows. Only as far as row `last`, from 0. The lines of a file that is not text, or of one that is
 * compressed with zstd, are its rows, from 1.
 */
export async function findRowLines(
  file: InputFile,
  unreadable: readonly UnreadableLine[],
  last: number
): Promise<RowLines> {
  if (file.format === "parquet" || file.compression === "zstd") {
    return {stretches: [{row: 0, line: 1}], unreadable: unreadable.map((_, i) => i + 1)};
  }
  const follower = new LineFollower(file, unreadable);
  for await (const chunk of readText(file)) {
    follower.follow(chunk as Buffer);
    if (follower.row > last && follower.isPastUnreadable) break;
  }
  follower.end();
  return {stretches: follower.stretches, unreadable: follower.unreadableLines};
}

const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;

class LineFollower {
  readonly stretches: RowLines["stretches"] = [];
  readonly unreadableLines: number[] = [];
  row = 0;
  private line = 1;
  private offset = 0;
  private rest: Buffer = Buffer.alloc(0);
  private isHeader: boolean;
  private shift = NaN;
  /** of CSV */
  private readonly delimiter: number | undefined;

  constructor(
    {format, delimiter}: InputFile,
    private readonly unreadable: readonly UnreadableLine[]
  ) {
    this.isHeader = format === "csv";
    this.delimiter = format === "csv" ? delimiter.charCodeAt(0) : undefined;
  }

  get isPastUnreadable(): boolean {
    return this.unreadableLines.length === this.unreadable.length;
  }

  follow(chunk: Buffer): void {
    this.take(this.rest.length ? Buffer.concat([this.rest, chunk]) : chunk, false);
  }

  end(): void {
    this.take(this.rest, true);
  }

  private take(text: Buffer, isLast: boolean): void {
    let start = 0;
    let nextQuote = text.indexOf(quote);
    while (start < text.length) {
      if (nextQuote >= 0 && nextQuote < start) nextQuote = text.indexOf(quote, start);
      start = this.takePlainLines(text, start, nextQuote < 0 || this.delimiter === undefined ? text.length : nextQuote);
      let end = text.indexOf(lineFeed, start);
      const isUnreadable = this.isUnreadable(start);
      const mayBeQuoted = nextQuote >= 0 && (nextQuote < end || end < 0);
      if (this.delimiter !== undefined && mayBeQuoted && !isUnreadable) {
        end = lineFeedAfter(text, endOfRecord(text, start, this.delimiter));
      }
      if (end < 0) {
        if (!isLast) break;
        end = text.length;
      }
      this.takeLine(text, start, end, isUnreadable);
      start = end + 1;
    }
    this.rest = text.subarray(start);
    this.offset += start;
  }

  // nearly all lines: rows without quotes, of which only the number counts; returns where the first other line begins
  private takePlainLines(text: Buffer, start: number, until: number): number {
    const nextUnreadable = (this.unreadable[this.unreadableLines.length]?.offset ?? Infinity) - this.offset;
    if (this.isHeader || this.line - this.row !== this.shift) return start;
    let lines = 0;
    for (;;) {
      const end = text.indexOf(lineFeed, start);
      if (end < 0 || end >= until || start >= nextUnreadable || this.isBlank(text, start, end)) break;
      ++lines;
      start = end + 1;
    }
    this.line += lines;
    this.row += lines;
    return start;
  }

  private isUnreadable(start: number): boolean {
    const next = this.unreadable[this.unreadableLines.length];
    return next !== undefined && next.offset <= this.offset + start;
  }

  private takeLine(text: Buffer, start: number, end: number, isUnreadable: boolean): void {
    const line = this.line;
    this.line += countLineFeeds(text, start, end) + 1;
    if (isUnreadable) this.unreadableLines.push(line);
    else if (this.isBlank(text, start, end)) return;
    else if (this.isHeader) this.isHeader = false;
    else {
      if (line - this.row !== this.shift) this.stretches.push({row: this.row, line});
      this.shift = line - this.row;
      ++this.row;
    }
  }

  // spaces are no row of JSON lines, and no header; elsewhere DuckDB takes them for a row
  private isBlank(text: Buffer, start: number, end: number): boolean {
    if (end === start || (end === start + 1 && text[start] === carriageReturn)) return true;
    const isStrict = this.delimiter !== undefined && !this.isHeader;
    if (isStrict || end - start > 1000) return false;
    return !text.subarray(start, end).toString().replace("\uFEFF", "").trim();
  }
}

// -1 where the text ends before it
function lineFeedAfter(text: Buffer, {end, state}: RecordEnd): number {
  return state === "open" ? -1 : text.indexOf(lineFeed, end);
}

function countLineFeeds(text: Buffer, start: number, end: number): number {
  let count = 0;
  for (let i = text.indexOf(lineFeed, start); i >= 0 && i < end; i = text.indexOf(lineFeed, i + 1)) ++count;
  return count;
}
