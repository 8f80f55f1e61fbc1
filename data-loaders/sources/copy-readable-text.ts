import {createReadStream, createWriteStream} from "node:fs";
import {Transform, type TransformCallback} from "node:stream";
import {pipeline} from "node:stream/promises";
import {createGunzip} from "node:zlib";
import {ReportError} from "../report-error.ts";
import {endOfRecord} from "./end-of-record.ts";
import type {InputFile} from "./inspect-file.ts";
import {shortenLine, type UnreadableLine} from "./unreadable-lines.ts";

/**
 * Copies a text file so that DuckDB reads all of it: in UTF-8, unpacked where it is gzip, with every line ending with LF. Lines
 * with a quote that never closes or text after a quoted field, which would make DuckDB lose lines after them, and lines too long for
 * DuckDB become empty, so that the others keep their numbers; they are returned. Line ends within quotes stay as they are.
 * Throws a ReportError when a line is far too long for an event.
 */
export async function copyReadableText(file: InputFile, copy: string): Promise<UnreadableLine[]> {
  const {path, compression, encoding} = file;
  const copier = new LineCopier(file);
  const steps = [
    ...(compression === "gzip" ? [createGunzip({chunkSize: 1 << 20})] : []),
    ...(encoding === "latin-1" ? [new Recoder()] : []),
    copier
  ];
  // its types know pipelines of a fixed length only
  await pipeline([createReadStream(path, {highWaterMark: 1 << 20}), ...steps, createWriteStream(copy)] as never);
  return copier.unreadable;
}

const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;
const longestLine = 1 << 28;

/** In practice Latin-1 is Windows-1252, which has a few more signs; as browsers do. */
class Recoder extends Transform {
  private readonly decoder = new TextDecoder("windows-1252");

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    done(null, Buffer.from(this.decoder.decode(chunk, {stream: true})));
  }
}

type Places = Record<"lineFeed" | "carriageReturn" | "quote", (start: number) => number>;

interface Line {
  /** of its line end */
  end: number;
  isGood: boolean;
}

class LineCopier extends Transform {
  readonly unreadable: UnreadableLine[] = [];
  private rest: Buffer = Buffer.alloc(0);
  private written = 0;
  private readonly delimiter: number | undefined;
  private readonly limit: number;

  constructor(private readonly file: InputFile) {
    super();
    this.delimiter = file.format === "csv" ? file.delimiter.charCodeAt(0) : undefined;
    // a little less than DuckDB reads, whose limit counts line ends
    this.limit = file.format === "csv" ? 1_999_000 : 67_000_000;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.process(chunk, false, done);
  }

  override _flush(done: TransformCallback): void {
    this.process(Buffer.alloc(0), true, done);
  }

  private process(chunk: Buffer, isLast: boolean, done: TransformCallback): void {
    try {
      done(null, this.copy(this.rest.length ? Buffer.concat([this.rest, chunk]) : chunk, isLast));
    } catch (error) {
      done(error as Error);
    }
  }

  private copy(text: Buffer, isLast: boolean): Buffer {
    const places = {
      lineFeed: finder(text, lineFeed),
      carriageReturn: finder(text, carriageReturn),
      quote: finder(text, quote)
    };
    const parts: Buffer[] = [];
    let from = 0;
    let start = 0;
    for (;;) {
      const line = start < text.length ? this.findLine(text, start, places, isLast) : undefined;
      if (!line) break;
      const {end, isGood} = line;
      const after = afterLineEnd(text, end);
      // good lines that end with LF are copied many at once
      if (!isGood || text[end] === carriageReturn) {
        const before = text.subarray(from, isGood ? end : start);
        parts.push(before);
        this.written += before.length;
        if (!isGood) this.reject(text.subarray(start, end));
        if (after > end || !isGood) {
          parts.push(Buffer.of(lineFeed));
          ++this.written;
        }
        from = after;
      }
      start = after;
    }
    parts.push(text.subarray(from, start));
    this.written += start - from;
    this.rest = text.subarray(start);
    if (this.rest.length > longestLine) {
      throw new ReportError(`${this.file.path}: a line is longer than 256 MB; check that this is a file of events`);
    }
    return Buffer.concat(parts);
  }

  // the line, or the record of several, that begins at `start`; undefined where it may go on in the next chunk
  private findLine(text: Buffer, start: number, places: Places, isLast: boolean): Line | undefined {
    const lineEnd = Math.min(places.lineFeed(start), places.carriageReturn(start));
    let end = lineEnd;
    if (this.delimiter !== undefined && places.quote(start) < lineEnd) {
      const record = endOfRecord(text, start, this.delimiter);
      if (record.state === "open" && !isLast && text.length - start <= this.limit) return undefined;
      if (record.state !== "good")
        return isLast || lineEnd < text.length - 1 ? {end: lineEnd, isGood: false} : undefined;
      end = record.end;
    }
    if (!isLast && end >= text.length - 1 && text[end] !== lineFeed) return undefined;
    return end - start > this.limit ? {end: lineEnd, isGood: false} : {end, isGood: true};
  }

  private reject(line: Buffer): void {
    this.unreadable.push({
      offset: this.written,
      text: shortenLine(line.toString()),
      problem: "the line is too long, or a quote never closes"
    });
  }
}

function afterLineEnd(text: Buffer, end: number): number {
  if (text[end] === carriageReturn && text[end + 1] === lineFeed) return end + 2;
  return Math.min(end + 1, text.length);
}

// the place of the next such byte from a place on, which only ever grows; the text's length where there is none
function finder(text: Buffer, byte: number): (start: number) => number {
  let found = -1;
  return (start) => {
    if (found < start) {
      found = text.indexOf(byte, start);
      if (found < 0) found = text.length;
    }
    return found;
  };
}
