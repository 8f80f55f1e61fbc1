import type {Locator, Page} from "playwright-core";
import type {Row} from "../../data-loaders/warehouse.ts";
import {describe, expect, test} from "vitest";
import {numbers} from "./shown-numbers.ts";
import {openSitePage} from "./site-page.ts";
import {siteRow, siteRows} from "./site-rows.ts";
import {type SiteName, siteNames} from "./sites.ts";
import {isForEngine} from "./watched-page.ts";

interface Shown {
  kind: "first_visit" | "first_purchase";
  period: "month" | "week";
  dimension: string;
  value: string;
}

const everybody: Shown = {kind: "first_visit", period: "month", dimension: "all", value: "all"};

describe.each(siteNames)("the cohorts of %s", (name) => {
  test("show the numbers of the snapshots, or say what they need", async () => {
    const {page, requests} = await openSitePage(name, "cohorts");
    const period = await firstPeriod(name);
    const shown = {...everybody, period: period ?? "week"};
    const title = await page.locator("h1").innerText();
    if (!period) {
      expect(title).toBe("It is too early to say who comes back.");
      expect(await page.innerText("main")).toContain("at least two whole weeks, from Monday to Sunday");
      expect(await page.locator(".cohort-map:visible").count()).toBe(0);
      return;
    }
    const [mean] = await meansOf(name, shown);
    const rate = Number(mean?.retention_rate);
    expect(title).toContain(`${rate ? `${numbers.percent(rate)} of` : "None of the"} first-time visitors come back`);
    expect(await mapOf(page, "cohort-return")).toEqual(await cellsOf(name, shown, "retained"));
    expect(await mapOf(page, "cohort-revenue")).toEqual(await cellsOf(name, shown, "cumulative_revenue_per_user"));
    expect(requests.filter(isForEngine)).toEqual([]);
  });

  test("have curves of the snapshots’ shares, or say what these need", async () => {
    const {page} = await openSitePage(name, "cohorts");
    const rows = await siteRows(
      name,
      `select days_since, share from time_to_purchase
      where kind = 'first_purchase' and dimension = 'all' and days_since <= 90 order by days_since`
    );
    if (!rows.some(({share}) => Number(share) > 0)) {
      expect(await page.innerText("main")).toContain("How long it takes until people buy needs enough purchases");
      return;
    }
    await page.locator("#time-to-purchase summary", {hasText: "Numbers"}).click();
    await page.locator("#time-to-purchase tbody tr").first().waitFor();
    const cells = await page.locator("#time-to-purchase tbody tr").evaluateAll(rowTexts);
    expect(cells.map((row) => [row[2], row[3]])).toEqual(
      rows.map((row) => [numbers.count(row.days_since), numbers.percent(row.share)])
    );
  });
});

