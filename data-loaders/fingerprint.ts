import {createHash, type Hash} from "node:crypto";
import {readFileSync} from "node:fs";
import {basename, join, relative} from "node:path";
import {globSync} from "tinyglobby";
import type {ReportConfiguration} from "./configuration.ts";
import {digestFiles} from "./sources/digest-file.ts";
import {eventFiles} from "./sources/event-files.ts";
import {findFiles} from "./sources/find-files.ts";

/** The project's folder: where package.json is. */
export const projectFolder = join(import.meta.dirname, "..");

/**
 * A SHA-256 of what the events are: the files' contents and names, in any order, or the demo store's settings; and of the contents of the files
 * of costs. `memory` is a file that remembers digests (see digestFiles).
 */
export async function fingerprintInput(configuration: ReportConfiguration, memory?: string): Promise<string> {
  const {events, costs} = configuration;
  const costDigests = costs ? await digestFiles(await findFiles(costs.files, {subject: "costs.files"}), memory) : [];
  const files = events.source === "demo-store" ? [] : await findFiles(eventFiles(configuration));
  const digests = await digestFiles(files, memory);
  // with their names, which the audit tells
  const named = files.map((file, i) => `${digests[i]} ${basename(file)}`);
  return hashOf((hash) => {
    if (events.source === "demo-store") hash.update(JSON.stringify(events));
    named.sort().forEach((digest) => hash.update(digest));
    costDigests.sort().forEach((digest) => hash.update(`costs ${digest}`));
  });
}

/** A SHA-256 of where the events come from: the same for the same files by name, whatever they hold by now. */
export function fingerprintSource({events}: ReportConfiguration): string {
  return hashOf((hash) => hash.update(JSON.stringify(events)));
}

/**
 * A SHA-256 of all that snapshots depend on: the input's fingerprint, the configuration, the models and code that make
 * them, the versions of the packages they use, and the fingerprint of the `previous` snapshot that segments are compared with.
 */
export function fingerprintSnapshots(
  input: string,
  configuration: ReportConfiguration,
  previous: string | null = null
): string {
  // where files lie, how the site is served and what stops a build change no number; what the files hold is in the input's
  // fingerprint
  const {basePath: _, siteUrl: _____, memoryLimit: ___, claims: ____, events, costs, ...rest} = configuration;
  const costOptions = costs && {...costs, files: []};
  const {files: __, tables, ...eventOptions} = {files: [], tables: {}, ...events};
  return hashOf((hash) => {
    hash.update(JSON.stringify([input, rest, eventOptions, Object.keys(tables), costOptions, previous]));
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
