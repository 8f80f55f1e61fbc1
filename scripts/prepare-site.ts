import {existsSync, readFileSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {answerQueries, forgetOldAnswers} from "../data-loaders/answers/answer-queries.ts";
import {frameQueries} from "../data-loaders/answers/frame-pages.ts";
import {readPages} from "../data-loaders/answers/read-pages.ts";
import {findAnswerableFences} from "../data-loaders/answers/sql-fences.ts";
import {pageClaims} from "../data-loaders/claims/page-claims.ts";
import {projectFolder} from "../data-loaders/fingerprint.ts";
import {siteSnapshots} from "../data-loaders/report.ts";
import type {Manifest} from "../data-loaders/snapshots.ts";
import {prepareSnapshots} from "./prepare-snapshots.ts";
import {showProgress} from "./show-progress.ts";
import {vendorPackages} from "./vendor.ts";

const sourceFolder = join(projectFolder, "src");
const cachedData = join(sourceFolder, ".observablehq", "cache", "data");
// what is made from the snapshots or from the code that makes them
const loaders = ["snapshots.zip.ts", "methods.json.ts", "demo-store-tables.svg.ts"];
const cachedFor = join(cachedData, "fingerprint.txt");

/**
 * Makes ready what Framework builds from: vendored packages, fresh snapshots, and the answers to the pages' queries.
 * Framework itself uses a loader's output for as long as it is there; this drops it when the snapshots have changed.
 */
export async function prepareSite(): Promise<Manifest> {
  await vendorPackages();
  const manifest = await prepareSnapshots(process.stdout);
  if (!existsSync(cachedFor) || readFileSync(cachedFor, "utf8") !== manifest.fingerprint) {
    rmSync(cachedData, {recursive: true, force: true});
    // in a running preview, a touched loader is run again and its pages follow
    for (const loader of loaders) utimesSync(join(sourceFolder, "data", loader), new Date(), new Date());
  }
  forgetOldAnswers(siteSnapshots);
  const fences = readPages(sourceFolder).flatMap(({markdown}) => findAnswerableFences(markdown));
  await answerQueries(
    [...frameQueries, ...[...fences, ...pageClaims(sourceFolder)].map(({query}) => query)],
    siteSnapshots,
    {progress: showProgress(process.stdout)}
  );
  return manifest;
}

/** Notes which snapshots Framework's cached files are of, once it has made them. */
export function markCachedData({fingerprint}: Manifest): void {
  if (existsSync(cachedData)) writeFileSync(cachedFor, fingerprint);
}