describe("the controls of the cohorts", () => {
  test("show what SQL says of every kind, period, group and metric, live in the address, and Back undoes them", async () => {
    const {page, problems} = await openSitePage("demo", "cohorts?device=mobile");
    await choice(page, "People by").selectOption("buyers");
    const buyers = {...everybody, kind: "first_purchase"} as const;
    expect(await mapOf(page, "cohort-return")).toEqual(await cellsOf("demo", buyers, "retained"));
    // that first-time buyers have bought is no news
    expect(await choice(page, "What counts").first().locator("option").count()).toBe(3);
    await choice(page, "In").selectOption("week");
    await choice(page, "Of whom").selectOption("source: newsletter");
    const newsletter = {...buyers, period: "week", dimension: "source", value: "newsletter"} as const;
    expect(await mapOf(page, "cohort-return")).toEqual(await cellsOf("demo", newsletter, "retained"));
    expect(await page.locator("#cohort-return h3").innerText()).toContain("(source: “newsletter”)");
    expect(new URL(page.url()).search).toBe("?device=mobile&cohorts=buyers&by=week&of=source%3A+newsletter");
    await page.goBack();
    await page.goBack();
    expect(await mapOf(page, "cohort-return")).toEqual(await cellsOf("demo", buyers, "retained"));
    expect(await choice(page, "In").inputValue()).toBe("month");
    await page.goBack();
    expect(await mapOf(page, "cohort-return")).toEqual(await cellsOf("demo", everybody, "retained"));
    expect(new URL(page.url()).search).toBe("?device=mobile");
    expect(problems).toEqual([]);
  });

  test.each([
    ["back-or-later", "retained_or_later"],
    ["bought", "purchasers"],
    ["bought-by-then", "cumulative_purchasers"]
  ])("show what is counted: %s", async (came, column) => {
    const shown = {...everybody, period: "week", dimension: "device", value: "mobile"} as const;
    const {page} = await openSitePage("demo", `cohorts?by=week&of=device%3A+mobile&came=${came}&money=in-period`);
    expect(await mapOf(page, "cohort-return")).toEqual(await cellsOf("demo", shown, column));
    expect(await mapOf(page, "cohort-revenue")).toEqual(await cellsOf("demo", shown, "revenue_per_user"));
  });

  test("work by keyboard, and ignore what cannot be chosen", async () => {
    const {page} = await openSitePage("demo", "cohorts?by=year&of=source%3A+nowhere&came=toString");
    expect(await mapOf(page, "cohort-return")).toEqual(await cellsOf("demo", everybody, "retained"));
    await choice(page, "In").focus();
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => (document.activeElement as HTMLSelectElement).value)).toBe("week");
    expect(await mapOf(page, "cohort-return")).toEqual(
      await cellsOf("demo", {...everybody, period: "week"}, "retained")
    );
  });

  test("leave the names in sight on a phone, where the map scrolls in its frame by keyboard", async () => {
    const {page} = await openSitePage("demo", "cohorts?by=week", {viewport: {width: 390, height: 844}});
    const frame = page.locator("#cohort-return .cohort-frame");
    const name = frame.locator("tbody th").nth(2);
    const before = await name.boundingBox();
    await frame.focus();
    expect(await frame.getAttribute("aria-label")).toContain("Came back in the week");
    for (let i = 0; i < 4; ++i) await page.keyboard.press("ArrowRight");
    await expect.poll(() => frame.evaluate((element) => element.scrollLeft)).toBeGreaterThan(20);
    const after = await name.boundingBox();
    expect(Math.abs((after?.x ?? NaN) - (before?.x ?? NaN))).toBeLessThan(3);
  });

  test.each(["light", "dark"] as const)("have numbers that can be read on every shade, %s", async (colorScheme) => {
    const {page} = await openSitePage("demo", "cohorts", {colorScheme});
    const least = await page.locator(".cohort-map .cell").evaluateAll((cells) => {
      const context = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
      const luminance = (color: string) => {
        if (!context) return NaN;
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data]
          .map((part) => part / 255)
          .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const contrasts = cells.map((cell) => {
        const style = getComputedStyle(cell);
        const [a, b] = [luminance(style.backgroundColor), luminance(style.color)];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      });
      return Math.min(...contrasts);
    });
    expect(least).toBeGreaterThan(4.5);
  });
});

describe("what differs between cohorts", () => {
  test("is said of what is proven and no circle, with its numbers", async () => {
    const {page} = await openSitePage("demo", "cohorts");
    await page.locator("summary", {hasText: /And \d+ more/}).click();
    const text = await page.locator(".differences").allInnerTexts();
    const rows = await siteRows(
      "demo",
      `select dimension, value, metric, verdict, arg_min(rate, corrected_p_value) as rate,
        arg_min(rest_rate, corrected_p_value) as rest_rate
      from cohort_comparisons
      where cohort_kind = 'first_visit' and period_kind = 'month' and verdict in ('higher', 'lower') and not is_circular
      group by all
      -- of two cohorts, the one is higher as the other is lower
      having not (dimension = 'all' and verdict = 'lower')`
    );
    const sentences = text.join("\n").trim().split(/\n+/);
    expect(sentences.length).toBe(rows.length);
    for (const {dimension, value, rate, rest_rate} of rows) {
      const sentence = sentences.find((line) => dimension === "all" || line.includes(`“${String(value)}”`)) ?? "";
      expect(text.join("\n")).toContain(`${numbers.percent(rate)} against ${numbers.percent(rest_rate)}`);
      expect(sentence).toMatch(/more|less/);
    }
    const segments = await siteRows("demo", "select segment from ml_segments");
    for (const {segment} of segments) expect(text.join("\n")).not.toContain(String(segment));
  });

  test("in how soon people buy is told by device and source, and of segments called no finding", async () => {
    const {page} = await openSitePage("demo", "cohorts?split=device");
    const note = page.locator("#time-to-purchase .remark");
    const test = await siteRow(
      "demo",
      "select users, corrected_p_value as p from time_to_purchase_tests where kind = 'first_purchase' and dimension = 'device'"
    );
    expect(Number(test.p)).toBeLessThan(0.001);
    expect(await note.innerText()).toContain("Devices differ by more than chance would bring");
    expect(await note.innerText()).toContain(`${numbers.count(test.users)} people, corrected p below 0.001`);
    const ends = await siteRows(
      "demo",
      `select value, arg_max(share, days_since) as share from time_to_purchase
      where kind = 'first_purchase' and dimension = 'device' group by value order by value`
    );
    const labels = await page.locator("#time-to-purchase svg").innerHTML();
    for (const {value, share} of ends) expect(labels).toContain(`${String(value)} ${numbers.percent(share)}`);
    await choice(page, "Of").selectOption("segment");
    expect(await note.innerText()).toContain("no finding");
    expect(new URL(page.url()).search).toBe("?split=segment");
    await page.goBack();
    await expect.poll(() => note.innerText()).toContain("Devices differ");
    await choice(page, "Time to").selectOption("second");
    expect(await note.innerText()).toContain("No difference between devices is proven");
  });
});

