import {type ChildProcess, spawn, type StdioOptions} from "node:child_process";
import {join} from "node:path";
import {projectFolder} from "../data-loaders/fingerprint.ts";

const program = join(projectFolder, "node_modules", "@observablehq", "framework", "dist", "bin", "observable.js");

/** Starts a command of Observable Framework, such as `build` or `preview`, in the project's folder. */
export function startFramework(
  words: readonly string[],
  {environment, stdio}: {environment: Record<string, string>; stdio: StdioOptions}
): ChildProcess {
  return spawn(process.execPath, [program, ...words], {
    cwd: projectFolder,
    stdio,
    env: {...process.env, ...environment, OBSERVABLE_TELEMETRY_DISABLE: "true"}
  });
}
