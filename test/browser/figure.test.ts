import {readFileSync} from "node:fs";
import {csvParse} from "d3-dsv";
import type {Page} from "playwright-core";
import {expect, test} from "vitest";
import {openSitePage} from "./site-page.ts";
import {siteRows} from "./site-rows.ts";
import {siteNames} from "./sites.ts";

async function downloaded(page: Page, name: RegExp): Promise<{name: string; bytes: Buffer}> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("#funnel-users").getByRole("button", {name}).click()
  ]);
  return {name: download.suggestedFilename(), bytes: readFileSync(await download.path())};
}

test.each(siteNames)("a chart of %s gives its numbers as CSV, in full, and its SQL gives the same", async (name) => {
  const {page} = await openSitePage(name, "");
  const {name: file, bytes} = await downloaded(page, /as CSV/);
  expect(file).toBe("funnel-users.csv");
  const [head = "", ...lines] = bytes.toString().split("\n");
  const place = head.split(",").indexOf("members");
  await page.locator("#funnel-users summary", {hasText: "SQL"}).click();
  const query = await page.locator("#funnel-users .query code").innerText();
  const rows = await siteRows(name, query);
  expect(lines.map((line) => line.split(",")[place])).toEqual(rows.map(({members}) => String(members)));
});

test("a chart is downloaded as SVG with its words and shapes, and as PNG of twice its size", async () => {
  const {page, problems} = await openSitePage("demo", "");
  const title = await page.locator("#funnel-users h3").innerText();
  const svg = (await downloaded(page, /as SVG/)).bytes.toString();
  const png = (await downloaded(page, /as PNG/)).bytes;
  const words = svg
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
  expect(words).toContain(title.slice(0, 20));
  expect(words).toContain("Saw the home page");
  // a bar for each of five stages, and what four of them lost
  expect(svg.match(/<rect /g)?.length).toBeGreaterThanOrEqual(8);
  expect(svg).toContain("@font-face");
  const width = Number(/width="(\d+)"/.exec(svg)?.[1]);
  expect([png.toString("latin1", 1, 4), png.readUInt32BE(16)]).toEqual(["PNG", 2 * width]);
  expect(problems).toEqual([]);
});

test("a chart's link leads to it, and its checks tell how far the data behind it can be trusted", async () => {
  const {page} = await openSitePage("demo", "");
  await page
    .locator("#daily")
    .getByRole("button", {name: /Copy a link/})
    .click();
  expect(new URL(page.url()).hash).toBe("#daily");
  await page.reload({waitUntil: "networkidle"});
  await expect
    .poll(() => page.locator("#daily").evaluate((figure) => figure.getBoundingClientRect().top))
    .toBeLessThan(400);
  await page.locator("#funnel-users .trust summary").click();
  const [audit] = await siteRows("demo", "select max(rows_in) as n_in, min(rows_out) as n_out from cleaning_audit");
  const count = (n: unknown) => Number(n).toLocaleString("en-US");
  expect(await page.locator("#funnel-users .trust li").first().innerText()).toBe(
    `${count(audit?.n_out)} of ${count(audit?.n_in)} rows read could be used.`
  );
});

test("the SQL of a chart is opened in Explore by its link", async () => {
  const {page} = await openSitePage("demo", "");
  await page.locator("#daily summary", {hasText: "SQL"}).click();
  const address = await page.getByRole("link", {name: "Change it in Explore"}).first().getAttribute("href");
  const query = new URLSearchParams(address?.split("?")[1]).get("sql");
  expect(query).toContain("from daily");
});

test("what is downloaded of a shop with hostile names holds them as text, and no spreadsheet runs them", async () => {
  const {page, problems} = await openSitePage("hostile", "traffic");
  const names = (await siteRows("hostile", "select campaign from campaigns order by campaign")).map((row) =>
    String(row.campaign)
  );
  const file = async (name: RegExp) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#campaigns-and-costs").getByRole("button", {name}).click()
    ]);
    return readFileSync(await download.path()).toString();
  };
  const rows = csvParse(await file(/as CSV/));
  const cells = rows.map(({campaign = ""}) => campaign);
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, "")).sort()).toEqual(names.sort());
  const image = await page.evaluate(
    (svg) => {
      const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
      const all = [...parsed.querySelectorAll("*")];
      return {
        isWellFormed: !parsed.querySelector("parsererror"),
        text: parsed.documentElement.textContent,
        running: all.filter(
          (element) =>
            /^(script|img|iframe)$/i.test(element.localName) ||
            element.getAttributeNames().some((attribute) => attribute.startsWith("on"))
        ).length
      };
    },
    await file(/as SVG/)
  );
  expect([image.isWellFormed, image.running]).toEqual([true, 0]);
  expect(image.text).toContain(names.find((name) => name.includes("<script>")));
  expect(problems).toEqual([]);
});
