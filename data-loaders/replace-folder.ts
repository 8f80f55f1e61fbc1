import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync} from "node:fs";
import {basename, dirname} from "node:path";
import {ReportError} from "./report-error.ts";

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
