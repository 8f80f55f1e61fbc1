import type {Progress, ProgressUpdate} from "../data-loaders/progress.ts";

/** Where progress is written: a terminal, or a log. */
export interface ProgressStream {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write: (text: string) => unknown;
}

/** How often a log hears of a step that goes on, in milliseconds. */
const logInterval = 10_000;

/**
 * Shows progress: on a terminal as one line that is kept up to date, with how much time is left; elsewhere as plain lines,
 * one when a step is done and one every ten seconds of a long step. `now` gives milliseconds.
 */
export function showProgress(stream: ProgressStream, now: () => number = () => performance.now()): Progress {
  const canRewrite = stream.isTTY === true && process.env.CI === undefined;
  let current = "";
  let started = now();
  let logged = now();
  return (update) => {
    if (update.step !== current) {
      current = update.step;
      started = now();
      logged = now();
    }
    const elapsed = now() - started;
    if (update.isDone) {
      stream.write(`${canRewrite ? "\r\u001b[K" : ""}  ${update.step} (${(elapsed / 1000).toFixed(1)} s)\n`);
      current = "";
      started = now();
    } else if (canRewrite) {
      stream.write(`\r\u001b[K  ${describe(update, elapsed).slice(0, (stream.columns ?? 80) - 3)}`);
    } else if (now() - logged >= logInterval) {
      stream.write(`  ${describe(update, elapsed)}\n`);
      logged = now();
    }
  };
}

function describe({step, detail, share, rows}: ProgressUpdate, elapsed: number): string {
  const parts = [step];
  if (share !== undefined) parts.push(`${Math.floor(100 * share)} %`);
  if (rows) parts.push(`${rows.toLocaleString("en")} rows`);
  // too early, an estimate would jump
  if (share !== undefined && share > 0.02 && elapsed > 1000)
    parts.push(`${duration((elapsed / share) * (1 - share))} left`);
  if (detail) parts.push(detail);
  return parts.join(" · ");
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
