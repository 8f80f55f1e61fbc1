import {mkdirSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {projectFolder} from "./fingerprint.ts";
import {isRunning} from "./is-running.ts";

const parent = join(projectFolder, ".funnelbook", "temporary");

/** A new folder for what a run does not keep. Folders of runs that were killed are removed. */
export function temporaryFolder(): string {
  mkdirSync(parent, {recursive: true});
  for (const name of readdirSync(parent)) {
    if (!isRunning(Number.parseInt(name, 10))) rmSync(join(parent, name), {recursive: true, force: true});
  }
  return mkdtempSync(join(parent, `${process.pid}-`));
}
