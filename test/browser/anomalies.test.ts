import {readFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import {numbers} from "./shown-numbers.ts";
import {openSitePage} from "./site-page.ts";
import {siteRow, siteRows} from "./site-rows.ts";
import {openSite, siteNames} from "./sites.ts";

const {count, percent} = numbers;

describe.each(siteNames)("the anomalies of %s", (name) => {
  test("answer with how much is odd over how many series and days, or with what it takes to tell", async () => {
    const {page} = await openSitePage(name, "anomalies");
    const kinds = await siteRows(name, "select kind, count(*) as n from anomalies where is_main group by kind");
    const watched = await siteRow(
      name,
      "select count(distinct metric || dimension || coalesce(value, '')) as series, count(distinct event_date) as days from metric_days"
    );
    const [answer, text] = [await page.innerText("h1"), await page.innerText("main")];
    for (const {kind, n} of kinds) {
      expect(answer).toContain(`${count(n)} in ${kind === "business" ? "the business" : "how it is measured"}`);
    }
    if (Number(watched.series) > 0) {
      expect(text).toContain(`${count(watched.series)} series of daily numbers over ${count(watched.days)} whole days`);
    } else {
      expect(answer).toBe("The data is too short to tell what is odd in it.");
      expect(text).toContain("it takes four weeks of events");
    }
    if (!kinds.length) expect(await page.locator(".incident, #episodes").count()).toBe(0);
  });

  test("have each main episode with what was observed and expected, and all others below one", async () => {
    const {page} = await openSitePage(name, "anomalies");
    const main = await siteRows(name, "select * from anomalies where is_main order by episode");
    const others = await siteRows(name, "select 'episode-' || episode as id from anomalies where not is_main");
    for (const {episode, explanation, observed, expected, trials} of main) {
      const card = page.locator(`#episode-${Number(episode)}`);
      expect(await card.locator("h3").first().innerText()).toBe(explanation);
      const facts = await card.locator(".facts dd").allInnerTexts();
      const text = (value: unknown) => (trials === null ? count(value) : percent(value));
      expect(facts[0]).toBe(text(observed));
      expect(facts[1]).toBe(Number(expected) < 0.0005 ? "hardly any" : text(expected));
      expect(facts.at(-1)).toMatch(/^in (fewer than|about) \d/);
    }
    const shown = await page.locator(".others li").evaluateAll((items) => items.map(({id}) => id));
    expect(shown.sort()).toEqual(others.map(({id}) => String(id)).sort());
  });
});

describe("the drivers of an episode", () => {
  test("add up to the change, in every split, and lead to their sessions on those days", async () => {
    const {page} = await openSitePage("demo", "anomalies");
    const [{episode} = {}] = await siteRows(
      "demo",
      "select episode from anomalies where is_main and kind = 'business' and metric = 'checkout_to_purchase'"
    );
    const card = page.locator(`#episode-${Number(episode)}`);
    const splits = await siteRows(
      "demo",
      `select filter_dimension is not null as is_own, dimension, sum(effect) as effect, sum(rate_effect) as rate, sum(mix_effect) as mix,
        least(count(*), 9) as bars
      from drivers where change_id like 'episode ${Number(episode)} %' group by all`
    );
    expect(splits.length).toBeGreaterThan(5);
    const points = (value: unknown) => {
      const text = (Number(value) * 100).toFixed(1).replace("-", "−");
      return Number(value) > 0 && text !== "0.0" ? `+${text}` : text.replace("−0.0", "0.0");
    };
    for (const {is_own, dimension, effect, rate, mix, bars} of splits) {
      await card
        .getByRole("combobox", {name: "Split by", exact: true})
        .selectOption(`${is_own ? "own-" : ""}${String(dimension)}`);
      const total = card.locator(".driver.total");
      expect(await total.locator("b").innerText()).toBe(`${points(effect)} points`);
      expect(await total.locator(".chance").innerText()).toBe(
        `${points(rate)} points from rates and ${points(mix)} points from shares`
      );
      expect(await card.locator(".driver:not(.total)").count()).toBe(Number(bars));
    }
    await card.getByRole("combobox", {name: "Split by", exact: true}).selectOption("browser");
    const link = card.locator("a.driver", {hasText: "Mobile Safari"});
    const address = new URL((await link.getAttribute("href")) ?? "", page.url());
    expect([address.pathname, address.search]).toEqual([
      "/drop-off",
      "?browser=Mobile+Safari&from=2021-01-11&to=2021-01-24"
    ]);
  });

  test("within a value keep to that value's sessions", async () => {
    const {page} = await openSitePage("demo", "anomalies");
    const select = page.getByRole("combobox", {name: "Split by", exact: true}).nth(1);
    await select.selectOption("own-device");
    const card = page.locator(".incident", {has: page.locator("a.driver[href*='device=mobile']")}).last();
    const address = (await card.locator("a.driver", {hasText: "mobile"}).getAttribute("href")) ?? "";
    const values = new URL(address, page.url()).searchParams;
    expect([values.get("device"), values.get("browser")]).toEqual(["mobile", "Mobile Safari"]);
  });
});

describe("the list of incidents", () => {
  test("changes its order and what it is about, by keyboard too, and Back takes it back", async () => {
    const {page, problems} = await openSitePage("demo", "anomalies");
    const shown = () => page.locator(".incident").evaluateAll((cards) => cards.map(({id}) => id));
    const ids = async (order: string, where = "true") =>
      (
        await siteRows(
          "demo",
          `select 'episode-' || episode as id from anomalies where is_main and ${where} order by ${order}`
        )
      ).map(({id}) => id);
    const first = await shown();
    await page.getByRole("combobox", {name: "Order", exact: true}).focus();
    await page.keyboard.press("ArrowDown");
    expect(await shown()).toEqual(await ids("started_on desc, abs(score) desc"));
    await page.getByRole("combobox", {name: "Order", exact: true}).selectOption("strongest");
    expect(await shown()).toEqual(await ids("abs(score) desc"));
    await page.getByRole("combobox", {name: "About", exact: true}).selectOption("tracking");
    expect(await shown()).toEqual(await ids("abs(score) desc", "kind = 'tracking'"));
    expect(new URL(page.url()).search).toBe("?sort=strongest&kind=tracking");
    for (let i = 0; i < 3; i++) await page.goBack();
    expect(await shown()).toEqual(first);
    expect(problems).toEqual([]);
  });

  test("begins with what is worth most", async () => {
    const {page} = await openSitePage("demo", "anomalies");
    const dearest = await siteRow(
      "demo",
      `select worth, action from findings where finding in ('promotion-without-orders', 'checkout-problems') order by value_at_stake desc`
    );
    const card = page.locator(".incident").first();
    expect(await card.innerText()).toContain(dearest.worth);
    expect(await card.innerText()).toContain(dearest.action);
    expect(await page.locator(".lede").innerText()).toContain(dearest.worth);
  });

  test("opens at the episode of an address, also at a folded one", async () => {
    const {episode} = await siteRow(
      "demo",
      "select max(episode) as episode from anomalies where not is_main and incident = 1"
    );
    const {page} = await openSitePage("demo", `anomalies#episode-${Number(episode)}`);
    const item = page.locator(`#episode-${Number(episode)}`);
    await expect
      .poll(() => item.evaluate((element) => element === document.activeElement), {timeout: 10_000})
      .toBe(true);
    const box = await item.boundingBox();
    expect(box && box.y >= 0 && box.y < 900).toBe(true);
    const main = await siteRow("demo", "select max(episode) as episode from anomalies where is_main");
    await page.evaluate((id) => (location.hash = id), `episode-${Number(main.episode)}`);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id), {timeout: 10_000})
      .toBe(`episode-${Number(main.episode)}`);
  });
});

