import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {zipSync} from "fflate";
import {auditFolder, keptBetweenRuns, loadReport, siteSnapshots} from "./report.ts";
import {buildSnapshots} from "./snapshots.ts";

/** The site's snapshots as a zip archive, built first where they are not fresh; the same snapshots give the same bytes. */
export async function archiveSnapshots(): Promise<Uint8Array> {
  await buildSnapshots(await loadReport(), siteSnapshots, {...keptBetweenRuns, audit: auditFolder(siteSnapshots)});
  const files = readdirSync(siteSnapshots).sort();
  // Parquet is compressed already, and the archive never leaves this machine
  return zipSync(Object.fromEntries(files.map((file) => [file, readFileSync(join(siteSnapshots, file))])), {
    level: 0,
    mtime: new Date(1980, 0, 1)
  });
}
