import {mkdirSync} from "node:fs";
import {join} from "node:path";
import type {Warehouse} from "../warehouse.ts";
import {checkCompression} from "./check-compression.ts";
import {copyReadableText} from "./copy-readable-text.ts";
import {type Encoding, type InputFile, inspectFile} from "./inspect-file.ts";
import {NeedsCopy} from "./needs-copy.ts";
import {forgetUnreadable, takeUnreadable, type UnreadableLine} from "./unreadable-lines.ts";
import {unpackLines} from "./unpack-lines.ts";

/** A file that DuckDB can read. */
export interface ReadableFile {
  /** the file or its copy */
  file: InputFile;
  /** what turned out to be no rows; to be asked once the rows have been read */
  takeUnreadable: () => Promise<UnreadableLine[]>;
}

/**
 * Looks at a file and makes it readable: text is copied into `copyFolder` where one is given. Throws NeedsCopy, then or when asked
 * for what was unreadable, where only a copy can be read without losing lines, and a ReportError when the file is none of events.
 */
export async function openReadable(
  warehouse: Warehouse,
  path: string,
  encoding: Encoding,
  copyFolder?: string
): Promise<ReadableFile> {
  const inspected = await inspectFile(warehouse, path, encoding);
  await checkCompression(inspected);
  const isCopy = copyFolder !== undefined && inspected.format !== "parquet";
  if (!isCopy && needsCopy(inspected)) throw new NeedsCopy(path);
  const {file, unreadable} = isCopy
    ? await copyOf(warehouse, inspected, copyFolder)
    : {file: inspected, unreadable: []};
  await forgetUnreadable(warehouse);
  return {
    file,
    takeUnreadable: async () => {
      const others = await takeUnreadable(warehouse, file, {name: path, isCopy});
      return [...unreadable, ...others].sort((a, b) => a.offset - b.offset);
    }
  };
}

// DuckDB reads no Latin-1 with the signs of Windows and no CR among other line ends, and nobody knows where in a zstd file a row is
function needsCopy({format, encoding, compression, hasOddLineEnds}: InputFile): boolean {
  return format !== "parquet" && (encoding === "latin-1" || compression === "zstd" || hasOddLineEnds);
}

async function copyOf(
  warehouse: Warehouse,
  file: InputFile,
  folder: string
): Promise<{file: InputFile; unreadable: UnreadableLine[]}> {
  mkdirSync(folder, {recursive: true});
  const text = file.compression === "zstd" ? await unpackLines(warehouse, file, join(folder, "unpacked.txt")) : file;
  const path = join(folder, "readable.txt");
  const unreadable = await copyReadableText(text, path);
  const copy: InputFile = {...text, path, compression: "none", encoding: "utf-8", hasOddLineEnds: false};
  if (file.format === "jsonl") copy.columns = (await inspectFile(warehouse, path, "utf-8")).columns;
  return {file: copy, unreadable};
}
