import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {numbersShown} from "./numbers-shown.ts";
import {numbers} from "./shown-numbers.ts";
import {openSitePage} from "./site-page.ts";
import {siteRow, siteRows} from "./site-rows.ts";
import {siteNames} from "./sites.ts";

const {count, percent, money} = numbers;

const change = (now: unknown, before: unknown) => {
  const share = Number(now) / Number(before) - 1;
  return `${share > 0 ? "+" : ""}${percent(share)}`.replace("-", "−");
};

describe.each(siteNames)("the trends of %s", (name) => {
  test("answer with the last 28 days against the 28 before, or with all days where there are not as many", async () => {
    const {page} = await openSitePage(name, "trends");
    const [compared] = await siteRows(name, "select * from period_comparison");
    const all = await siteRow(name, "select sessions, orders, revenue, (select count(*) from daily) as days from kpis");
    const answer = await page.innerText("h1");
    for (const [metric, text] of [
      ["sessions", count],
      ["orders", count],
      ["revenue", money]
    ] as const) {
      const {[metric]: now, [`previous_${metric}`]: before} = compared ?? {};
      if (compared) expect(answer).toContain(`${text(now)}`);
      if (compared) expect(answer).toContain(`(${change(now, before)})`);
      else if (Number(all[metric]) > 0) expect(answer).toContain(text(all[metric]));
    }
    if (!compared) expect(answer).toContain(Number(all.days) === 1 ? "on one day" : `in ${count(all.days)} days`);
  });

  test("have every day, or every hour of a single day, in a table", async () => {
    const {page} = await openSitePage(name, "trends");
    const days = await siteRows(name, "select cast(event_date as varchar) as day, * from daily order by event_date");
    const hours = await siteRows(name, "select * from hourly order by event_day, event_hour");
    const isOneDay = days.length === 1;
    const shown = await tableOf(page, isOneDay ? "hourly" : "trend");
    const expected = isOneDay
      ? hours.map((row) => [count(row.sessions), count(row.orders)])
      : days.map((row) => [
          String(row.day),
          count(row.sessions),
          count(row.orders),
          row.revenue === null ? "–" : money(row.revenue)
        ]);
    expect(shown.map((cells) => (isOneDay ? [cells[1], cells[3]] : [cells[0], cells[1], cells[3], cells[4]]))).toEqual(
      expected
    );
  });

  test("show when sessions come, and when they bring a purchase, or say what that takes", async () => {
    const {page} = await openSitePage(name, "trends");
    const hours = await siteRows(
      name,
      "select event_hour, sum(sessions) as sessions, sum(purchasing_sessions) as purchasing_sessions from hourly group by event_hour"
    );
    const {days} = await siteRow(name, "select count(*) as days from daily");
    const text = await page.innerText("main");
    if (Number(days) === 1) {
      expect(text).toContain("shows once the data covers a whole week, from Monday to Sunday. It covers 1 day.");
      return;
    }
    for (const kind of ["sessions", "purchasing_sessions"] as const) {
      const counts = Array.from({length: 24}, (_, hour) =>
        Number(hours.find(({event_hour}) => Number(event_hour) === hour)?.[kind] ?? 0)
      );
      const windows = counts.map((_, hour) => [0, 1, 2].reduce((sum, i) => sum + (counts[(hour + i) % 24] ?? 0), 0));
      const share = Math.max(...windows) / counts.reduce((sum, n) => sum + n, 0);
      expect(text).toContain(
        `${percent(share)} of ${kind === "sessions" ? "sessions" : "sessions with a purchase"} come from`
      );
    }
    const cells = await siteRows(
      name,
      "select sessions, purchasing_sessions from hourly order by event_day, event_hour"
    );
    const shown = (await tableOf(page, "week")).map((row) => row.slice(2, 4));
    expect(shown).toEqual(cells.map((row) => [count(row.sessions), count(row.purchasing_sessions)]));
  });

  test("have the mean of every hour of the week in its cell", async () => {
    const {page} = await openSitePage(name, "trends");
    const cells = await siteRows(
      name,
      `select hourly.sessions / days.days as mean
      from hourly
      inner join (select isodow(event_date) as event_day, count(*) as days from daily group by 1) as days using (event_day)
      order by event_day, event_hour`
    );
    const shown = await page.locator(".week-map [aria-label='text'] text").allTextContents();
    if (!(await page.locator("#week").count())) return;
    // hours without events are 0
    const expected = cells.map(({mean}) =>
      Number(mean) < 9.95 ? String(Number(Number(mean).toFixed(1))) : count(mean)
    );
    expect(shown.filter((text) => text !== "0")).toEqual(expected.filter((text) => text !== "0"));
  });

  test("have every step of the funnel by week, or say what that takes", async () => {
    const {page} = await openSitePage(name, "trends");
    const steps = await siteRows(
      name,
      `select cast(period_start as varchar) as week, users, position, conversion_from_previous as rate, has_enough_users as is_enough
      from funnel_trend where funnel_order = 'any' and period_kind = 'week' order by period_start, position`
    );
    if (new Set(steps.map(({week}) => week)).size < 2) {
      expect(await page.innerText("main")).toContain("needs two stages and events of more than one week");
      return;
    }
    const shown = (await tableOf(page, "steps")).map((row) => [row[0], row[2], row[3]]);
    const rate = ({position, rate, is_enough}: Record<string, unknown>) =>
      Number(position) === 1 ? "–" : is_enough ? percent(rate) : "too few to tell";
    expect(shown).toEqual(steps.map((row) => [String(row.week), count(row.users), rate(row)]));
    const stages = new Set(steps.map(({position}) => position)).size;
    expect(await page.locator(".step-panel").count()).toBe(stages - 1);
  });
});

