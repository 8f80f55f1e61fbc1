import {auditFolder, keptBetweenRuns, loadReport, siteSnapshots} from "../data-loaders/report.ts";
import {buildSnapshots, type Manifest} from "../data-loaders/snapshots.ts";
import {type ProgressStream, showProgress} from "./show-progress.ts";

/** Builds the site's snapshots where they are not fresh, and tells what it does on a stream. */
export async function prepareSnapshots(stream: ProgressStream): Promise<Manifest> {
  const {manifest, isNew} = await buildSnapshots(await loadReport(), siteSnapshots, {
    ...keptBetweenRuns,
    audit: auditFolder(siteSnapshots),
    progress: showProgress(stream)
  });
  stream.write(isNew ? "Snapshots built.\n" : "Snapshots are up to date.\n");
  return manifest;
}
