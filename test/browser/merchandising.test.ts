import {describe, expect, test} from "vitest";
import {wilsonInterval} from "../../src/shared/wilson-interval.ts";
import {numbers} from "./shown-numbers.ts";
import {openSitePage} from "./site-page.ts";
import {siteRow, siteRows} from "./site-rows.ts";
import {type SiteName, siteNames} from "./sites.ts";
import {isForEngine} from "./watched-page.ts";

describe.each(siteNames)("the merchandising of %s", (name) => {
  test.each([
    ["brand", "brands", "#brand-sales", 16],
    ["category_code", "categories", "#category-sales", 12]
  ])("shows every %s of the snapshot, those named, the rest and the unnamed", async (column, table, chart, most) => {
    const {page, requests} = await openSitePage(name, "merchandising");
    const expected = await sellers(name, {column, table, most});
    if (!expected.length) {
      expect(await page.locator(chart).count()).toBe(0);
      expect(await page.innerText("main")).toContain(`With the column ${column} in them`);
      return;
    }
    const shown = await page.locator(`${chart} .sellers li:not(.heads)`).evaluateAll((rows) =>
      rows.map((row) => {
        const text = (selector: string) => row.querySelector(selector)?.textContent?.trim();
        return [text(".name"), text(".track .value"), text(".rate .value")?.replace(" of views", "")];
      })
    );
    expect(shown).toEqual(expected);
    expect(requests.filter(isForEngine)).toEqual([]);
  });

  test("lists what nobody buys, and what is left in carts, with the numbers of the snapshot", async () => {
    const {page} = await openSitePage(name, "merchandising");
    const unsold = await siteRows(
      name,
      "select product_id, views, category_code from low_conversion_products order by round(expected_revenue, 2) desc nulls last, views desc, product_id limit 12"
    );
    const shown = await page
      .locator(".sortable-table tbody tr")
      .evaluateAll((rows) =>
        rows.map((row) => [0, 2, row.children.length - 1].map((i) => row.children[i]?.textContent))
      );
    expect(shown).toEqual(unsold.map((row) => [row.product_id, numbers.count(row.views), row.category_code]));
    const left = await siteRow(name, "select sum(carts) as carts, count(*) as brands from abandoned_brands");
    if (!Number(left.brands)) return expect(await page.innerText("main")).toContain("No cart was left behind");
    await page.locator("#left-behind summary", {hasText: "Numbers"}).click();
    const carts = await page.locator("#left-behind tbody td:nth-child(2)").allInnerTexts();
    const sum = carts.reduce((sum, text) => sum + Number(text.replaceAll(",", "")), 0);
    expect(sum).toBe(Number(left.carts));
    const link = page.locator("#left-behind a", {hasText: "ended with a cart"});
    expect(await link.getAttribute("href")).toBe("./drop-off?last_stage=cart");
  });

  test("says how much rests on few products and buyers", async () => {
    const {page} = await openSitePage(name, "merchandising");
    const text = await page.innerText("main");
    const buyers = await siteRows(name, "select revenue_share from revenue_concentration order by buyer_share");
    expect(await page.locator("#revenue-concentration .value").allInnerTexts()).toEqual(
      buyers.map((row) => numbers.percent(row.revenue_share))
    );
    if (!buyers.length) expect(text).toContain("How much the best buyers bring in can be told once");
    const best = await siteRow(
      name,
      `with ranked as (
        select revenue, sum(revenue) over () as total, count(*) over () as products,
          sum(revenue) over (order by revenue desc, product_id rows unbounded preceding) - revenue as better
        from products
      )
      select count(*) as best, count(*) / any_value(products) as share, sum(revenue) / any_value(total) as revenue_share
      from ranked where better < 0.8 * total and revenue > 0`
    );
    const title = `${numbers.count(best.best)} products, ${numbers.percent(best.share)} of all, bring ${numbers.percent(best.revenue_share)} of the revenue`;
    expect(text).toContain(Number(best.best) ? title : "How few products make up the revenue can be told once");
  });
});

describe("the products that many look at", () => {
  test("are marked where they sell for sure less than half as often as usual", async () => {
    const {page} = await openSitePage("demo", "merchandising");
    const total = await siteRow("demo", "select purchases / views as rate from kpis");
    const products = await siteRows(
      "demo",
      "select views, purchases from products order by views desc, product_id limit 200"
    );
    const rare = products.filter(({views, purchases}) => {
      const [, high] = wilsonInterval(Number(purchases), Number(views));
      return high < Number(total.rate) / 2;
    });
    expect(rare.length).toBeGreaterThan(0);
    expect(await page.locator("#looked-at-products h3").innerText()).toBe(
      `${rare.length} of the 200 most viewed products sell less than half as often as usual`
    );
    expect(await page.locator('#looked-at-products circle[fill="var(--lost)"]').count()).toBe(rare.length);
  });

  test("are named with what they miss in the page's first sentence", async () => {
    const {page} = await openSitePage("demo", "merchandising");
    const best = await siteRow("demo", "select * from brands where brand <> 'Unknown' order by revenue desc limit 1");
    const unsold = await siteRow(
      "demo",
      "select count(*) as products, sum(expected_revenue) as revenue from low_conversion_products where corrected_p_value <= 0.05"
    );
    const rough = Number(Number(unsold.revenue).toPrecision(3));
    expect(await page.locator("h1").innerText()).toBe(
      `“${String(best.brand)}” sells most, ${numbers.money(best.revenue)} or ${numbers.percent(best.revenue_share)} of the revenue; ${numbers.count(unsold.products)} products that nobody buys could bring about ${numbers.money(rough)} more.`
    );
  });
});

