import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {utimesSync, watch} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {projectFolder} from "../data-loaders/fingerprint.ts";
import {annotationsFile, loadReport} from "../data-loaders/report.ts";
import {ReportError} from "../data-loaders/report-error.ts";
import {eventFiles} from "../data-loaders/sources/event-files.ts";
import {findFiles} from "../data-loaders/sources/find-files.ts";
import {startFramework} from "./framework.ts";
import {runCommand} from "./run-command.ts";

/**
 * Previews the site and follows every edit: pages and components by Framework itself; events, configuration, models,
 * build code and annotations by making what the pages read again, after which open pages reload.
 */
async function preview(): Promise<void> {
  if ((await prepare()) !== 0)
    throw new ReportError("the preview needs a site that can be built; correct the above and start again");
  let framework = startPreview();
  const stop = () => framework.kill();
  process.on("SIGINT", stop).on("SIGTERM", stop);

  let running: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const rebuild = (restart: boolean) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(async () => {
        console.log("\nSomething that the report is made of has changed.");
        if ((await prepare()) !== 0) return;
        if (!restart) {
          // Framework reloads open pages, and reads their answers anew, when its configuration is touched
          utimesSync(join(projectFolder, "observablehq.config.ts"), new Date(), new Date());
          return;
        }
        // open pages notice, and come back when the next one answers: see page-frame.ts
        await end(framework);
        framework = startPreview();
        // the configuration may name other events now
        stopWatchingInput();
        stopWatchingInput = await watchInput(() => rebuild(false));
      });
    }, 300);
  };
  watch(join(projectFolder, "data-loaders"), {recursive: true}, () => rebuild(true));
  watch(join(projectFolder, "src", "shared"), {recursive: true}, () => rebuild(true));
  watchFile(join(projectFolder, "report.config.ts"), () => rebuild(true));
  watchFile(annotationsFile, () => rebuild(false));
  let stopWatchingInput = await watchInput(() => rebuild(false));
}

// files that come and go count too, wherever they match what the configuration names
async function watchInput(changed: () => void): Promise<() => void> {
  const report = await loadReport();
  const globs = [...eventFiles(report), ...(report.costs?.files ?? [])];
  const find = async () => (await findFiles(globs).catch(() => [])).map((file) => resolve(file));
  const known = await find();
  const watchers = [...new Set(known.map((file) => dirname(file)))].map((folder) =>
    watch(folder, (_, name) => {
      const file = resolve(folder, name ?? "");
      void find().then((files) => (known.includes(file) || files.includes(file)) && changed());
    })
  );
  return () => watchers.forEach((watcher) => watcher.close());
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

async function end(framework: ChildProcess): Promise<void> {
  framework.removeAllListeners("close");
  const ended = once(framework, "exit");
  if (framework.kill()) await ended;
}

function startPreview(): ChildProcess {
  const framework = startFramework(["preview", "--no-open", ...process.argv.slice(2)], {
    environment: {FUNNELBOOK_PREVIEW: "true"},
    stdio: "inherit"
  });
  return framework.on("close", (code) => process.exit(code ?? 0));
}

await runCommand(preview);
