import {readFileSync} from "node:fs";
import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {numbers} from "./shown-numbers.ts";
import {openSitePage} from "./site-page.ts";
import {siteRow, siteRows} from "./site-rows.ts";
import {siteNames, type SiteName} from "./sites.ts";
import {isForEngine} from "./watched-page.ts";

// a power of two for each stage, as funnel_sessions has them
const lostBetween = (stage: string, next: string): string =>
  `(reached_stages & (select reach_flag from funnel_sessions where stage = '${stage}')) > 0
    and (reached_stages & (select reach_flag from funnel_sessions where stage = '${next}')) = 0`;

const afterView = lostBetween("view", "cart");

describe.each(siteNames)("the drop-off of %s", (name) => {
  test("shows who is lost at the worst step, with the first of them, and starts no engine", async () => {
    const {page, problems, requests} = await openSitePage(name, "drop-off");
    const worst = await siteRow(
      name,
      `select stage.stage, next.stage as next, stage.sessions, stage.sessions - next.also_previous as lost
      from funnel_sessions as stage inner join funnel_sessions as next on next.position = stage.position + 1
      order by lost desc, stage.position limit 1`
    );
    if (worst.stage === undefined) expect(await page.innerText("main")).toContain("needs two stages");
    else {
      expect(await shownLost(page)).toBe(`${numbers.count(worst.lost)} of ${numbers.count(worst.sessions)}`);
      const dimensions = await siteRows(
        name,
        "select distinct dimension from session_counts where dimension <> 'started_on'"
      );
      expect(await page.locator(".value-bars").count()).toBe(dimensions.length);
      const list = page.locator(".session-list [role=table]");
      expect(Number(await list.getAttribute("aria-rowcount"))).toBe(1 + Math.min(50, Number(worst.lost)));
    }
    expect([problems, requests.filter(isForEngine)]).toEqual([[], []]);
  });
});

describe("a bar of the drop-off", () => {
  test("chooses its value: all counts follow as SQL says, and Back takes it back", async () => {
    const {page, problems} = await openSitePage("demo", "drop-off");
    const before = await shownLost(page);
    await bar(page, "Device", "mobile").click();
    await counted(page);
    expect(new URL(page.url()).search).toBe("?device=mobile");
    expect(await bar(page, "Device", "mobile").getAttribute("aria-pressed")).toBe("true");
    expect(await shownLost(page)).toBe(await lostInSql("demo", "device = 'mobile'"));
    await bar(page, "Source", "google").click();
    await bar(page, "Source", "newsletter").click();
    const both = "device = 'mobile' and source in ('google', 'newsletter')";
    await expect.poll(() => shownLost(page)).toBe(await lostInSql("demo", both));
    // a dimension counts what the others leave
    expect(await barText(page, "Device", "desktop")).toContain(
      `${numbers.count((await siteRow("demo", `select count(*) as n from sessions where ${afterView} and device = 'desktop' and source in ('google', 'newsletter')`)).n)} lost`
    );
    expect(await barText(page, "Source", "direct")).toContain(
      `${numbers.count((await siteRow("demo", `select count(*) as n from sessions where ${afterView} and device = 'mobile' and source = 'direct'`)).n)} lost`
    );
    await page.goBack();
    await page.goBack();
    await expect.poll(() => shownLost(page)).toBe(await lostInSql("demo", "device = 'mobile'"));
    await page.goBack();
    await expect.poll(() => shownLost(page)).toBe(before);
    expect(await page.locator(".selection .words").innerText()).toBe("Everybody in the data");
    expect(problems).toEqual([]);
  });

  test("can be chosen by keyboard, and keeps the focus", async () => {
    const {page} = await openSitePage("demo", "drop-off");
    await bar(page, "New or returning", "returning").focus();
    await page.keyboard.press("Enter");
    await counted(page);
    expect(await shownLost(page)).toBe(await lostInSql("demo", "visitor = 'returning'"));
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("returning");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).search).toBe("");
  });
});

test("days are chosen by dragging and by the fields, and a link opens the same view", async () => {
  const {page} = await openSitePage("demo", "drop-off");
  const days = page.locator(".day-bars");
  await days.getByLabel("From").fill("2021-01-11");
  await days.getByLabel("To").fill("2021-01-24");
  await counted(page);
  const inSql = await lostInSql("demo", "started_on between '2021-01-11' and '2021-01-24'");
  await expect.poll(() => shownLost(page)).toBe(inSql);
  const again = await openSitePage("demo", "drop-off?from=2021-01-11&to=2021-01-24");
  await expect.poll(() => shownLost(again.page)).toBe(inSql);
  const box = await days.locator("svg").boundingBox();
  if (!box) throw new Error("there is no chart of days");
  await page.mouse.move(box.x + 1, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 20, {steps: 4});
  await page.mouse.up();
  const search = new URLSearchParams(new URL(page.url()).search);
  const first = await siteRow("demo", "select cast(min(started_on) as varchar) as day from sessions");
  expect(search.get("from")).toBe(first.day);
  await expect
    .poll(() => shownLost(page))
    .toBe(await lostInSql("demo", `started_on between '${first.day as string}' and '${search.get("to")}'`));
});

