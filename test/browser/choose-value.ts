import type {Page} from "playwright-core";

/** Chooses a value in the page's filter, such as mobile for Device. */
export async function chooseValue(page: Page, dimension: string, value: string): Promise<void> {
  if (
    !(await page
      .locator(".selection .choose")
      .getAttribute("open")
      .then((is) => is !== null))
  ) {
    await page.locator(".selection .choose > summary").click();
  }
  await page.locator(".selection").getByLabel(dimension, {exact: true}).selectOption(value);
}
