import type {Browser, Page} from "playwright-core";
import {median} from "../measure-command.ts";

/** How soon a reader's choice of sessions is answered on the drop-off page, in milliseconds. */
export interface FilterTimes {
  /** the first choice, which starts the engine and reads the sessions: the median of several fresh browsers */
  cold: number;
  /** later choices, until all counts on the page are of the new one */
  median: number;
  /** their 95th percentile */
  slowest: number;
  /** how many sessions are counted */
  sessions: number;
}

/** Chooses bars one after the other, in several fresh browsers. */
export async function measureFilters(browser: Browser, address: string, {runs}: {runs: number}): Promise<FilterTimes> {
  const cold: number[] = [];
  const later: number[] = [];
  let sessions = 0;
  for (let run = 0; run < runs; ++run) {
    const context = await browser.newContext({viewport: {width: 1280, height: 900}});
    const page = await context.newPage();
    await page.goto(`${address}drop-off`, {waitUntil: "networkidle"});
    sessions = await sessionsShown(page);
    const bars = await page.locator(".value-bars li:not([hidden]) button").count();
    cold.push(await press(page, 0));
    // what the list and the brands need is there after the first answer
    await page.waitForTimeout(1500);
    for (let i = 1; i < Math.min(bars, 25); ++i) later.push(await press(page, i));
    await context.close();
  }
  const sorted = [...later].sort((a, b) => a - b);
  return {
    cold: median(cold),
    median: median(later),
    slowest: sorted[Math.ceil(0.95 * sorted.length) - 1] ?? NaN,
    sessions
  };
}

// from the click to the chart's new title, which is written after all bars
function press(page: Page, bar: number): Promise<number> {
  return page.evaluate(
    (place) =>
      new Promise<number>((resolve) => {
        const title = document.querySelector("#drop-off h3");
        const button = document.querySelectorAll<HTMLElement>(".value-bars li:not([hidden]) button")[place];
        const started = performance.now();
        new MutationObserver((_, observer) => {
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - started));
        }).observe(title as Element, {childList: true, characterData: true, subtree: true});
        button?.click();
      }),
    bar
  );
}

async function sessionsShown(page: Page): Promise<number> {
  const title = await page.locator("#drop-off h3").innerText();
  return Number((/of ([\d,]+)/.exec(title)?.[1] ?? "").replaceAll(",", ""));
}
