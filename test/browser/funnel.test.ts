import {existsSync} from "node:fs";
import type {Page} from "playwright-core";
import {conversionWindows} from "../../src/shared/funnel/conversion-windows.ts";
import {funnelCounts} from "../../src/shared/funnel/funnel-counts.ts";
import type {FunnelDefinition} from "../../src/shared/funnel/funnel-definition.ts";
import {selectionCondition} from "../../src/shared/selection/selection-sql.ts";
import {publishedEvents} from "../../src/shared/funnel/published-events.ts";
import {describe, expect, test} from "vitest";
import {chooseValue} from "./choose-value.ts";
import {numbers} from "./shown-numbers.ts";
import {openSitePage} from "./site-page.ts";
import {siteRows} from "./site-rows.ts";
import {siteNames} from "./sites.ts";
import {isForEngine} from "./watched-page.ts";
import {rees46File} from "./workspace.ts";

describe.each(siteNames)("the funnel of %s", (name) => {
  test("the funnel's charts and tables hold the counts of the snapshots", async () => {
    const {page} = await openSitePage(name, "funnel");
    const users = await siteRows(name, "select users as n from funnel_users order by position");
    const sessions = await siteRows(name, "select sessions as n from funnel_sessions order by position");
    const expected = [...users, ...sessions].map(({n}) => numbers.count(n));
    expect(await page.locator(".funnel .count").allInnerTexts()).toEqual(expected);
    await page.locator(".figure-tools summary", {hasText: "Numbers"}).first().click();
    const cells = await page.locator(".numbers-table").first().locator("td:nth-child(2)").allInnerTexts();
    expect(cells).toEqual(users.map(({n}) => numbers.count(n)));
  });

  test("says of every step how long it takes and how far each choice moves it, or that too few took it", async () => {
    const {page} = await openSitePage(name, "funnel");
    const steps = (await siteRows(name, "select stage from funnel_sessions")).length - 1;
    expect(await page.locator(".durations li").count()).toBe(steps);
    const [fewest] = await siteRows(name, "select max(members) as n from funnel_definitions");
    expect(await page.locator(".ways tbody td").count()).toBe(Number(fewest?.n) < 30 ? 0 : 9 * steps);
    expect(await page.innerText("main")).toContain(steps > 1 ? "Half of those who purchased" : "Too few people");
  });
});

describe("the funnel's filter", () => {
  const filter = {dimension: "device", value: "mobile"};

  test("counts what SQL counts, with one engine started on the first choice", async () => {
    const {page, problems, requests} = await openSitePage("demo", "funnel");
    await chooseValue(page, "Device", "mobile");
    await page.locator(".status", {hasText: "Only sessions with device: mobile"}).waitFor();
    expect(await page.locator(".funnel .count").allInnerTexts()).toEqual(await countFiltered(filter));
    expect(page.url()).toContain("?device=mobile");
    expect(problems).toEqual([]);
    expect(requests.filter((url) => url.endsWith(".wasm"))).toHaveLength(1);
  });

  test("lives in the address: Back undoes it, a link and a reload open the same view", async () => {
    const {page} = await openSitePage("demo", "funnel");
    const everybody = await page.locator(".funnel .count").allInnerTexts();
    await chooseValue(page, "Device", "mobile");
    await page.locator(".status", {hasText: "Only sessions"}).waitFor();
    const filtered = await page.locator(".funnel .count").allInnerTexts();
    expect(filtered).not.toEqual(everybody);
    await page.goBack();
    await page.locator(".status", {hasText: "Everybody"}).waitFor();
    expect(await page.locator(".funnel .count").allInnerTexts()).toEqual(everybody);
    await page.goForward();
    await page.locator(".status", {hasText: "Only sessions"}).waitFor();
    await page.reload();
    await page.locator(".status", {hasText: "Only sessions"}).waitFor();
    await expect.poll(() => page.locator(".funnel .count").allInnerTexts()).toEqual(filtered);
    await page.getByRole("button", {name: "Show everybody"}).click();
    expect(await page.locator(".funnel .count").allInnerTexts()).toEqual(everybody);
    expect(new URL(page.url()).search).toBe("");
  });

  test("ignores what an address asks for and the report does not offer", async () => {
    const {page, problems, requests} = await openSitePage("demo", `funnel?device='; drop table sessions; --`);
    expect(await page.locator(".following > .status").innerText()).toBe("Everybody in the data.");
    expect(await page.locator(".selection .words").innerText()).toBe("Everybody in the data");
    expect([problems, requests.filter(isForEngine)]).toEqual([[], []]);
  });

  test.skipIf(!existsSync(rees46File))("names the columns that a file lacks", async () => {
    const {page} = await openSitePage("rees46", "funnel");
    expect(await page.locator(".missing").innerText()).toContain("browser, campaign, country, device, source");
    expect(await page.locator("#observablehq-main option").allInnerTexts()).not.toContainEqual(
      expect.stringContaining("mobile")
    );
  });
});

