import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parse, parseFragment, serialize} from "parse5";
import type {Page} from "playwright-core";
import {globSync} from "tinyglobby";
import {beforeAll, describe, expect, test} from "vitest";
import {openSitePage} from "./site-page.ts";
import {openSite, type SiteName} from "./sites.ts";

const pages = globSync("*.md", {cwd: join(import.meta.dirname, "..", "..", "src")})
  .map((file) => file.replace(/(index)?\.md$/, ""))
  .filter((page) => page !== "404")
  .sort();

// one with everything, and one with hostile names
describe.each<SiteName>(["demo", "hostile"])("the site of %s", (name) => {
  beforeAll(() => openSite(name));

  test.each(pages)("/%s reads without JavaScript as it does with it", async (path) => {
    const screen = {viewport: {width: 1280, height: 844}};
    const [live, still] = await Promise.all([
      openSitePage(name, path, screen),
      openSitePage(name, path, {...screen, javaScriptEnabled: false})
    ]);
    expect((await live.page.locator("h1").innerText()).replace(/\s+/g, " ")).toBe(headingOf(await fileOf(name, path)));
    for (const places of ["main h1", "main h2", "main p", ".chart h3", "main li"]) {
      expect(await texts(still.page, places)).toEqual(await texts(live.page, places));
    }
    // charts of incidents are for later
    for (const drawings of [".chart:visible", ".chart svg:not(.incident svg):visible"]) {
      expect(await still.page.locator(drawings).count()).toBe(await live.page.locator(drawings).count());
    }
  });

  test.each(pages)("/%s is read by a browser as it was written", async (path) => {
    const html = await fileOf(name, path);
    const [, main = ""] = /(<main[\s\S]*<\/main>)/.exec(html) ?? [];
    expect(serialize(parseFragment(main))).toBe(main);
    expect(serialize(parse(html)).length).toBeGreaterThan(main.length);
  });
});

test("what an address with a selection asks for is not shown as something else", async () => {
  const {page} = await openSitePage("demo", "?device=mobile", {viewport: {width: 1280, height: 844}});
  expect(await page.locator("html.has-selection").count()).toBe(1);
  expect(await page.locator("h1").isVisible()).toBe(true);
});

async function fileOf(name: SiteName, path: string): Promise<string> {
  const {folder} = await openSite(name);
  return readFileSync(join(folder, `${path || "index"}.html`), "utf8");
}

function headingOf(html: string): string {
  const [, heading = ""] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html) ?? [];
  const fragment = parseFragment(heading.replace(/<[^>]*>/g, ""));
  return fragment.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
}

// paragraphs may be divisions in one and not in the other, and controls are hidden where they would do nothing
function texts(page: Page, places: string): Promise<string[]> {
  const found = page.locator(`:is(${places}):visible:not(:has(button, select, input)):not(:has(p))`);
  return found.evaluateAll((elements) =>
    elements.map((element) => (element as HTMLElement).innerText.replace(/\s+/g, " ").trim()).filter(Boolean)
  );
}