test("another step lives in the address, with what its sessions left in their carts", async () => {
  const {page, problems} = await openSitePage("demo", "drop-off?device=mobile");
  await page.getByLabel("Between").selectOption("cart");
  const lost = `${lostBetween("cart", "checkout")} and device = 'mobile'`;
  const sessions = await siteRow("demo", `select count(*) as n from sessions where ${lost}`);
  await expect.poll(() => shownLost(page)).toContain(`${numbers.count(sessions.n)} of`);
  expect(new URL(page.url()).searchParams.get("step")).toBe("cart");
  const brands = await siteRows(
    "demo",
    `select brand, sum(products) as products, sum(value) as value from session_carts
    where session_number in (select session_number from sessions where ${lost})
    group by brand order by value desc, brand limit 10`
  );
  await expect.poll(() => page.locator(".left-brands .label").allInnerTexts()).toEqual(brands.map(({brand}) => brand));
  expect(await page.locator(".left-brands .track").first().innerText()).toContain(numbers.money(brands[0]?.value));
  expect(problems).toEqual([]);
});

test("the list sorts all lost sessions, draws those in view, and is downloaded as SQL has it", async () => {
  const {page, problems} = await openSitePage("demo", "drop-off?browser=Firefox");
  await counted(page);
  const list = page.locator(".session-list");
  const rows = await siteRows(
    "demo",
    `select views, seconds, cast(started_on as varchar) as day from sessions where ${afterView} and browser = 'Firefox' order by seconds desc`
  );
  await expect.poll(() => list.locator("[role=table]").getAttribute("aria-rowcount")).toBe(String(rows.length + 1));
  await list.getByRole("button", {name: "Stayed"}).click();
  await expect.poll(() => list.locator("[aria-sort=descending]").innerText()).toContain("Stayed");
  expect(await list.locator("[role=row]").count()).toBeLessThan(60);
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect.poll(() => list.locator(`[aria-rowindex="${rows.length + 1}"]`).count()).toBe(1);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name: "Download the list as CSV"}).click()
  ]);
  const [head = "", ...lines] = readFileSync(await download.path())
    .toString()
    .split("\n");
  const seconds = head.split(",").indexOf("seconds");
  expect(lines.map((line) => line.split(",")[seconds])).toEqual(rows.map((row) => String(row.seconds)));
  expect(problems).toEqual([]);
});

test("the SQL of the chart gives the counts that are shown", async () => {
  const {page} = await openSitePage("demo", "drop-off?device=mobile&from=2021-01-01");
  await counted(page);
  await page.locator("#drop-off summary", {hasText: "SQL"}).click();
  const rows = await siteRows("demo", await page.locator("#drop-off .query code").innerText());
  const desktop = rows.find(({dimension, value}) => dimension === "device" && value === "desktop");
  expect(await barText(page, "Device", "desktop")).toContain(`${numbers.count(desktop?.lost_sessions)} lost`);
});

test.each(["", "traffic", "funnel"])(
  "a selection goes along from /%s to the drop-off, and is cleared in one click",
  async (path) => {
    const {page} = await openSitePage("demo", `${path}?source=google`);
    await page.locator("#observablehq-sidebar").getByRole("link", {name: "Drop-off"}).click();
    await page.waitForURL(/drop-off\?source=google/);
    await expect.poll(() => shownLost(page)).toBe(await lostInSql("demo", "source = 'google'"));
    await page.getByRole("button", {name: "Show everybody"}).click();
    expect(new URL(page.url()).search).toBe("");
  }
);

async function shownLost(page: Page): Promise<string> {
  const title = await page.locator("#drop-off h3").innerText();
  const [, lost, reached] = /^([\d,]+) sessions? of ([\d,]+)/.exec(title) ?? [];
  return `${lost} of ${reached}`;
}

async function lostInSql(name: SiteName, condition: string): Promise<string> {
  const {lost, reached} = await siteRow(
    name,
    `select count(*) filter (where ${afterView}) as lost, count(*) as reached from sessions
    where (reached_stages & (select reach_flag from funnel_sessions where stage = 'view')) > 0 and ${condition}`
  );
  return `${numbers.count(lost)} of ${numbers.count(reached)}`;
}

function bar(page: Page, dimension: string, value: string) {
  return page.getByRole("region", {name: dimension, exact: true}).getByTitle(value, {exact: true});
}

function barText(page: Page, dimension: string, value: string): Promise<string> {
  return bar(page, dimension, value).innerText();
}

// the chart's title ends with the words of the selection that it is of
async function counted(page: Page): Promise<void> {
  await expect.poll(() => page.locator("#drop-off h3").innerText()).toMatch(/ \((?!95%)[^)]*\)$/);
  await expect.poll(() => page.locator("[aria-busy]").count()).toBe(0);
}
