import {describe, expect, test} from "vitest";
import {layoutShift} from "./layout-shift.ts";
import {openSitePage} from "./site-page.ts";
import {sitePages} from "./site-pages.ts";
import {siteRows} from "./site-rows.ts";
import {siteNames} from "./sites.ts";
import {isForEngine} from "./watched-page.ts";

// a phone, a tablet, a small and a large desktop; the two between on the made-up shop alone
const screens = [
  {viewport: {width: 390, height: 844}, colorScheme: "dark"},
  {viewport: {width: 1280, height: 844}, colorScheme: "light"}
] as const;
const otherScreens = [
  {viewport: {width: 768, height: 1024}, colorScheme: "light"},
  {viewport: {width: 1920, height: 1080}, colorScheme: "dark"}
] as const;

describe.each(siteNames)("the site of %s", (name) => {
  test.each(sitePages)("/%s opens without a problem, a jump, an engine or another host", async (path) => {
    const all = name === "demo" ? [...screens, ...otherScreens] : screens;
    await Promise.all(
      all.map(async (screen) => {
        const {page, problems, requests} = await openSitePage(name, path, screen);
        const at = `at ${screen.viewport.width} pixels`;
        await expect.poll(() => page.locator(".prerendered").count()).toBe(0);
        expect(problems, at).toEqual([]);
        expect(requests.filter(isForEngine), at).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, at).toBeLessThanOrEqual(0);
        const text = await page.innerText("main");
        expect(text).not.toMatch(/\b(?:undefined|NaN|Infinity)\b|\[object /);
        // a result of SQL has nulls, and says so
        if (path !== "explore") expect(text).not.toMatch(/\bnull\b/);
        expect(await page.locator("h1").innerText()).toMatch(/\S{2,}/);
        expect(await page.locator(".observablehq--error").count()).toBe(0);
        // none of the charts is empty
        for (const drawing of await page.locator(".chart:visible .drawing").all()) {
          expect((await drawing.boundingBox())?.height, at).toBeGreaterThan(20);
        }
        // the made-up shop's tables are drawn as an image of the report's own
        expect(await page.locator("main img:not(.table-diagram img), main script").count()).toBe(0);
        expect(await layoutShift(page), at).toBeLessThanOrEqual(0.05);
      })
    );
  });
});

test("of a value that was refused the analyst alone sees more than its pattern", async () => {
  const {page} = await openSitePage("single user", "data-quality");
  const text = await page.innerText("main");
  expect(text).toContain("</xxxxxx><xxxxxx>xxxxx(9)</xxxxxx>");
  expect(text).not.toContain("alert(3)");
});

test("search finds a page by its words", async () => {
  const {page, problems} = await openSitePage("demo", "");
  await page.fill("#observablehq-search input", "duplicates");
  await page.locator("#observablehq-search-results a", {hasText: "Data quality"}).waitFor();
  expect(problems).toEqual([]);
});

test("numbers published for people are never fewer than the smallest group", async () => {
  const [smallest] = await siteRows("demo", "select min(users) as n from session_dimensions");
  expect(Number(smallest?.n)).toBeGreaterThanOrEqual(5);
});
