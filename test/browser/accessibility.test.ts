import {createRequire} from "node:module";
import type {AxeResults} from "axe-core";
import {describe, expect, test} from "vitest";
import {openSitePage} from "./site-page.ts";
import {sitePages} from "./site-pages.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  test.each(sitePages)("axe finds nothing serious on /%s, with what unfolds unfolded", async (path) => {
    const {page} = await openSitePage("demo", path, {colorScheme, reducedMotion: "reduce"});
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("main details")) (details as HTMLDetailsElement).open = true;
    });
    await page.waitForTimeout(300);
    await page.addScriptTag({path: axe});
    const violations = await page.evaluate(async () => {
      const results = await (globalThis as unknown as {axe: {run: () => Promise<AxeResults>}}).axe.run();
      return results.violations
        .filter(({impact}) => impact === "serious" || impact === "critical")
        .flatMap(({id, nodes}) =>
          nodes.slice(0, 3).map(({target, html}) => `${id}: ${target.join(" ")} ${html.slice(0, 160)}`)
        );
    });
    expect(violations).toEqual([]);
  });
});

describe("by keyboard alone", () => {
  test.each(sitePages)(
    "everything that can be pressed on /%s is reached in order, and shows that it is",
    async (path) => {
      const {page} = await openSitePage("demo", path);
      const expected = await page.evaluate(() => {
        const focusable =
          "main a[href], main button, main summary, main select, main input, main textarea, main [tabindex='0']";
        return [...document.querySelectorAll<HTMLElement>(focusable)].filter((element) => {
          const isOff = (element as HTMLButtonElement).disabled || element.closest("[hidden], [inert]");
          // a group of radio buttons is one stop
          return (
            !isOff &&
            element.checkVisibility() &&
            element.getAttribute("tabindex") !== "-1" &&
            element.getAttribute("type") !== "radio"
          );
        }).length;
      });
      const reached = await page.evaluate(() => {
        document.body.focus();
        return 0;
      });
      let stops = reached;
      const unseen: string[] = [];
      await page.locator("main").evaluate((main) => {
        main.tabIndex = -1;
        (main as HTMLElement).focus();
      });
      for (let presses = 0; presses < expected + 60 && stops < Math.min(expected, 60); ++presses) {
        await page.keyboard.press("Tab");
        const stop = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement | null;
          if (!element?.closest("main")) return undefined;
          const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(element);
          const around =
            element.closest(":focus-within") &&
            getComputedStyle(element.parentElement ?? element).outlineStyle !== "none";
          const isSeen = (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none" || around;
          return {isSeen: Boolean(isSeen), what: element.outerHTML.slice(0, 120)};
        });
        if (!stop) break;
        ++stops;
        if (!stop.isSeen) unseen.push(stop.what);
      }
      expect(stops).toBeGreaterThanOrEqual(Math.min(expected, 60) - 2);
      expect(unseen).toEqual([]);
    }
  );
});
