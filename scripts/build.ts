import {existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {globSync} from "tinyglobby";
import {historyText} from "../data-loaders/claims/claim-history.ts";
import {fingerprintFiles, projectFolder} from "../data-loaders/fingerprint.ts";
import {loadReport} from "../data-loaders/report.ts";
import {ReportError} from "../data-loaders/report-error.ts";
import {replaceFolder} from "../data-loaders/replace-folder.ts";
import {bundlePages} from "./bundle-pages.ts";
import {describePages} from "./describe-pages.ts";
import {finishPages} from "./finish-pages.ts";
import {startFramework} from "./framework.ts";
import {KeptPages} from "./prerender/kept-pages.ts";
import {prerenderSite} from "./prerender/prerender-site.ts";
import {markCachedData, prepareSite} from "./prepare-site.ts";
import {settleClaims} from "./settle-claims.ts";

const site = join(projectFolder, "dist");
const workFolder = join(projectFolder, ".funnelbook");
const stampFile = join(workFolder, "site.json");

/**
 * Builds the site into `dist`, which keeps its last good state until the new one is complete. Does nothing when neither
 * data nor pages nor code have changed. Remembers how the claims of the pages stand.
 */
export async function buildSite(): Promise<void> {
  const manifest = await prepareSite();
  const claims = historyText(await settleClaims(manifest));
  const {basePath, siteUrl} = await loadReport();
  const sources = ["src/**", "data-loaders/**", "scripts/**", "*.ts", "annotations.csv", "package-lock.json"];
  const fingerprint = [manifest.fingerprint, fingerprintFiles(sources), basePath, siteUrl, claims].join();
  if (isBuilt(fingerprint)) return void console.log("The site is up to date.");
  const started = performance.now();
  const next = join(workFolder, `dist-${process.pid}`);
  try {
    await runFramework(next);
    finishPages(next);
    await prerender(next, basePath);
    await bundlePages(next);
    describePages(next, {siteUrl});
    // so that a history that was lost can be taken from what was published
    writeFileSync(join(next, "claims.json"), claims);
    markCachedData(manifest);
    replaceFolder(site, next);
  } finally {
    rmSync(next, {recursive: true, force: true});
  }
  writeFileSync(stampFile, JSON.stringify({fingerprint, files: listFiles()}));
  console.log(`Site built in dist (${((performance.now() - started) / 1000).toFixed(1)} s).`);
}

async function prerender(folder: string, basePath: string): Promise<void> {
  const started = performance.now();
  const maker = [basePath, fingerprintFiles(["scripts/prerender/**", "package-lock.json"])].join();
  const kept = new KeptPages(join(workFolder, "prerendered"), maker);
  const pages = await prerenderSite(folder, {basePath, kept});
  console.log(`  prerendered ${pages} pages (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

function isBuilt(fingerprint: string): boolean {
  if (!existsSync(stampFile) || !existsSync(site)) return false;
  const stamp = JSON.parse(readFileSync(stampFile, "utf8")) as {fingerprint: string; files: string[]};
  return stamp.fingerprint === fingerprint && listFiles().join() === stamp.files.join();
}

// name and size of every file, so that a site somebody has touched is built again
function listFiles(): string[] {
  const files = globSync("**", {cwd: site, dot: true}).sort();
  return files.map((file) => `${file}:${statSync(join(site, file)).size}`);
}

async function runFramework(output: string): Promise<void> {
  mkdirSync(workFolder, {recursive: true});
  const framework = startFramework(["build"], {
    environment: {FUNNELBOOK_OUTPUT: relative(projectFolder, output)},
    stdio: ["ignore", "pipe", "pipe"]
  });
  let log = "";
  framework.stdout?.on("data", (chunk: Buffer) => (log += chunk.toString()));
  framework.stderr?.on("data", (chunk: Buffer) => (log += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    framework.on("error", reject);
    framework.on("close", resolve);
  });
  writeFileSync(join(workFolder, "build.log"), log);
  if (code !== 0) throw new ReportError(explainFailure(log));
  const warnings = log.match(/^.*(?:Warning:|↳).*$/gm);
  if (warnings) console.warn(warnings.join("\n"));
}

// of Framework's log, what its author can act on: our own message where there is one, else the end without the stack
function explainFailure(log: string): string {
  const own = /(src\/\S+\.md:\d+: sql: [\s\S]*?)\n\s+at /.exec(log)?.[1];
  if (own) return own;
  const lines = log.split("\n").filter((line) => line.trim() && !/^\s+at /.test(line));
  return `the pages could not be built\n${lines.slice(-12).join("\n")}\n(.funnelbook/build.log has everything)`;
}