test("charts of incidents are drawn once the page is there, and those of folded ones when they are unfolded", async () => {
  const {page} = await openSitePage("demo", "anomalies");
  const {incidents} = await siteRow("demo", "select count(*) as incidents from anomalies where is_main");
  const folded = page.locator(".incident > details");
  expect(await folded.count()).toBe(Math.max(0, Number(incidents) - 6));
  await expect.poll(() => page.locator(".incident figure svg").count()).toBe(Math.min(6, Number(incidents)));
});

test("the overview of episodes has every one in its table, and numbers that lead to incidents", async () => {
  const {page} = await openSitePage("demo", "anomalies");
  await page.locator("#episodes .figure-tools summary", {hasText: "Numbers"}).click();
  const rows = await siteRows(
    "demo",
    "select cast(started_on as varchar) as first, cast(ended_on as varchar) as last, incident, explanation from anomalies order by episode"
  );
  const shown = await page
    .locator("#episodes .numbers-table tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll("td")].slice(2).map((cell) => cell.innerText)));
  expect(shown).toEqual(
    rows.map(({first, last, incident, explanation}) => [first, last, count(incident), explanation])
  );
  const links = await page
    .locator("#episodes svg a")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? link.getAttribute("xlink:href")));
  const main = await siteRows("demo", "select episode from anomalies where is_main");
  expect(new Set(links)).toEqual(new Set(main.map(({episode}) => `#episode-${Number(episode)}`)));
});

test("the page is small", async () => {
  const {folder} = await openSite("demo");
  expect(gzipSync(readFileSync(join(folder, "anomalies.html"))).length).toBeLessThan(60_000);
});
