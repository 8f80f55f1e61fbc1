import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {ReportError} from "./report-error.ts";

/**
 * Puts what `write` writes into the folder that it is given in the place of `folder`, once it has finished, and returns
 * what it returns. When it fails, `folder` stays as it was. Throws a ReportError where no folder can be made.
 */
export async function replaceFolderWith<T>(folder: string, write: (next: string) => Promise<T>): Promise<T> {
  const next = join(dirname(folder), `.${basename(folder)}.${process.pid}.next`);
  makeFolder(next, folder);
  try {
    const result = await write(next);
    replaceFolder(folder, next);
    return result;
  } finally {
    rmSync(next, {recursive: true, force: true});
  }
}

/** Puts a finished folder in another's place, which is kept until the new one stands. */
export function replaceFolder(folder: string, next: string): void {
  const previous = `${next}.previous`;
  mkdirSync(dirname(folder), {recursive: true});
  if (existsSync(folder)) renameSync(folder, previous);
  renameSync(next, folder);
  rmSync(previous, {recursive: true, force: true});
}

/** Throws a ReportError when a folder that is to be replaced holds anything but what `isOurs` accepts by name. */
export function checkReplaceable(folder: string, isOurs: (file: string) => boolean): void {
  if (!existsSync(folder)) return;
  const other = statSync(folder).isDirectory() ? readdirSync(folder).find((file) => !isOurs(file)) : basename(folder);
  if (other !== undefined) {
    throw new ReportError(
      `${folder}: the output folder would be replaced but holds ${other}; name an empty or new folder`
    );
  }
}

function makeFolder(next: string, folder: string): void {
  try {
    mkdirSync(next, {recursive: true});
  } catch (error) {
    throw new ReportError(`${folder}: the output folder cannot be made (${(error as NodeJS.ErrnoException).code})`);
  }
}