describe("the funnel's way of counting", () => {
  test("is chosen by keyboard and shows what the build counted, without an engine", async () => {
    const {page, problems, requests} = await openSitePage("demo", "funnel");
    await page.getByLabel("Stages count").focus();
    await page.keyboard.press("ArrowDown");
    expect(await shownCounts(page)).toEqual(await countedWays("ordered", "none", true));
    await page.getByLabel("Time to go on").selectOption("Within 7 days");
    expect(await shownCounts(page)).toEqual(await countedWays("ordered", "7 days", true));
    await page.getByLabel("People enter").selectOption("At the first stage only");
    expect(await shownCounts(page)).toEqual(await countedWays("ordered", "7 days", false));
    expect(await page.locator(".status").innerText()).toBe(
      "Everybody in the data, in order, within 7 days of entering, from the first stage on."
    );
    expect([problems, requests.filter(isForEngine)]).toEqual([[], []]);
  });

  test("lives in the address: Back undoes it, a link and a reload open the same view", async () => {
    const {page} = await openSitePage("demo", `funnel?order=ordered&window=session`);
    expect(await shownCounts(page)).toEqual(await countedWays("ordered", "session", true));
    await page.getByLabel("People enter").selectOption("At the first stage only");
    expect(new URL(page.url()).search).toBe("?order=ordered&window=session&entry=first");
    expect(await shownCounts(page)).toEqual(await countedWays("ordered", "session", false));
    await page.goBack();
    await page.locator(".status", {hasText: "in which they enter."}).waitFor();
    expect(await shownCounts(page)).toEqual(await countedWays("ordered", "session", true));
    expect(await page.getByLabel("People enter").inputValue()).toBe("open");
    await page.goForward();
    await page.reload();
    const counted = await countedWays("ordered", "session", false);
    await expect.poll(() => shownCounts(page)).toEqual(counted);
  });

  test.each([
    {dimension: "device", value: "mobile", order: "ordered", window: "7 days", isOpen: false},
    {dimension: "visitor", value: "returning", order: "ordered", window: "session", isOpen: true},
    {dimension: "source", value: "newsletter", order: "any", window: "1 day", isOpen: false},
    {dimension: "", value: "", order: "any", window: "1 day", isOpen: true}
  ] as const)(
    "with $dimension $value, $order, window $window, open $isOpen counts what Node counts from the snapshot",
    async ({dimension, value, order, window, isOpen}) => {
      const search = new URLSearchParams({...(dimension && {[dimension]: value}), order, window});
      if (!isOpen) search.set("entry", "first");
      const {page, problems} = await openSitePage("demo", `funnel?${search}`);
      const filter: Record<string, string> = dimension ? {[dimension]: value} : {};
      const counts = await countInNode({order, window: conversionWindows[window], isOpen}, filter);
      await expect.poll(() => shownCounts(page)).toEqual(counts);
      expect(problems).toEqual([]);
    }
  );

  test("by published sessions differs from the build's by what people did outside sessions or in shared ones", async () => {
    const way = {order: "ordered", window: conversionWindows["7 days"], isOpen: true} as const;
    const [ours, builds] = [await countInNode(way, {}), await countedWays("ordered", "7 days", true)];
    expect(ours.slice(ours.length / 2)).toEqual(builds.slice(builds.length / 2));
    const [outside] = await siteRows(
      "demo",
      "select affected from data_checks where check_name = 'events_without_session'"
    );
    const number = (text: string) => Number(text.replaceAll(",", ""));
    const fewer = ours.map((text, i) => number(builds[i] ?? "") - number(text));
    expect(Math.min(...fewer)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...fewer)).toBeLessThanOrEqual(Number(outside?.affected));
  });

  test("ignores what an address asks for and the report does not offer", async () => {
    const {page, requests} = await openSitePage("demo", `funnel?order=up&window=constructor&entry=last`);
    expect(await page.locator(".status").innerText()).toBe("Everybody in the data.");
    expect(requests.filter(isForEngine)).toEqual([]);
  });

  test("moves each step as the table says, and durations are those of the snapshot", async () => {
    const {page} = await openSitePage("demo", "funnel");
    const closed = await siteRows(
      "demo",
      `select * from funnel_definitions where definition = 2 and position > 2 order by position`
    );
    const shown = await page.locator(".ways tbody tr").nth(1).locator("td").allInnerTexts();
    const points = (value: unknown) => `${Number(value) > 0 ? "+" : "−"}${Math.abs(Number(value) * 100).toFixed(1)}`;
    expect(shown.slice(1).map((text) => text.replace(/\s+/g, " ").trim())).toEqual(
      closed.map(
        (stage) => `${numbers.percent(stage.conversion_from_previous)} ${points(stage.difference_to_headline)}`
      )
    );
    const times = await siteRows("demo", "select median_seconds from funnel_times order by position");
    expect(await page.locator(".durations b").allInnerTexts()).toEqual(
      times.map(({median_seconds}) => `${Math.round(Number(median_seconds))} seconds`)
    );
  });
});

