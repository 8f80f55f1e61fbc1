import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {parseConfiguration, type ReportConfiguration, withEventFiles} from "./configuration.ts";
import {projectFolder} from "./fingerprint.ts";

/** Where the site's snapshots lie between builds. */
export const siteSnapshots = join(projectFolder, ".funnelbook", "snapshots");

/**
 * The report's configuration: `report.config.ts`, with the events that the environment's `EVENTS` names in place of its
 * own. Throws a ReportError that names each field that is wrong.
 */
export async function loadReport(environment: NodeJS.ProcessEnv = process.env): Promise<ReportConfiguration> {
  const path = environment.REPORT_CONFIG ?? join(projectFolder, "report.config.ts");
  const module = (await import(pathToFileURL(path).href)) as {default: unknown};
  const configuration = parseConfiguration(module.default ?? {});
  return environment.EVENTS ? withEventFiles(configuration, [environment.EVENTS]) : configuration;
}
