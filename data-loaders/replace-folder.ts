import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {isRunning} from "./is-running.ts";
import {ReportError} from "./report-error.ts";

/**
 * Puts what `write` writes into the folder that it is given in the place of `folder`, once it has finished, and returns
 * what it returns. When it fails or is killed, `folder` stays as it was; what a killed run left behind is removed by the
 * next. Throws a ReportError where no folder can be made.
 */
export async function replaceFolderWith<T>(folder: string, write: (next: string) => Promise<T>): Promise<T> {
  const next = `${leftOver(folder)}${process.pid}.next`;
  recoverFolder(folder);
  makeFolder(next, folder);
  try {
    const result = await write(next);
    replaceFolder(folder, next);
    return result;
  } finally {
    rmSync(next, {recursive: true, force: true});
  }
}

/**
 * Puts a finished folder in another's place. There is no moment at which `folder` holds parts of both; where several
 * processes do so at once, the last one's stays.
 */
export function replaceFolder(folder: string, next: string): void {
  const previous = `${leftOver(folder)}${process.pid}.previous`;
  mkdirSync(dirname(folder), {recursive: true});
  rmSync(previous, {recursive: true, force: true});
  for (let attempt = 0; ; ++attempt) {
    try {
      renameSync(folder, previous);
    } catch (error) {
      if (codeOf(error) !== "ENOENT") throw error;
    }
    try {
      renameSync(next, folder);
      break;
    } catch (error) {
      // another process has put its folder there in between
      if (attempt > 100 || !["ENOTEMPTY", "EEXIST"].includes(codeOf(error) ?? "")) throw error;
      rmSync(previous, {recursive: true, force: true});
    }
  }
  rmSync(previous, {recursive: true, force: true});
}

/**
 * Puts a folder right that a killed run has left: brings back the last good state where the run was killed between taking
 * it away and putting the new one there, and removes what is unfinished. Does nothing about runs that are still running.
 */
export function recoverFolder(folder: string): void {
  const parent = dirname(folder);
  if (!statSync(parent, {throwIfNoEntry: false})?.isDirectory()) return;
  const start = basename(leftOver(folder));
  for (const name of readdirSync(parent)) {
    const [, pid, kind] = name.startsWith(start)
      ? (/^(\d+)\.(next|previous)$/.exec(name.slice(start.length)) ?? [])
      : [];
    if (pid === undefined || (Number(pid) !== process.pid && isRunning(Number(pid)))) continue;
    const left = join(parent, name);
    if (kind === "previous" && !existsSync(folder)) renameSync(left, folder);
    else rmSync(left, {recursive: true, force: true});
  }
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

function leftOver(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}.`);
}

function makeFolder(next: string, folder: string): void {
  try {
    mkdirSync(next, {recursive: true});
  } catch (error) {
    throw new ReportError(`${folder}: the output folder cannot be made (${codeOf(error)})`);
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
