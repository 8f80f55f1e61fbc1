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
  await page.goto(address, {waitUntil: "networkidle"});
  // on a busy machine cells run for longer than files load
  await page.waitForFunction(() => !document.querySelector("observablehq-loading"));
  return {page, problems, requests};
}

/** Whether a request is for the SQL engine or the files that it reads. */
export function isForEngine(url: string): boolean {
  return /\.wasm|duckdb|\.parquet/.test(url);
}
