import {createHash, type Hash} from "node:crypto";
import {createReadStream, readFileSync} from "node:fs";
import {basename, join, relative} from "node:path";
import {globSync} from "tinyglobby";
import type {ReportConfiguration} from "./configuration.ts";
import {findFiles} from "./sources/csv-files.ts";

/** The project's folder: where package.json is. */
export const projectFolder = join(import.meta.dirname, "..");

/** A SHA-256 of what the events are: the files' contents and names, in any order, or the demo store's settings. */
export async function fingerprintInput({events}: ReportConfiguration): Promise<string> {
  if (events.source === "demo-store") return hashOf((hash) => hash.update(JSON.stringify(events)));
  // with their names, which examples of rejected rows tell
  const files = await findFiles(events.files);
  const digests = await Promise.all(files.map(async (file) => `${await digestFile(file)} ${basename(file)}`));
  return hashOf((hash) => digests.sort().forEach((digest) => hash.update(digest)));
}

/**
 * A SHA-256 of all that snapshots depend on: the input's fingerprint, the configuration, the models and code that make
 * them, and the versions of the packages they use.
 */
export function fingerprintSnapshots(input: string, configuration: ReportConfiguration): string {
  // where files lie and how the site is served changes no number; what the files hold is in the input's fingerprint
  const {basePath: _, events, ...rest} = configuration;
  const {files: __, ...eventOptions} = {files: [], ...events};
  return hashOf((hash) => {
    hash.update(JSON.stringify([input, rest, eventOptions]));
    hashFiles(hash, ["data-loaders/**", "src/shared/**", "package-lock.json"]);
  });
}

/** A SHA-256 of the project's files that globs name: their paths and contents. */
export function fingerprintFiles(globs: string[]): string {
  return hashOf((hash) => hashFiles(hash, globs));
}

function hashFiles(hash: Hash, globs: string[]): void {
  const files = globSync(globs, {cwd: projectFolder, absolute: true, ignore: ["**/.observablehq/**"]}).sort();
  for (const file of files)
    hash.update(relative(projectFolder, file)).update("\0").update(readFileSync(file)).update("\0");
}

function hashOf(fill: (hash: Hash) => void): string {
  const hash = createHash("sha256");
  fill(hash);
  return hash.digest("hex");
}

async function digestFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 20})) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
