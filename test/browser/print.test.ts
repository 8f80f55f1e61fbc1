import {describe, expect, test} from "vitest";
import {openSitePage} from "./site-page.ts";
import {sitePages} from "./site-pages.ts";
import type {SiteName} from "./sites.ts";

// A4 at 96 pixels an inch, less the margins of print.css
const paper = {width: 673, height: 1000};

describe.each<SiteName>(["demo", "hostile"])("%s on paper", (name) => {
  test.each(sitePages)("/%s fits the paper, with nothing cut off and nothing to press", async (path) => {
    const {page} = await openSitePage(name, path, {viewport: paper});
    await page.emulateMedia({media: "print"});
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(paper.width);
    const seen = await page.evaluate(() => {
      const shown = [...document.querySelectorAll<HTMLElement>("main *")].filter((element) =>
        element.checkVisibility()
      );
      const told = (element: Element) => element.outerHTML.slice(0, 120);
      const isCut = (element: HTMLElement) =>
        ["auto", "scroll"].includes(getComputedStyle(element).overflowX) &&
        element.scrollWidth > element.clientWidth + 1;
      return {
        cut: shown.filter(isCut).map(told),
        outside: shown.filter((element) => element.getBoundingClientRect().right > innerWidth + 1).map(told),
        toChoose: shown.filter((element) => element.matches("select, input, .controls, .figure-tools")).map(told)
      };
    });
    expect(seen).toEqual({cut: [], outside: [], toChoose: []});
    const figures = await page
      .locator("figure.chart:visible")
      .evaluateAll((all) => all.map((figure) => getComputedStyle(figure).breakInside));
    expect(figures.filter((inside) => inside !== "avoid")).toEqual([]);
  });
});

test("what is chosen is printed in words", async () => {
  const {page} = await openSitePage("demo", "funnel?device=mobile&from=2021-01-11&to=2021-01-24", {viewport: paper});
  await page.emulateMedia({media: "print"});
  await expect
    .poll(() => page.locator(".selection").innerText())
    .toContain("Only sessions with device: mobile; January 11, 2021 to January 24, 2021");
  const pdf = await page.pdf({format: "A4"});
  expect(pdf.toString("latin1", 0, 5)).toBe("%PDF-");
});
