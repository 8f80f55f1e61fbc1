import type {Browser, BrowserContextOptions} from "playwright-core";
import {afterAll, onTestFinished} from "vitest";
import {launchBrowser} from "./browser.ts";
import {openSite, type SiteName} from "./sites.ts";
import {openPage, type WatchedPage} from "./watched-page.ts";

let launched: Promise<Browser> | undefined;

afterAll(async () => (await launched)?.close());

/** Opens a page of a site, such as `funnel?device=mobile`, or the overview for an empty path; it is closed when the test is done. */
export async function openSitePage(
  name: SiteName,
  path: string,
  options: BrowserContextOptions = {}
): Promise<WatchedPage> {
  const {address} = await openSite(name);
  launched ??= launchBrowser();
  const opened = await openPage(await launched, address + path, options);
  onTestFinished(() => opened.page.context().close());
  return opened;
}