function choice(page: Page, label: string): Locator {
  return page.getByRole("combobox", {name: label, exact: true});
}

// months, where the next of one is over; none where nobody's next week is over, or too few people's
async function firstPeriod(name: SiteName): Promise<"month" | "week" | undefined> {
  const rows = await siteRows(
    name,
    `select period_kind from cohort_means
    where cohort_kind = 'first_visit' and dimension = 'all' and period = 1 and users >= 30 and retention_rate is not null`
  );
  const kinds = rows.map(({period_kind}) => period_kind);
  return kinds.includes("month") ? "month" : kinds.includes("week") ? "week" : undefined;
}

function where({kind, period, dimension, value}: Shown): string {
  return `where cohort_kind = '${kind}' and period_kind = '${period}' and dimension = '${dimension}' and value = '${value}'
    and period <= ${period === "week" ? 8 : 12}`;
}

function meansOf(name: SiteName, shown: Shown): Promise<Row[]> {
  return siteRows(name, `select * from cohort_means ${where(shown)} and period = 1`);
}

// what the map has to show: a row for the means, then one for each cohort with its name, its people and its cells
async function cellsOf(name: SiteName, shown: Shown, column: string): Promise<string[][]> {
  const isMoney = column.includes("revenue");
  const text = (value: unknown) => (value === null ? "few" : isMoney ? numbers.money(value) : numbers.percent(value));
  const mean = meanColumns[column] ?? column;
  const means = await siteRows(
    name,
    `select users, cohorts, round(${mean}, ${isMoney ? 2 : 5}) as value from cohort_means ${where(shown)} order by period`
  );
  const rows = await siteRows(
    name,
    `with latest as (
      select distinct cohort from cohort_retention
      where cohort_kind = '${shown.kind}' and period_kind = '${shown.period}' order by cohort desc limit 13
    )
    select cohort, users, may_have_come_before, ${isMoney ? `round(${column}, 2)` : `${column} / users`} as value
    from cohort_retention ${where(shown)} and cohort in (from latest)
    order by cohort, period`
  );
  const cohorts = new Map<number, string[]>();
  for (const row of rows) {
    const begun = row.cohort as Date;
    const cells = cohorts.get(begun.getTime()) ?? [cohortName(begun, shown.period), numbers.count(row.users)];
    if (Number(row.users) >= 30) cells.push(text(row.value));
    else cells[2] = "too few to tell";
    cohorts.set(begun.getTime(), cells);
  }
  const meanCells = means.map(
    (row) => `${Number(row.users) < 30 ? "few" : text(row.value)} of ${numbers.count(row.cohorts)}`
  );
  return [
    ...(means.length ? [["Weighted mean", numbers.count(means[0]?.users), ...meanCells]] : []),
    ...cohorts.values()
  ];
}

const meanColumns: Record<string, string> = {
  retained: "retention_rate",
  retained_or_later: "retention_or_later_rate",
  purchasers: "conversion_rate",
  cumulative_purchasers: "cumulative_conversion_rate"
};

function cohortName(cohort: Date, period: Shown["period"]): string {
  const options = period === "month" ? ({month: "short", year: "numeric"} as const) : ({dateStyle: "medium"} as const);
  return new Intl.DateTimeFormat("en-US", {...options, timeZone: "UTC"}).format(cohort);
}

async function mapOf(page: Page, id: string): Promise<string[][]> {
  const rows = await page.locator(`#${id} .cohort-map tbody tr`).evaluateAll(rowTexts);
  return rows.map(([name = "", ...cells]) => [name.replace(/ may have (come|bought) before$/, ""), ...cells]);
}

function rowTexts(rows: Element[]): string[][] {
  return rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim()));
}
