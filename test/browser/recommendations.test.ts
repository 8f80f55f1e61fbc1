import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import type {Row} from "../../data-loaders/warehouse.ts";
import {numbers} from "./shown-numbers.ts";
import {openSitePage} from "./site-page.ts";
import {siteRows} from "./site-rows.ts";
import {type SiteName, siteNames} from "./sites.ts";
import {isForEngine} from "./watched-page.ts";

describe.each(siteNames)("the recommendations of %s", (name) => {
  test("the answer is the first thing to do with what it may bring", async () => {
    const {page} = await openSitePage(name, "recommendations");
    const [first] = await recommendationsOf(name);
    const heading = await page.innerText("h1");
    const text = await page.innerText("main");
    if (!first) {
      expect(heading).toBe("There is nothing to recommend from these events yet.");
      expect(await page.locator("figure.chart").count()).toBe(0);
      return;
    }
    const value = first.expected_revenue ?? first.expected_saving;
    expect(heading).toBe(
      value === null
        ? `${String(first.recommendation)} first: of nothing here can it be told what it is worth.`
        : `${String(first.recommendation)} first: that may ${first.expected_revenue === null ? "save" : "bring"} about ${rough(value)}.`
    );
    if (value !== null && Number(first.expected_low) < Number(first.expected_high)) {
      expect(text).toContain(`It may be anything from ${rough(first.expected_low)} to ${rough(first.expected_high)}.`);
    }
    expect(text).toContain("must not be added up");
  });

  test("the chart has what each may bring or save, and below it stands of which that cannot be told", async () => {
    const {page} = await openSitePage(name, "recommendations");
    const rows = await recommendationsOf(name);
    const isValued = (row: Row) => row.expected_revenue !== null || row.expected_saving !== null;
    const expected = rows
      .filter(isValued)
      .map((row) => [
        numbers.count(row.position),
        row.recommendation,
        row.expected_revenue === null ? "cost saved" : "revenue",
        ...[row.expected_revenue ?? row.expected_saving, row.expected_low, row.expected_high].map(rough),
        row.assumption
      ]);
    const chart = page.locator("#expected-worth");
    if (expected.length) await chart.locator(".figure-tools summary", {hasText: "Numbers"}).click();
    const cells = await chart
      .locator(".numbers-table tbody tr")
      .evaluateAll((lines) => lines.map((line) => [...line.querySelectorAll("td")].map((cell) => cell.textContent)));
    expect(cells).toEqual(expected);
    const without = rows.filter((row) => !isValued(row));
    expect(await page.locator(".worthless dt a").allTextContents()).toEqual(without.map((row) => row.recommendation));
    expect(await page.locator(".worthless dd").allTextContents()).toEqual(without.map((row) => row.assumption));
  });

  test("each recommendation has its steps, effort, measure, and the finding that it follows from", async () => {
    const {page} = await openSitePage(name, "recommendations");
    const rows = await recommendationsOf(name);
    const items = page.locator(".recommendation");
    expect(await items.count()).toBe(rows.length);
    for (const [i, row] of rows.entries()) {
      const item = items.nth(i);
      expect(await item.getAttribute("id")).toBe(row.finding);
      expect(await item.locator("> h3 .place").innerText()).toBe(numbers.count(row.position));
      expect(await item.locator(".steps li").allTextContents()).toEqual(String(row.steps).split("\n"));
      const text = await item.innerText();
      for (const part of [row.recommendation, row.measure, row.assumption, row.claim]) expect(text).toContain(part);
      expect(text).toContain(`A matter of ${String(row.effort)}`);
    }
  });

  test("the rows behind each finding are those of its query, drawn and as a table", async () => {
    const {page} = await openSitePage(name, "recommendations");
    for (const row of await recommendationsOf(name)) {
      const item = page.locator(`[id="${String(row.finding)}"]`);
      const answer = await siteRows(name, String(row.evidence_query));
      if (!answer.length) continue;
      await item.locator("summary", {hasText: "The rows behind it"}).click();
      await item.locator(".figure-tools summary", {hasText: "Numbers"}).click();
      const labels = await item.locator("thead th").allInnerTexts();
      expect(await item.locator("tbody tr").count()).toBe(await evidenceRows(name, row.finding));
      expect(labels).toHaveLength(Object.keys(answer[0] ?? {}).length);
      if (row.chart !== "bar") {
        expect(await item.locator("figure.chart .drawing svg").count()).toBeGreaterThan(0);
        continue;
      }
      const names = await item.locator(".evidence-bars .name bdi").allTextContents();
      // stages are named in words
      if (row.chart_y !== "stage") {
        expect(names).toEqual(answer.slice(0, 60).map((found) => String(found[String(row.chart_y)] ?? "Unknown")));
      }
      expect(names.length).toBe(Math.min(60, answer.length));
    }
  });

  test("what was looked for and not found is folded, with the reason", async () => {
    const {page} = await openSitePage(name, "recommendations");
    const folded = await siteRows(
      name,
      "select verdict, claim from findings where not holds order by verdict, finding"
    );
    const list = page.locator(".unsupported");
    const order = ["does_not_hold", "too_few_to_tell", "not_in_data"];
    const expected = order.flatMap((verdict) => folded.filter((row) => row.verdict === verdict));
    const shown = await list.locator("li").allTextContents();
    expect(shown.length).toBe(expected.length);
    expected.forEach(({claim}, i) => expect(shown[i]).toContain(claim));
    const holds = await siteRows(name, "select 1 from findings where holds");
    expect(await list.evaluate((details) => (details as HTMLDetailsElement).open)).toBe(holds.length === 0);
  });
});

