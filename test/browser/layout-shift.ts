import type {Page} from "playwright-core";

/** How far what was shown has moved since the page was opened, as https://web.dev/articles/cls adds it up. */
export async function layoutShift(page: Page): Promise<number> {
  await page.waitForTimeout(300);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as {value: number}).value;
        }).observe({type: "layout-shift", buffered: true});
        setTimeout(() => resolve(sum), 100);
      })
  );
}
