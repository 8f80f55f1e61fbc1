import {type ChildProcess, fork} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import {availableParallelism} from "node:os";
import {join} from "node:path";
import {globSync} from "tinyglobby";
import type {PageToPrerender} from "./prerender-page.ts";

/** What a worker answers to a page. */
type Answer = {html: string; problems: string[]} | {failure: string};

/** How to prerender a site. */
export interface PrerenderOptions {
  /** the path under which the site will live, such as /shop/ */
  basePath: string;
  /** seconds that a page may take */
  timeLimit?: number;
  /** where to say what could not be prerendered */
  warn?: (line: string) => void;
}

/**
 * Writes what cells will display into the pages of a built site, so that they read before and without their scripts. A page that cannot be
 * prerendered stays as it is, with a warning. Gives the number of pages that were.
 */
export async function prerenderSite(
  folder: string,
  {basePath, timeLimit = 60, warn = console.warn}: PrerenderOptions
): Promise<number> {
  const waiting = globSync("**/*.html", {cwd: folder})
    .filter((file) => hasCells(join(folder, file)))
    .sort();
  let finished = 0;
  const work = async () => {
    let worker: Worker | undefined;
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      worker ??= new Worker();
      const answer = await worker.prerender({folder, file, basePath}, timeLimit);
      if ("failure" in answer) {
        warn(`${file} is not prerendered: ${firstLine(answer.failure)}`);
        worker.end();
        worker = undefined;
        continue;
      }
      for (const problem of answer.problems) warn(`${file} may not be prerendered completely: ${firstLine(problem)}`);
      writeFileSync(join(folder, file), answer.html);
      finished += 1;
    }
    worker?.end();
  };
  await Promise.all(Array.from({length: Math.min(availableParallelism(), waiting.length)}, work));
  return finished;
}

class Worker {
  private readonly process: ChildProcess;

  constructor() {
    const program = join(import.meta.dirname, "prerender-worker.ts");
    // pages make many small things that are soon thrown away
    this.process = fork(program, {execArgv: ["--import", "tsx", "--max-semi-space-size=64"]});
  }

  prerender(page: PageToPrerender, timeLimit: number): Promise<Answer> {
    return new Promise((resolve) => {
      const settle = (answer: Answer) => {
        clearTimeout(timer);
        this.process.removeAllListeners();
        resolve(answer);
      };
      const timer = setTimeout(() => settle({failure: `it takes more than ${timeLimit} s`}), 1000 * timeLimit);
      this.process.once("message", settle);
      this.process.once("error", ({message}) => settle({failure: message}));
      this.process.once("exit", (code) => settle({failure: `its process ended with code ${code}`}));
      this.process.send(page);
    });
  }

  end(): void {
    this.process.kill("SIGKILL");
  }
}

function hasCells(file: string): boolean {
  return /<!--:[0-9a-f]{8}/.test(readFileSync(file, "utf8"));
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