describe("the table of what nobody buys", () => {
  const ids = ".sortable-table tbody td:first-child";

  test("can be sorted by keyboard, which the address keeps and Back undoes", async () => {
    const {page, problems} = await openSitePage("demo", "merchandising");
    const first = await page.locator(ids).allInnerTexts();
    const heading = page.locator(".sortable-table th", {hasText: "Views"});
    await heading.locator("button").focus();
    await page.keyboard.press("Enter");
    const byViews = await siteRows(
      "demo",
      "select product_id from low_conversion_products order by views desc, round(expected_revenue, 2) desc, product_id limit 12"
    );
    expect(await page.locator(ids).allInnerTexts()).toEqual(byViews.map((row) => row.product_id));
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
    expect(new URL(page.url()).search).toBe("?unsold_sort=-views");
    await page.keyboard.press("Space");
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");
    await page.goBack();
    await page.goBack();
    expect(await page.locator(ids).allInnerTexts()).toEqual(first);
    expect(await heading.getAttribute("aria-sort")).toBe(null);
    expect(problems).toEqual([]);
  });

  test("can be searched and unfolded", async () => {
    const {page} = await openSitePage("demo", "merchandising");
    const all = await siteRow("demo", "select count(*) as n from low_conversion_products");
    const status = page.locator(".sortable-table [role=status]");
    expect(await status.innerText()).toBe(`12 of ${Number(all.n)} products`);
    await page.locator(".sortable-table button", {hasText: "Show 12 more"}).click();
    expect(await page.locator(ids).count()).toBe(24);
    await page.getByLabel("Find in products").fill("stern CHAIR");
    const found = await siteRows(
      "demo",
      "select product_id from low_conversion_products where brand = 'Stern' and category_code like '%chair%' order by expected_revenue desc"
    );
    expect(await page.locator(ids).allInnerTexts()).toEqual(found.map((row) => row.product_id));
    expect(new URL(page.url()).search).toBe("?unsold_find=stern+CHAIR");
    await page.reload({waitUntil: "networkidle"});
    await expect.poll(() => page.locator(ids).count()).toBe(found.length);
    await page.getByLabel("Find in products").fill("no such thing");
    expect(await page.locator(ids).count()).toBe(0);
    expect(await status.innerText()).toContain("0 of ");
  });

  test("flags what is looked at now and what is beyond chance", async () => {
    const {page} = await openSitePage("demo", "merchandising?unsold_sort=flags");
    const flagged = await siteRows(
      "demo",
      "select product_id, is_alert, corrected_p_value <= 0.05 as is_sure from low_conversion_products where is_alert or corrected_p_value <= 0.05 order by product_id"
    );
    const shown = await page.locator(".sortable-table tbody tr", {has: page.locator(".flag")}).evaluateAll((rows) =>
      rows.map((row) => ({
        product_id: row.children[0]?.textContent,
        is_alert: row.querySelector(".flag.alert") !== null,
        is_sure: row.querySelector(".flag.beyond-chance") !== null
      }))
    );
    expect(shown.sort((a, b) => String(a.product_id).localeCompare(String(b.product_id)))).toEqual(flagged);
  });
});

// name, amount and rate of each as the page has to show them; none where none is named
async function sellers(
  name: SiteName,
  {column, table, most}: {column: string; table: string; most: number}
): Promise<(string | undefined)[][]> {
  const rows = await siteRows(
    name,
    `with ranked as (
      select *, case when ${column} <> 'Unknown' then row_number() over (
        order by ${column} = 'Unknown', revenue desc nulls last, purchases desc, views desc, ${column}) end as place
      from ${table}
    )
    select
      case when place is null then 'No ${column === "brand" ? "brand" : "category"} named' when place <= ${most} then ${column} end as name,
      count(*) as members, sum(views) as views, sum(purchases) as purchases, sum(revenue) as revenue, min(place) as place
    from ranked group by name order by min(place) nulls last`
  );
  if (!rows.some(({place}) => place !== null)) return [];
  const totals = await siteRow(name, "select views, purchases, coalesce(revenue, 0) as revenue from kpis");
  const [one, many] = column === "brand" ? ["brand", "brands"] : ["category", "categories"];
  return rows.map((row) => {
    const others = `${numbers.count(row.members)} other ${Number(row.members) === 1 ? one : many}`;
    const amount = Number(totals.revenue)
      ? numbers.money(row.revenue)
      : numbers.count(Number(totals.purchases) ? row.purchases : row.views);
    const views = Number(row.views);
    const rate = views < 30 ? "too few to tell" : numbers.percent(Number(row.purchases) / views);
    const hasRates = Number(totals.purchases) > 0 && Number(totals.views) > 0;
    return [row.name === null ? others : String(row.name), amount, hasRates ? rate : undefined];
  });
}