function shownCounts(page: Page): Promise<string[]> {
  return page.locator(".funnel .count").allInnerTexts();
}

// a session has no other window
async function countedWays(order: string, window: string, isOpen: boolean): Promise<string[]> {
  const counted = await siteRows(
    "demo",
    `select members from funnel_definitions
    where funnel_order = '${order}' and is_open = ${isOpen} and not is_product_held
      and conversion_window = case unit when 'users' then '${window}' else 'none' end
    order by unit desc, position`
  );
  return counted.map(({members}) => numbers.count(members));
}

async function countInNode(
  {window, ...way}: Pick<FunnelDefinition, "order" | "window" | "isOpen">,
  filter: Record<string, string>
): Promise<string[]> {
  const stages = (await siteRows("demo", "select position from funnel_sessions order by position")).map(({position}) =>
    Number(position)
  );
  const counts = (["users", "sessions"] as const).map(async (unit) => {
    const definition = {...way, unit, stages, isProductHeld: false, window: unit === "users" ? window : null};
    const values = Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, [value]]));
    const query = funnelCounts(publishedEvents(unit, selectionCondition({values})), definition);
    return (await siteRows("demo", `${query} order by position`)).map(({members}) => numbers.count(members));
  });
  return (await Promise.all(counts)).flat();
}

// independent of the models: a bit per stage, counted here
async function countFiltered({dimension, value}: {dimension: string; value: string}): Promise<string[]> {
  const sessions = await siteRows(
    "demo",
    `select user_number, reached_stages from sessions where ${dimension} = '${value}'`
  );
  const stages = (await siteRows("demo", "select stage from funnel_sessions")).length;
  const users = Array.from({length: stages}, (_, i) => {
    const reached = sessions.filter((session) => Math.floor(Number(session.reached_stages) / 2 ** i) % 2 === 1);
    return {users: new Set(reached.map((session) => session.user_number)).size, sessions: reached.length};
  });
  return [...users.map((n) => numbers.count(n.users)), ...users.map((n) => numbers.count(n.sessions))];
}
