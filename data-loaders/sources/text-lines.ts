import {createReadStream} from "node:fs";
import type {Readable} from "node:stream";
import {createGunzip} from "node:zlib";
import {sqlLiteral} from "../warehouse.ts";
import type {InputFile} from "./inspect-file.ts";

/**
 * A query for the lines of a text file, one row each in the file's order, as the column `line`; an empty line is null.
 * Lines that are not in the encoding are left out and noted in DuckDB's table of rejects.
 */
export function selectLines({
  path,
  compression,
  encoding
}: Pick<InputFile, "path" | "compression" | "encoding">): string {
  // a delimiter and no quotes: nothing in a line means anything
  return `select line from read_csv(${sqlLiteral(path)}, columns = {'line': 'varchar'}, header = false, delim = '\u0001',
    quote = '', escape = '', auto_detect = false, store_rejects = true, max_line_size = 67108864,
    compression = ${sqlLiteral(compression)}, encoding = ${sqlLiteral(encoding)})`;
}

/** The bytes of a text file, unpacked where it is gzip. */
export function readText({path, compression}: Pick<InputFile, "path" | "compression">): Readable {
  const file = createReadStream(path, {highWaterMark: 1 << 20});
  if (compression !== "gzip") return file;
  const text = createGunzip({chunkSize: 1 << 20});
  file.on("error", (error) => text.destroy(error));
  text.on("close", () => file.destroy());
  return file.pipe(text);
}

/** The line, from 1, that a place in a text file is on; `offset` counts bytes. */
export async function lineAt(file: Pick<InputFile, "path" | "compression">, offset: number): Promise<number> {
  let line = 1;
  let position = 0;
  for await (const chunk of readText(file)) {
    const bytes = chunk as Buffer;
    for (let i = bytes.indexOf(10); i >= 0 && position + i < offset; i = bytes.indexOf(10, i + 1)) ++line;
    position += bytes.length;
    if (position > offset) break;
  }
  return line;
}
