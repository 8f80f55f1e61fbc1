import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {demoTables} from "../../data-loaders/demo-store/schema.ts";
import type {Truth} from "../../data-loaders/demo-store/truths.ts";
import {readManifest} from "../../data-loaders/snapshots.ts";
import {describe, expect, test} from "vitest";
import {numbers} from "./shown-numbers.ts";
import {openSitePage} from "./site-page.ts";
import {openSite, siteNames, type SiteName} from "./sites.ts";

describe.each(siteNames)("the methods of %s", (name) => {
  test("describe every table of the snapshots, which unfold by keyboard", async () => {
    const {page} = await openSitePage(name, "methods");
    const tables = readManifest((await openSite(name)).snapshots)?.tables ?? [];
    const dictionary = page.locator(".dictionary").first();
    expect(await dictionary.locator("summary b").allInnerTexts()).toEqual(tables.map((table) => table.name));
    expect(await dictionary.locator("summary .rows").allInnerTexts()).toEqual(
      tables.map(({rows}) => `${numbers.count(rows)} ${rows === 1 ? "row" : "rows"}`)
    );
    await dictionary.locator("summary").first().focus();
    await page.keyboard.press("Enter");
    const names = dictionary.locator("details").first().locator("tbody td:first-child");
    expect(await names.allInnerTexts()).toEqual(tables[0]?.columns.map((column) => column.name));
  });

  test("tell of the made-up shop where the report is on it, and only there", async () => {
    const {page, problems} = await openSitePage(name, "methods");
    const truth = await readTruth(name);
    expect(truth !== undefined).toBe(name === "demo");
    expect(await page.locator("h2", {hasText: "The made-up shop"}).count()).toBe(truth ? 1 : 0);
    expect(await page.locator(".truths h4").allInnerTexts()).toEqual(truth?.truths.map(({title}) => title) ?? []);
    expect(await page.locator(".table-diagram, main img").count()).toBe(truth ? 2 : 0);
    expect(await page.locator(".dictionary").nth(1).locator("summary b").allInnerTexts()).toEqual(
      truth ? demoTables.map((table) => table.name) : []
    );
    if (truth) {
      const diagram = page.locator(".table-diagram img");
      // a browser draws nothing of an SVG file that is not well-formed
      expect(await diagram.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(800);
      expect(await diagram.getAttribute("alt")).toContain("order_items");
      const [whole] = await Promise.all([
        page.context().waitForEvent("page"),
        page.getByRole("link", {name: "Open the diagram in full size"}).click()
      ]);
      await whole.waitForLoadState();
      expect(await whole.locator("svg .table").count()).toBe(demoTables.length);
    }
    expect(problems).toEqual([]);
  });
});

async function readTruth(name: SiteName): Promise<Truth | undefined> {
  const file = join((await openSite(name)).snapshots, "truth.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Truth) : undefined;
}
