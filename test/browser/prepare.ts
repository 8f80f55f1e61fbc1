import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {TestProject} from "vitest/node";
import {vendorPackages} from "../../scripts/vendor.ts";
import {findChromium} from "./browser.ts";

/** What several test files need and would make at once: the browser's file, the packages that it loads, and a folder for sites. */
export async function setup(project: TestProject): Promise<() => void> {
  await Promise.all([findChromium(), vendorPackages()]);
  const folder = mkdtempSync(join(tmpdir(), "funnelbook-sites-"));
  project.provide("sitesFolder", folder);
  return () => rmSync(folder, {recursive: true, force: true});
}
