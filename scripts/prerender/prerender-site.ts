import {type ChildProcess, fork} from "node:child_process";
import {once} from "node:events";
import {readFileSync, writeFileSync} from "node:fs";
import {availableParallelism} from "node:os";
import {join} from "node:path";
import {globSync} from "tinyglobby";
import {projectFolder} from "../../data-loaders/fingerprint.ts";
import type {KeptPages} from "./kept-pages.ts";
import type {PageToPrerender} from "./prerender-page.ts";

/** What a worker answers to a page. */
type Answer = {html: string; problems: string[]} | {failure: string};

/** How to prerender a site. */
export interface PrerenderOptions {
  /** the path under which the site will live, such as /shop/ */
  basePath: string;
  /** seconds that a page may take */
  timeLimit?: number;
  /** what earlier builds have prerendered; none for a build that prerenders everything */
  kept?: KeptPages | undefined;
  /** where to say what could not be prerendered */
  warn?: (line: string) => void;
}

/**
 * Writes what cells will display into the pages of a built site, so that they read before and without their scripts. A page that cannot be
 * prerendered stays as it is, with a warning. Gives the number of pages that were.
 */
export async function prerenderSite(
  folder: string,
  {basePath, timeLimit = 60, kept, warn = console.warn}: PrerenderOptions
): Promise<number> {
  const pages = globSync("**/*.html", {cwd: folder})
    .map((file) => ({file, html: readFileSync(join(folder, file), "utf8")}))
    .filter(({html}) => /<!--:[0-9a-f]{8}/.test(html))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  let finished = 0;
  const finish = (file: string, html: string) => {
    writeFileSync(join(folder, file), html);
    finished += 1;
  };
  const waiting = pages.filter(({file, html}) => {
    const known = kept?.find(html);
    if (known !== undefined) finish(file, known);
    return known === undefined;
  });
  const work = async () => {
    let worker: Worker | undefined;
    for (let page = waiting.shift(); page; page = waiting.shift()) {
      const {file, html} = page;
      worker ??= new Worker();
      const answer = await worker.prerender({folder, file, basePath}, timeLimit);
      if ("failure" in answer) {
        warn(`${file} is not prerendered: ${inOneLine(answer.failure)}`);
        worker.end();
        worker = undefined;
        continue;
      }
      for (const problem of answer.problems) warn(`${file} may not be prerendered completely: ${inOneLine(problem)}`);
      // so that the next build says so again
      if (!answer.problems.length) kept?.keep(html, answer.html);
      finish(file, answer.html);
    }
    worker?.end();
  };
  await Promise.all(Array.from({length: Math.min(availableParallelism(), waiting.length)}, work));
  kept?.forgetOthers();
  return finished;
}

class Worker {
  private readonly process: ChildProcess;
  private readonly ready: Promise<unknown>;
  private readonly ended: Promise<Answer>;

  constructor() {
    const program = join(import.meta.dirname, "prerender-worker.ts");
    // pages make many small things that are soon thrown away
    const execArgv = ["--import", "tsx", "--max-semi-space-size=64"];
    this.process = fork(program, {cwd: projectFolder, execArgv});
    this.ready = once(this.process, "message");
    this.ended = once(this.process, "exit").then(([code]) => ({failure: `its process ended with code ${code}`}));
  }

  prerender(page: PageToPrerender, timeLimit: number): Promise<Answer> {
    return Promise.race([this.ended, this.ask(page, timeLimit)]);
  }

  end(): void {
    this.process.kill("SIGKILL");
  }

  private async ask(page: PageToPrerender, timeLimit: number): Promise<Answer> {
    await this.ready;
    this.process.send(page);
    try {
      const signal = AbortSignal.timeout(1000 * timeLimit);
      const [answer] = (await once(this.process, "message", {signal})) as [Answer];
      return answer;
    } catch {
      return {failure: `it takes more than ${timeLimit} s`};
    }
  }
}

// an error as one line, without its stack
function inOneLine(text: string): string {
  const lines = text.split("\n").filter((line) => !/^\s+at /.test(line));
  return lines
    .map((line) => line.trim())
    .join(" ")
    .slice(0, 300);
}
