import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import type {Row} from "../../data-loaders/warehouse.ts";
import {numbersShown} from "./numbers-shown.ts";
import {numbers} from "./shown-numbers.ts";
import {openSitePage} from "./site-page.ts";
import {siteRow, siteRows} from "./site-rows.ts";
import {type SiteName, siteNames} from "./sites.ts";
import {isForEngine} from "./watched-page.ts";

const minimumTrials = 30;
const {count, percent, money} = numbers;

describe.each(siteNames)("the traffic of %s", (name) => {
  test("channels show the numbers of the snapshot, and lead to their visits", async () => {
    const {page} = await openSitePage(name, "traffic");
    const channels = await earnersOf(name, "traffic", "channel");
    const hasCosts = channels.some(({cost}) => Number(cost) > 0);
    const expected = channels.map((row) => [
      row.channel,
      count(row.sessions),
      conversionText(row),
      money(row.revenue),
      ...(hasCosts ? [perOrderText(row), returnText(row)] : [])
    ]);
    expect(await rowsShown(page, "channel")).toEqual(expected);
    expect(await linkedValues(page, "channel", "source")).toEqual(channels.map(({channel}) => channel));
  });

  test("channels show how they compare with the others, with an interval in which one person's visits count for less", async () => {
    const {page} = await openSitePage(name, "traffic");
    const channels = await earnersOf(name, "traffic", "channel");
    if (!channels.length) return;
    const words: Record<string, string> = {
      higher: "higher",
      lower: "lower",
      no_difference: "no difference",
      too_few_to_tell: "too few to tell"
    };
    const shown = await numbersShown(page, "channels");
    expect(shown.map((row) => [row["Channel"], row["95% interval"], row["Against the others"]])).toEqual(
      channels.map((row) => [
        row.channel,
        Number(row.sessions) < minimumTrials ? "–" : `${percent(row.low)} to ${percent(row.high)}`,
        words[String(row.verdict)] ?? "–"
      ])
    );
  });

  test("campaigns show the numbers of the snapshot, and lead to their visits", async () => {
    const {page} = await openSitePage(name, "traffic?campaign_order=visits");
    const campaigns = await earnersOf(name, "campaigns", "campaign");
    const hasCosts = campaigns.some(({cost}) => Number(cost) > 0);
    const hasAds = campaigns.some(({impressions, clicks}) => impressions !== null || clicks !== null);
    const expected = campaigns.map((row) => [
      row.campaign,
      ...(hasAds ? [row.click_through_rate === null ? "not known" : percent(row.click_through_rate)] : []),
      count(row.sessions),
      conversionText(row),
      money(row.revenue),
      ...(hasCosts ? [row.cost === null ? "not known" : money(row.cost), returnText(row)] : [])
    ]);
    expect(await rowsShown(page, "campaign")).toEqual(expected);
    expect(await linkedValues(page, "campaign", "campaign")).toEqual(
      campaigns.filter(({sessions}) => Number(sessions)).map(({campaign}) => campaign)
    );
  });

  test("all models of attribution are shown with what they credit, and with the same sum", async () => {
    const {page} = await openSitePage(name, "traffic");
    const credits = await siteRows(name, "select channel, model, orders from attribution order by channel, model");
    if (!credits.length) {
      expect(await page.locator(".model-list").count()).toBe(0);
      expect(await page.innerText("main")).toContain("once events name a source and somebody has ordered");
      return;
    }
    const shown = await numbersShown(page, "attribution");
    const rounded = (row: Row): string => count(Math.round(Number(row.orders)));
    const cells = shown.flatMap((row) =>
      Object.entries(models).map(([model, label]) => [row.Channel, model, row[label]])
    );
    expect(cells.sort()).toEqual(credits.map((row) => [row.channel, row.model, rounded(row)]).sort());
    const {orders} = await siteRow(name, "select orders from kpis");
    const totals = await page.locator(".model-list .total").allInnerTexts();
    expect(totals).toEqual(Array.from({length: 7}, () => `${count(orders)} orders in all`));
  });

  test("what is missing is said with the column or file that it needs", async () => {
    const {page} = await openSitePage(name, "traffic");
    const text = await page.innerText(".traffic-lacks");
    const columns = (await siteRows(name, "select distinct dimension from session_dimensions")).map(
      (row) => row.dimension
    );
    const known = await siteRows(name, "select 1 from traffic where cost > 0");
    // those of few people are not published, so that a name may be missing for that as well
    if (columns.includes("source")) expect(text).not.toContain("no column source");
    else expect(text).toContain("no column source");
    expect(text.includes("docs/configuration.md")).toBe(known.length === 0);
  });
});