describe("the recommendations of the made-up shop", () => {
  test("evidence is linked on its page, with the sessions and days that the finding is about", async () => {
    const {page} = await openSitePage("demo", "recommendations");
    const links = await page
      .locator(".recommendation")
      .evaluateAll((items) => items.map((item) => [item.id, item.querySelector(".look a")?.getAttribute("href")]));
    const [checkout] = await siteRows("demo", "select * from findings where finding = 'checkout-problems'");
    const day = (value: unknown): string => (value as Date).toISOString().slice(0, 10);
    const search = new URLSearchParams({
      browser: String(checkout?.value),
      from: day(checkout?.started_on),
      to: day(checkout?.ended_on)
    });
    expect(Object.fromEntries(links)).toMatchObject({
      "checkout-problems": `./drop-off?${search.toString()}`,
      "recoverable-losses": "./drop-off?device=mobile",
      "cart-abandonment": "./drop-off?last_stage=cart&last_stage=checkout",
      "largest-drop-off": "./funnel",
      "wasted-campaigns": "./traffic",
      "products-nobody-buys": "./merchandising",
      "bot-traffic": "./anomalies",
      "repeated-events": "./data-quality",
      "loyal-newcomers": "./cohorts"
    });
    expect(links.every(([, address]) => address)).toBe(true);
    await page.locator("#wasted-campaigns .look a").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/traffic$/);
  });

  test("an effort is chosen by keyboard, lives in the address, and Back undoes it", async () => {
    const {page, problems, requests} = await openSitePage("demo", "recommendations");
    const select = page.getByRole("combobox", {name: "Show those that", exact: true});
    await select.focus();
    await page.keyboard.press("ArrowDown");
    expect(new URL(page.url()).search).toBe("?effort=hours");
    const quick = await siteRows(
      "demo",
      "select recommendation from recommendations where effort = 'hours' order by position"
    );
    expect(await shownTitles(page)).toEqual(quick.map(({recommendation}) => recommendation));
    expect(await page.getByRole("status").filter({hasText: "in their order"}).innerText()).toContain(
      `${quick.length} of 15 recommendations`
    );
    await page.goBack();
    expect(await shownTitles(page)).toHaveLength(15);
    expect(await select.inputValue()).toBe("any");
    await page.goForward();
    expect(await shownTitles(page)).toHaveLength(quick.length);
    expect([problems, requests.filter(isForEngine)]).toEqual([[], []]);
  });

  test("a bar of the chart leads to its recommendation", async () => {
    const {page} = await openSitePage("demo", "recommendations");
    const link = page.locator("figure.chart svg a", {hasText: "Remind people"});
    expect(await link.evaluate((anchor) => (anchor as SVGAElement).href.baseVal)).toBe("#cart-abandonment");
    await page.locator(".worthless a", {hasText: "Keep machines"}).click();
    expect(new URL(page.url()).hash).toBe("#bot-traffic");
    expect(await page.locator("#bot-traffic").evaluate((item) => item.matches(":target"))).toBe(true);
  });

  test("paper has the steps with a box to tick, and neither controls nor what is folded", async () => {
    const {page} = await openSitePage("demo", "recommendations");
    await page.emulateMedia({media: "print"});
    expect(await page.getByRole("button", {name: "Print this checklist"}).isVisible()).toBe(false);
    expect(await page.locator(".recommendation > details").first().isVisible()).toBe(false);
    const step = page.locator(".steps li").first();
    expect(await step.evaluate((item) => getComputedStyle(item, "::before").borderTopStyle)).toBe("solid");
  });
});

// to three digits, as estimates are written
function rough(value: unknown): string {
  return numbers.money(Number(Number(value).toPrecision(3)));
}

function recommendationsOf(name: SiteName): Promise<Row[]> {
  return siteRows(
    name,
    `select recommendations.*, findings.* exclude (finding, position)
    from recommendations inner join findings on findings.finding = recommendations.finding
    order by recommendations.position`
  );
}

async function evidenceRows(name: SiteName, finding: unknown): Promise<number> {
  const rows = await siteRows(name, `select position from finding_evidence where finding = '${String(finding)}'`);
  return rows.length;
}

async function shownTitles(page: Page): Promise<(string | null)[]> {
  return page
    .locator(".recommendation:visible > h3")
    .evaluateAll((headings) => headings.map((heading) => heading.lastChild?.textContent?.trim() ?? null));
}