describe("the controls of the trends", () => {
  test("change the chart and the address, by keyboard too, and Back takes it back", async () => {
    const {page, problems} = await openSitePage("demo", "trends");
    const title = page.locator("#trend h3");
    const first = await title.innerText();
    await page.getByRole("combobox", {name: "Show", exact: true}).selectOption("revenue");
    expect(await title.innerText()).toContain("of revenue");
    await page.getByRole("combobox", {name: "By", exact: true}).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(new URL(page.url()).search).toBe("?metric=revenue&by=month");
    const months = await siteRows(
      "demo",
      "select cast(event_month as varchar) as month, revenue from monthly order by 1"
    );
    const shown = (await tableOf(page, "trend")).map((row) => [row[0], row[4]]);
    expect(shown).toEqual(months.map(({month, revenue}) => [String(month), money(revenue)]));
    // what is unfolded stays so
    await page.goBack();
    const weeks = await siteRows("demo", "select event_week from weekly");
    await expect.poll(() => page.locator("#trend .numbers-table tbody tr").count()).toBe(weeks.length);
    await page.goBack();
    await page.goBack();
    expect(await title.innerText()).toBe(first);
    expect(await page.getByRole("combobox", {name: "Show", exact: true}).inputValue()).toBe("sessions");
    expect(problems).toEqual([]);
  });

  test("show what a link asks for, and ignore what cannot be chosen", async () => {
    const {page} = await openSitePage("demo", "trends?metric=conversion&by=week&cells=conversion&steps=month&order=x");
    expect(await page.locator("#trend h3").innerText()).toContain("of sessions had a purchase in the week from");
    expect(await page.locator("#week .subtitle").innerText()).toContain("Sessions with a purchase, of all in the hour");
    expect(await page.locator("#steps .subtitle").innerText()).toContain("by the month in which they entered");
    const {page: other} = await openSitePage("demo", "trends?metric=profit&by=year");
    expect(await other.locator("#trend .subtitle").innerText()).toContain("Sessions a day");
  });
});

test("the numbers on a chart stand for the episodes, which lead to what explains them", async () => {
  const {page} = await openSitePage("demo", "trends");
  const episodes = await siteRows(
    "demo",
    "select episode, explanation from anomalies where is_main order by started_on, explanation"
  );
  const items = page.locator("#trend .annotations li");
  expect(await items.locator("bdi").allInnerTexts()).toEqual(episodes.map(({explanation}) => explanation));
  expect(await items.locator(".marker").allInnerTexts()).toEqual(episodes.map((_, i) => String(i + 1)));
  const links = await items.locator("a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(links).toEqual(episodes.map(({episode}) => `./anomalies#episode-${Number(episode)}`));
  const marks = await page.locator("#trend [aria-label='annotations'] g text").allTextContents();
  expect(marks.length).toBeGreaterThan(0);
  expect(marks.every((text) => /^\d+(–\d+| …)?$/.test(text))).toBe(true);
});

// the cells of a chart's table
async function tableOf(page: Page, name: string): Promise<string[][]> {
  return (await numbersShown(page, name)).map((row) => Object.values(row));
}
