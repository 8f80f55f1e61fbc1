import {createRequire} from "node:module";
import type {AxeResults} from "axe-core";
import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {openSitePage} from "./site-page.ts";
import {sitePages} from "./site-pages.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const screens = [
  {colorScheme: "light", width: 1280},
  {colorScheme: "dark", width: 390}
] as const;

describe.each(screens)("in $colorScheme colours, $width pixels wide", ({colorScheme, width}) => {
  test.each(sitePages)("axe finds nothing serious on /%s, with what unfolds unfolded", async (path) => {
    const screen = {colorScheme, viewport: {width, height: 900}, reducedMotion: "reduce"} as const;
    const {page} = await openSitePage("demo", path, screen);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("main details")) (details as HTMLDetailsElement).open = true;
    });
    await expect.poll(() => page.locator("main details[open] > summary:only-child").count()).toBe(0);
    await page.addScriptTag({path: axe});
    expect(await violations(page)).toEqual([]);
  });
});

describe("by keyboard alone", () => {
  test.each(sitePages)("everything on /%s is reached with Tab, and shows that it is", async (path) => {
    const {page} = await openSitePage("demo", path);
    const expected = await markStops(page);
    const reached = new Set<string>();
    const unseen: string[] = [];
    for (let presses = 0; presses < expected.length + 40 && reached.size < expected.length; ++presses) {
      await page.keyboard.press("Tab");
      const {stop, isSeen, what} = await page.evaluate(focused);
      if (stop !== undefined) reached.add(stop);
      if (!isSeen) unseen.push(what);
    }
    expect(expected.filter(({stop}) => !reached.has(stop))).toEqual([]);
    expect(unseen).toEqual([]);
  });
});

async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const results = await (globalThis as unknown as {axe: {run: () => Promise<AxeResults>}}).axe.run();
    return results.violations
      .filter(({impact}) => impact === "serious" || impact === "critical")
      .flatMap(({id, nodes}) =>
        nodes.slice(0, 3).map(({target, html}) => `${id}: ${target.join(" ")} ${html.slice(0, 160)}`)
      );
  });
}

/** Numbers all that can be pressed on a page, so that it is known again when it has the focus. */
async function markStops(page: Page): Promise<{stop: string; what: string}[]> {
  return page.evaluate(() => {
    const places = ["a[href]", "button", "summary", "select", "input", "textarea", "[tabindex='0']"];
    const all = document.querySelectorAll<HTMLElement>(places.map((place) => `main ${place}`).join());
    // a group of radio buttons is one stop; what cannot be pressed is none
    const stops = [...all].filter(
      (element) =>
        element.checkVisibility() &&
        !element.closest("[hidden], [inert]") &&
        !(element as HTMLButtonElement).disabled &&
        element.getAttribute("tabindex") !== "-1" &&
        element.getAttribute("type") !== "radio"
    );
    return stops.map((element, i) => {
      element.dataset.stop = String(i);
      return {stop: String(i), what: element.outerHTML.slice(0, 120)};
    });
  });
}

/** What has the focus, and whether it or what stands around it looks like that. */
function focused(): {stop?: string | undefined; isSeen: boolean; what: string} {
  const element = document.activeElement as HTMLElement | null;
  if (!element?.closest("main")) return {isSeen: true, what: ""};
  const isMarked = (target: Element | null): boolean => {
    if (!target) return false;
    const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(target);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  };
  const isSeen = isMarked(element) || isMarked(element.parentElement);
  return {stop: element.dataset.stop, isSeen, what: element.outerHTML.slice(0, 120)};
}
