import {spawnSync} from "node:child_process";
import {join} from "node:path";
import {projectFolder} from "../fingerprint.ts";
import {type Answer, findAnswers} from "./answer-queries.ts";

/**
 * The answers to queries on a folder of snapshots, at once: markdown is parsed synchronously. Those that are not there yet
 * are asked for in a process that this one waits for. Throws when that process fails.
 */
export function answerNow(queries: string[], snapshots: string): Answer[] {
  const known = findAnswers(queries, snapshots);
  if (known) return known;
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "answer-from-stdin.ts")],
    {cwd: projectFolder, input: JSON.stringify({queries, snapshots}), encoding: "utf8", maxBuffer: Infinity}
  );
  if (status !== 0) throw new Error(`cannot answer the page's queries\n${stderr}`);
  return JSON.parse(stdout) as Answer[];
}
