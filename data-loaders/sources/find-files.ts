import {statSync} from "node:fs";
import {relative, resolve} from "node:path";
import {glob} from "tinyglobby";
import {ReportError} from "../report-error.ts";

/**
 * The paths of the files that globs (or plain paths) name, sorted, relative to `folder`. Throws a ReportError, which begins with
 * `subject`, when a glob names none.
 */
export async function findFiles(
  globs: readonly string[],
  {folder = process.cwd(), subject = "events"}: {folder?: string; subject?: string} = {}
): Promise<string[]> {
  const found = await Promise.all(
    globs.map(async (pattern) => {
      if (isFile(resolve(folder, pattern))) return [resolve(folder, pattern)];
      const paths = await glob(pattern.replaceAll("\\", "/"), {cwd: folder, absolute: true, expandDirectories: false});
      if (!paths.length) {
        throw new ReportError(`${subject}: no file matches ${JSON.stringify(pattern)} (looked in ${folder})`);
      }
      return paths;
    })
  );
  return [...new Set(found.flat())].sort().map((path) => relative(folder, path));
}

function isFile(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isFile() ?? false;
}
