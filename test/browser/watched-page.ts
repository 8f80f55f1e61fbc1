import {setTimeout} from "node:timers/promises";
import type {Browser, BrowserContextOptions, Page} from "playwright-core";

/** A page with all that went wrong on it, and all that it asked for. */
export interface WatchedPage {
  page: Page;
  /** console errors and warnings, uncaught errors, failed requests, and requests to other hosts */
  problems: string[];
  requests: string[];
}

/** Opens an address and waits until nothing loads any more, and all that its cells show is there. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {}
): Promise<WatchedPage> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  const problems: string[] = [];
  const requests: string[] = [];
  const {host} = new URL(address);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    requests.push(request.url());
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).host !== host) {
      problems.push(`outside request: ${request.url()}`);
    }
  });
  const isQuiet = watchRequests(page);
  await page.goto(address);
  // without JavaScript cells stay as the build has written them
  if (options.javaScriptEnabled !== false) {
    await page.waitForFunction(() => !document.querySelector("observablehq-loading"));
  }
  while (!isQuiet()) await setTimeout(50);
  return {page, problems, requests};
}

// whether nothing has been loading for a moment; the browser's own idle is half a second, which many tests would wait for
function watchRequests(page: Page): () => boolean {
  let loading = 0;
  let changedAt = performance.now();
  const change = (by: number) => () => {
    loading += by;
    changedAt = performance.now();
  };
  page.on("request", change(1)).on("requestfinished", change(-1)).on("requestfailed", change(-1));
  return () => loading <= 0 && performance.now() - changedAt > 150;
}

/** Whether a request is for the SQL engine or the files that it reads. */
export function isForEngine(url: string): boolean {
  return /\.wasm|duckdb|\.parquet/.test(url);
}
