import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {parseConfiguration, type ReportConfiguration, withEventFiles} from "./configuration.ts";
import {projectFolder} from "./fingerprint.ts";
import {ReportError} from "./report-error.ts";

/** Where the site's snapshots lie between builds. */
export const siteSnapshots = join(projectFolder, ".funnelbook", "snapshots");

/**
 * The report's configuration: `report.config.ts`, with the events that the environment's `EVENTS` names in place of its
 * own. Throws a ReportError that names each field that is wrong.
 */
export async function loadReport(environment: NodeJS.ProcessEnv = process.env): Promise<ReportConfiguration> {
  const configuration = parseConfiguration(await readOptions(join(projectFolder, "report.config.ts")));
  return environment.EVENTS ? withEventFiles(configuration, [environment.EVENTS]) : configuration;
}

async function readOptions(path: string): Promise<unknown> {
  try {
    const module = (await import(pathToFileURL(path).href)) as {default?: unknown};
    return module.default ?? {};
  } catch (error) {
    throw new ReportError(`report.config.ts cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
