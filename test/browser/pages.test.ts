import {describe, expect, test} from "vitest";
import {openSitePage} from "./site-page.ts";
import {sitePages} from "./site-pages.ts";
import {siteRows} from "./site-rows.ts";
import {siteNames} from "./sites.ts";
import {isForEngine} from "./watched-page.ts";

describe.each(siteNames)("the site of %s", (name) => {
  test.each(sitePages)("/%s opens without a problem, an engine or another host, on desktop and phone", async (path) => {
    const screens = [
      {viewport: {width: 1280, height: 844}, colorScheme: "light"},
      {viewport: {width: 390, height: 844}, colorScheme: "dark"}
    ] as const;
    const opened = await Promise.all(screens.map((screen) => openSitePage(name, path, screen)));
    for (const {page, problems, requests} of opened) {
      expect(problems).toEqual([]);
      expect(requests.filter(isForEngine)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      const text = await page.innerText("main");
      expect(text).not.toMatch(/\b(undefined|NaN|Infinity|\[object)\b/);
      // a result of SQL has nulls, and says so
      if (path !== "explore") expect(text).not.toMatch(/\bnull\b/);
      expect(await page.locator("h1").innerText()).toMatch(/\S{2,}/);
      expect(await page.locator(".observablehq--error").count()).toBe(0);
    }
  });
});

test("text from the data is shown as text", async () => {
  for (const path of sitePages) {
    const {page} = await openSitePage("single user", path);
    expect(await page.locator("main img, main script").count()).toBe(0);
  }
  const {page} = await openSitePage("single user", "data-quality");
  // the offending value itself is the analyst's alone
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
