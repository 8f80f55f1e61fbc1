import {statSync} from "node:fs";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {parseConfiguration, type ReportConfiguration, withEventFiles} from "./configuration.ts";
import {projectFolder} from "./fingerprint.ts";
import {ReportError} from "./report-error.ts";

const workFolder = join(projectFolder, ".funnelbook");

/** Where the site's snapshots lie between builds. */
export const siteSnapshots = join(workFolder, "snapshots");

/** What remembers how the claims of the pages stood at earlier builds. */
export const claimsFile = join(workFolder, "claims.json");

/** The analyst's own dates, which charts over time show; there need be none. */
export const annotationsFile = join(projectFolder, "annotations.csv");

/** What commands keep from one run to the next, so that an input which has not changed is not read again. */
export const keptBetweenRuns = {cache: join(workFolder, "cleaned"), digests: join(workFolder, "digests.json")};

/** Where the rejected rows of snapshots are listed, for the analyst alone: beside the folder, never in it. */
export function auditFolder(snapshots: string): string {
  return `${resolve(snapshots)}.audit`;
}

/**
 * The report's configuration: `report.config.ts` as it stands now, with the events that the environment's `EVENTS` names
 * and the path and address that its `BASE_PATH` and `SITE_URL` name in place of its own. Throws a ReportError that names each field that is wrong.
 */
export async function loadReport(environment: NodeJS.ProcessEnv = process.env): Promise<ReportConfiguration> {
  const options = await readOptions(join(projectFolder, "report.config.ts"));
  const {BASE_PATH: basePath, SITE_URL: siteUrl} = environment;
  const configuration = parseConfiguration({...options, ...(basePath && {basePath}), ...(siteUrl && {siteUrl})});
  return environment.EVENTS ? withEventFiles(configuration, [environment.EVENTS]) : configuration;
}

async function readOptions(path: string): Promise<object> {
  try {
    // a module is loaded once under each name: with its time in the name, an edited file is read anew
    const name = `${pathToFileURL(path).href}?${statSync(path).mtimeMs}`;
    const module = (await import(name)) as {default?: object};
    return module.default ?? {};
  } catch (error) {
    throw new ReportError(`report.config.ts cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
