import {type ChildProcess, spawn} from "node:child_process";
import {utimesSync, watch} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {projectFolder} from "../data-loaders/fingerprint.ts";
import {loadReport} from "../data-loaders/report.ts";
import {findFiles} from "../data-loaders/sources/csv-files.ts";
import {runCommand} from "./run-command.ts";

const observable = join(projectFolder, "node_modules", "@observablehq", "framework", "dist", "bin", "observable.js");

/**
 * Previews the site and follows every edit: pages and components by Framework itself; events, configuration, models and
 * build code by building the snapshots again, after which open pages reload.
 */
async function preview(): Promise<void> {
  if ((await prepare()) !== 0) throw new Error("the site cannot be previewed yet");
  let framework = startFramework();
  const stop = () => framework.kill();
  process.on("SIGINT", stop).on("SIGTERM", stop);

  let running: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const rebuild = (restart: boolean) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(async () => {
        console.log("\nSomething that the snapshots depend on has changed.");
        if ((await prepare()) !== 0) return;
        if (restart) {
          framework.removeAllListeners("close").kill();
          framework = startFramework();
        }
        // Framework reloads open pages, and reads their answers anew, when its configuration is touched
        utimesSync(join(projectFolder, "observablehq.config.ts"), new Date(), new Date());
      });
    }, 300);
  };
  watch(join(projectFolder, "data-loaders"), {recursive: true}, () => rebuild(true));
  watch(join(projectFolder, "src", "shared"), {recursive: true}, () => rebuild(true));
  watchFile(join(projectFolder, "report.config.ts"), () => rebuild(true));
  const {events} = await loadReport();
  if (events.source === "files") {
    for (const file of await findFiles(events.files)) watchFile(resolve(file), () => rebuild(false));
  }
}

// editors replace files, which ends a watch on the file itself
function watchFile(file: string, changed: () => void): void {
  watch(dirname(file), (_, name) => {
    if (name && resolve(dirname(file), name) === file) changed();
  });
}

// in a process of its own, so that edited code is read anew
function prepare(): Promise<number | null> {
  const command = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "prepare-command.ts")], {
    cwd: projectFolder,
    stdio: "inherit"
  });
  return new Promise((done) => command.on("close", done));
}

function startFramework(): ChildProcess {
  const framework = spawn(process.execPath, [observable, "preview", "--no-open", ...process.argv.slice(2)], {
    cwd: projectFolder,
    stdio: "inherit",
    env: {...process.env, FUNNELBOOK_PREVIEW: "true", OBSERVABLE_TELEMETRY_DISABLE: "true"}
  });
  return framework.on("close", (code) => process.exit(code ?? 0));
}

await runCommand(preview);
