import {spawnSync} from "node:child_process";
import {existsSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** What one run of a command took. */
export interface Measurement {
  /** of the whole process, from start to end */
  seconds: number;
  /** the peak of its largest process, in MiB */
  mebibytes: number;
  /** what it printed */
  stdout: string;
}

/** Runs a command to its end and measures it. Throws when it fails. */
export function measureCommand(command: string, commandArguments: string[], folder: string): Measurement {
  const notes = join(tmpdir(), `funnelbook-memory-${process.pid}`);
  rmSync(notes, {force: true});
  const started = performance.now();
  const {status, stdout, stderr} = spawnSync(command, commandArguments, {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      BENCH_MEMORY: notes,
      NODE_OPTIONS: `--import ${join(import.meta.dirname, "report-memory.mjs")}`
    }
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${command} ${commandArguments.join(" ")} failed\n${stderr}`);
  const peaks = existsSync(notes) ? readFileSync(notes, "utf8").trim().split("\n").map(Number) : [];
  rmSync(notes, {force: true});
  return {seconds, stdout, mebibytes: Math.max(0, ...peaks) / 1024};
}

/** The middle of some numbers, the mean of the two middle ones when their count is even; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? NaN : (low + high) / 2;
}
