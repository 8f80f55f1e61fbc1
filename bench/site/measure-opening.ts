import type {Browser} from "playwright-core";
import {gzipSync} from "node:zlib";

/** How a page opens in a browser that has not seen the site before. */
export interface Opening {
  /** milliseconds until a chart, or key figures, are there to be seen */
  firstChart: number;
  /** of all files, compressed with gzip as a host would send them; fonts are compressed already */
  kilobytes: number;
  /** the sum of all layout shifts after the first paint */
  shift: number;
}

/** Opens an address in a fresh browser context and measures until nothing loads any more. */
export async function measureOpening(browser: Browser, address: string): Promise<Opening> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}});
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.status() === 200) {
      sizes.push(
        response.body().then(
          (body) => (response.url().endsWith(".woff2") ? body.length : gzipSync(body).length),
          () => 0
        )
      );
    }
  });
  await page.addInitScript(() => {
    const seen = globalThis as unknown as {firstChart?: number; shift: number};
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as {value: number}).value;
    }).observe({type: "layout-shift", buffered: true});
    // a method, as the loader calls a helper for functions with names, which a page does not have
    const frames = {
      look() {
        const chart = document.querySelector("main .chart, main .key-figures, main .cell, main .dictionary");
        if (chart && (chart as HTMLElement).getBoundingClientRect().height > 0) {
          requestAnimationFrame(() => (seen.firstChart ??= performance.now()));
        } else requestAnimationFrame(() => frames.look());
      }
    };
    frames.look();
  });
  await page.goto(address, {waitUntil: "networkidle"});
  await page.waitForTimeout(300);
  const {firstChart, shift} = await page.evaluate(() => {
    const {firstChart = Infinity, shift} = globalThis as unknown as {firstChart?: number; shift: number};
    return {firstChart, shift};
  });
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return {firstChart, shift, kilobytes: bytes / 1000};
}
