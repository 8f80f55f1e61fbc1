import {createReadStream} from "node:fs";
import {open} from "node:fs/promises";
import {pipeline} from "node:stream/promises";
import {Writable} from "node:stream";
import {createGunzip} from "node:zlib";
import {ReportError} from "../report-error.ts";
import type {InputFile} from "./inspect-file.ts";

/**
 * Throws a ReportError when a compressed file ends early or is damaged, which DuckDB takes for the end of the data. Gzip is
 * unpacked for it, with its checksums; of zstd, the frames and blocks are followed to the end of the file (RFC 8878).
 */
export async function checkCompression({path, compression}: Pick<InputFile, "path" | "compression">): Promise<void> {
  try {
    if (compression === "gzip") await unpack(path);
    if (compression === "zstd") await followFrames(path);
  } catch (error) {
    throw new ReportError(
      `${path}: the ${compression}-compressed file is damaged or was cut off (${(error as Error).message}); fetch it again`
    );
  }
}

async function unpack(path: string): Promise<void> {
  const nowhere = new Writable({write: (_chunk, _encoding, done) => done()});
  await pipeline(createReadStream(path, {highWaterMark: 1 << 20}), createGunzip({chunkSize: 1 << 20}), nowhere);
}

const frameMagic = 0xfd2fb528;

async function followFrames(path: string): Promise<void> {
  const file = await open(path);
  try {
    const {size} = await file.stat();
    let position = 0;
    const read = async (length: number): Promise<Buffer> => {
      if (position + length > size) throw new Error("it ends within a frame");
      const {buffer} = await file.read(Buffer.alloc(length), 0, length, position);
      position += length;
      return buffer;
    };
    while (position < size) {
      const magic = (await read(4)).readUInt32LE();
      if (magic >>> 4 === 0x184d2a5) {
        const length = (await read(4)).readUInt32LE();
        position += length;
      } else if (magic === frameMagic) await followFrame(read, (length) => (position += length));
      else throw new Error(`unexpected bytes at ${position - 4}`);
    }
    if (position > size) throw new Error("it ends within a frame");
  } finally {
    await file.close();
  }
}

async function followFrame(read: (length: number) => Promise<Buffer>, skip: (length: number) => void): Promise<void> {
  const descriptor = (await read(1)).readUInt8();
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const contentSize = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >>> 6] ?? 0;
  const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0;
  await read((isSingleSegment ? 0 : 1) + dictionary + contentSize);
  for (let isLast = false; !isLast;) {
    const header = (await read(3)).readUIntLE(0, 3);
    isLast = (header & 1) === 1;
    const type = (header >>> 1) & 3;
    if (type === 3) throw new Error("a block of an unknown type");
    // a block of one repeated byte holds that byte alone
    skip(type === 1 ? 1 : header >>> 3);
  }
  if ((descriptor & 4) !== 0) await read(4);
}