describe("the traffic of the made-up shop", () => {
  test("the answer names the campaign that loses most, in money", async () => {
    const {page} = await openSitePage("demo", "traffic");
    const [worst] = await siteRows(
      "demo",
      "select campaign, cost, revenue, cost - revenue as loss from campaigns where sessions >= 30 order by loss desc nulls last limit 1"
    );
    expect(await page.innerText("h1")).toBe(
      `The campaign “${String(worst?.campaign)}” cost ${money(worst?.cost)} and brought orders worth ${money(worst?.revenue)}: ${money(worst?.loss)} less.`
    );
    expect(await page.innerText("main")).toContain("not one of the 423 people who came by it ordered");
  });

  test("the orders of channels and campaigns are chosen by keyboard, live in the address, and Back undoes them", async () => {
    const {page, problems, requests} = await openSitePage("demo", "traffic");
    const names = async (kind: string): Promise<string[]> =>
      (await rowsShown(page, kind)).map(([shown]) => String(shown));
    const first = await names("channel");
    const select = page.getByRole("combobox", {name: "Channels by", exact: true});
    await select.focus();
    await page.keyboard.press("ArrowDown");
    expect(new URL(page.url()).search).toBe("?channel_order=conversion");
    const byConversion = await siteRows("demo", "select channel from traffic order by conversion_rate desc");
    expect(await names("channel")).toEqual(byConversion.map(({channel}) => channel));
    await page.getByRole("combobox", {name: "Campaigns by", exact: true}).selectOption("cost");
    expect(new URL(page.url()).search).toBe("?channel_order=conversion&campaign_order=cost");
    const byCost = await siteRows(
      "demo",
      "select campaign from campaigns order by cost desc nulls last, sessions desc"
    );
    expect(await names("campaign")).toEqual(byCost.map(({campaign}) => campaign));
    await page.goBack();
    expect(await names("channel")).toEqual(byConversion.map(({channel}) => channel));
    await page.goBack();
    expect(await names("channel")).toEqual(first);
    expect(await select.inputValue()).toBe("visits");
    expect([problems, requests.filter(isForEngine)]).toEqual([[], []]);
  });

  test("another model and what it credits are chosen, live in the address, and a link shows the same", async () => {
    const {page} = await openSitePage("demo", "traffic?model=markov&credit=return_on_ad_spend");
    expect(await page.getByRole("combobox", {name: "Model", exact: true}).inputValue()).toBe("markov");
    expect(await page.innerText("main")).toContain("Revenue ÷ cost by channel.");
    const paid = await siteRows(
      "demo",
      "select channel, return_on_ad_spend from attribution where model = 'markov' and return_on_ad_spend is not null order by return_on_ad_spend desc"
    );
    const shown = await numbersShown(page, "attribution");
    expect(shown.map((row) => [row["Channel"], row["Markov"]])).toEqual(
      paid.map((row) => [row.channel, `${decimal(Number(row.return_on_ad_spend))}×`])
    );
    // what is unfolded below the chart stays so
    await page.getByRole("combobox", {name: "Show", exact: true}).selectOption("orders");
    expect(await page.locator("#attribution .numbers-table").isVisible()).toBe(true);
    expect(new URL(page.url()).search).toBe("?model=markov");
    await page.getByRole("combobox", {name: "Model", exact: true}).selectOption("last_non_direct");
    expect(new URL(page.url()).search).toBe("");
    await page.goBack();
    expect(await page.getByRole("combobox", {name: "Model", exact: true}).inputValue()).toBe("markov");
    await page.goBack();
    expect(await page.innerText("main")).toContain("Revenue ÷ cost by channel.");
  });

  test("what an address asks for that there is not is ignored", async () => {
    const {page, problems} = await openSitePage("demo", "traffic?model=magic&channel_order=constructor&credit=x");
    expect(await page.getByRole("combobox", {name: "Model", exact: true}).inputValue()).toBe("last_non_direct");
    expect(await page.getByRole("combobox", {name: "Channels by", exact: true}).inputValue()).toBe("visits");
    expect(problems).toEqual([]);
  });

  test("a channel is opened by keyboard on the page Drop-off", async () => {
    const {page} = await openSitePage("demo", "traffic");
    await page.locator(".channel-bars a.row", {hasText: "newsletter"}).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/drop-off\?source=newsletter$/);
  });
});

