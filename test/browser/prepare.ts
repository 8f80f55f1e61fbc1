import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import type {TestProject} from "vitest/node";
import {vendorPackages} from "../../scripts/vendor.ts";
import {findChromium} from "./browser.ts";

/**
 * What several test files need and would make at once: the browser's file, the packages that it loads, and a folder for sites. Where the environment's
 * `FUNNELBOOK_SITES` names one, sites are kept there from run to run, to work on tests of pages that stay as they are.
 */
export async function setup(project: TestProject): Promise<() => void> {
  await Promise.all([findChromium(), vendorPackages()]);
  const kept = process.env.FUNNELBOOK_SITES;
  const folder = kept ? resolve(kept) : mkdtempSync(join(tmpdir(), "funnelbook-sites-"));
  if (kept) mkdirSync(folder, {recursive: true});
  project.provide("sitesFolder", folder);
  return () => {
    if (!kept) rmSync(folder, {recursive: true, force: true});
  };
}