const models = {
  last_non_direct: "Last non-direct",
  first: "First",
  linear: "Linear",
  position: "Position",
  time_decay: "Time decay",
  markov: "Markov",
  shapley: "Shapley"
};

// with Wilson's interval of the rate (1927), written here without the site's own
function earnersOf(name: SiteName, table: string, key: string): Promise<Row[]> {
  return siteRows(
    name,
    `with rows as (
      select earners.*, compared.verdict, earners.sessions / coalesce(compared.design_effect, 1) as n,
        earners.conversion_rate as p, 1.959963984540054 as z
      from ${table} as earners
      left join comparisons as compared on compared.metric = 'session_conversion'
        and compared.dimension = '${key === "channel" ? "source" : "campaign"}' and compared.value = earners.${key}
    )
    select *,
      greatest(0, (p + z * z / (2 * n) - z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n)) as low,
      least(1, (p + z * z / (2 * n) + z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n)) as high
    from rows order by sessions desc, ${key}`
  );
}

function conversionText({sessions, conversion_rate}: Row): string {
  if (!Number(sessions)) return "no visit";
  return Number(sessions) < minimumTrials ? "too few to tell" : percent(conversion_rate);
}

function perOrderText({cost, cost_per_order}: Row): string {
  return cost === null ? "no cost known" : cost_per_order === null ? "no order" : money(cost_per_order);
}

function returnText({return_on_ad_spend: ratio}: Row): string {
  return ratio === null ? "no cost known" : `${decimal(Number(ratio))}×`;
}

// two or three digits
function decimal(value: number): string {
  const digits =
    value < 0.1 ? {maximumSignificantDigits: 2} : {maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0};
  return value.toLocaleString("en-US", digits);
}

// each row's name and numbers, as they are drawn
function rowsShown(page: Page, kind: string): Promise<(string | null)[][]> {
  return page
    .locator(`.${kind}-bars .row`)
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector(".name > bdi")?.textContent ?? null,
        ...[...row.querySelectorAll(".number")].map((number) => number.textContent)
      ])
    );
}

async function linkedValues(page: Page, kind: string, dimension: string): Promise<(string | null)[]> {
  const addresses = await page
    .locator(`.${kind}-bars a.row`)
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  return addresses.map((address) => {
    const {pathname, searchParams} = new URL(address);
    expect(pathname).toMatch(/\/drop-off$/);
    expect([...searchParams.keys()]).toEqual([dimension]);
    return searchParams.get(dimension);
  });
}

test("a phone shows six campaigns at first, and all when told to, by keyboard", async () => {
  const {page} = await openSitePage("demo", "traffic", {viewport: {width: 390, height: 844}});
  const shown = () => page.locator(".campaign-bars .row:visible").count();
  const {campaigns} = await siteRow("demo", "select count(*) as campaigns from campaigns");
  expect(await shown()).toBe(6);
  await page.getByRole("button", {name: `Show all ${Number(campaigns)} campaigns`}).focus();
  await page.keyboard.press("Enter");
  expect(await shown()).toBe(Number(campaigns));
  const seventh = page.locator(".campaign-bars a.row").nth(6);
  expect(await seventh.evaluate((row) => row === document.activeElement)).toBe(true);
  await page.emulateMedia({media: "print"});
  expect(await page.getByRole("button", {name: /Show all/}).count()).toBe(0);
});
