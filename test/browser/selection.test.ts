import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {sqlLiteral} from "../../data-loaders/warehouse.ts";
import {numbersShown} from "./numbers-shown.ts";
import {numbers} from "./shown-numbers.ts";
import {openSitePage} from "./site-page.ts";
import {siteRow, siteRows} from "./site-rows.ts";
import type {SiteName} from "./sites.ts";

const {count, money} = numbers;

const chosen = "visitor = 'returning'";

// those of which there are names of all kinds
const sites: SiteName[] = ["demo", "hostile"];

describe.each(sites)("sessions chosen in %s", (name) => {
  test("are those that the channels and campaigns of Traffic show, and Back shows everybody", async () => {
    const value = await firstValue(name, "device");
    const {page, problems} = await openSitePage(name, `traffic?${new URLSearchParams({device: value})}`);
    for (const [figure, dimension] of [
      ["channels", "source"],
      ["campaigns-and-costs", "campaign"]
    ] as const) {
      const rows = await siteRows(
        name,
        `select ${dimension} as value, count(*) as sessions, sum(orders) as orders, sum(revenue) as revenue
        from sessions where device = ${sqlLiteral(value)} and ${dimension} is not null
        group by ${dimension} order by value`
      );
      await expect
        .poll(() =>
          tableOf(page, figure, [dimension === "source" ? "Channel" : "Campaign", "Visits", "Orders", "Revenue"])
        )
        .toEqual(rows.map((row) => [row.value, count(row.sessions), count(row.orders), money(row.revenue)]).sort());
      expect(await figureOf(page, figure).locator("h3").innerText()).toContain(`(device: ${value})`);
      await figureOf(page, figure).locator("summary", {hasText: "SQL"}).click();
      const query = await figureOf(page, figure).locator(".query code").innerText();
      const told = (await siteRows(name, query)).filter((row) => row.value !== null);
      expect(told.map((row) => [row.value, count(row.sessions), count(row.orders)]).sort()).toEqual(
        rows.map((row) => [row.value, count(row.sessions), count(row.orders)]).sort()
      );
    }
    await page.getByRole("button", {name: "Show everybody"}).click();
    const [all] = await siteRows(name, "select sessions from traffic order by sessions desc");
    await expect.poll(async () => (await tableOf(page, "channels", ["Visits"])).flat()).toContain(count(all?.sessions));
    await page.goBack();
    await expect.poll(() => figureOf(page, "channels").locator("h3").innerText()).toContain(`(device: ${value})`);
    expect(problems).toEqual([]);
  });

  test("are those of the trend, by day, week and month", async () => {
    const value = await firstValue(name, "source");
    const {page, problems} = await openSitePage(name, `trends?${new URLSearchParams({source: value})}`);
    for (const [kind, table] of [
      ["day", "daily"],
      ["week", "weekly"],
      ["month", "monthly"]
    ] as const) {
      const column = kind === "day" ? "event_date" : `event_${kind}`;
      const rows = await siteRows(
        name,
        `select cast(cast(${column} as date) as varchar) as first, count(session_number) as sessions,
          coalesce(sum(sessions.orders), 0) as orders
        from ${table} left join sessions
          on date_trunc('${kind}', sessions.started_on) = ${column} and source = ${sqlLiteral(value)}
        group by all order by first`
      );
      // of one period there is nothing to see
      if (rows.length < 2) continue;
      await page.getByRole("combobox", {name: "By", exact: true}).selectOption(kind);
      await expect
        .poll(() =>
          tableOf(page, "trend", [
            kind === "day" ? "Day" : kind === "week" ? "Week from" : "Month from",
            "Sessions",
            "Orders"
          ])
        )
        .toEqual(rows.map((row) => [row.first, count(row.sessions), count(row.orders)]));
    }
    expect(problems).toEqual([]);
  });
});

test("a choice stays on the way to other pages, in their words too", async () => {
  const {page} = await openSitePage("demo", "funnel?visitor=returning");
  const words = "Only sessions with new or returning: returning";
  for (const [link, path] of [
    ["Trends", "/trends"],
    ["Cohorts", "/cohorts"],
    ["Overview", "/"]
  ] as const) {
    await page.locator("#observablehq-sidebar a", {hasText: link}).first().click();
    await page.waitForURL((url) => url.pathname === path && url.search === "?visitor=returning");
    await expect.poll(() => page.locator(".selection .words").getAttribute("data-words")).toBe(words);
    const remark =
      path === "/cohorts"
        ? "This page shows everybody."
        : "What has a line at its left shows them, all else everybody.";
    await expect.poll(() => page.locator(".selection .remark").innerText()).toBe(remark);
  }
});

test("a bar of the funnel leads to the sessions lost there, with what is chosen", async () => {
  const {page} = await openSitePage("demo", "funnel?visitor=returning");
  await expect.poll(() => page.locator("#funnel-sessions h3").innerText()).toContain("(new or returning: returning)");
  await page.locator("#funnel-sessions .funnel a.track").nth(2).click();
  await page.waitForURL(/\/drop-off\?step=view&visitor=returning$/);
  const lost = await siteRow(
    "demo",
    `select count(*) as n from sessions
    where (reached_stages & (select reach_flag from funnel_sessions where stage = 'view')) > 0
      and (reached_stages & (select reach_flag from funnel_sessions where stage = 'cart')) = 0 and ${chosen}`
  );
  await expect.poll(() => page.locator("#drop-off h3").innerText()).toContain(`${count(lost.n)} sessions of`);
});

test("a segment leads to its sessions", async () => {
  const {page} = await openSitePage("demo", "segments");
  const first = await siteRow("demo", "select segment from ml_segments order by position limit 1");
  await page.locator("#learned-segments a.segment").first().click();
  await page.waitForURL((url) => url.searchParams.get("segment") === first.segment);
  const {sessions, lost} = await siteRow(
    "demo",
    `select sum(sessions) as sessions, sum(lost_sessions) as lost from session_counts
    where dimension = 'segment' and value = ${sqlLiteral(String(first.segment))} and stage = 'view'`
  );
  await expect
    .poll(() => page.locator("#drop-off h3").innerText())
    .toContain(`${count(lost)} sessions of ${count(sessions)}`);
});

test("what caused a change leads to its sessions in the days of the change", async () => {
  const {page} = await openSitePage("demo", "anomalies");
  const link = page.locator("a[href*='drop-off?']").first();
  const address = new URL(String(await link.getAttribute("href")), page.url());
  expect([address.searchParams.has("from"), address.searchParams.has("to")]).toEqual([true, true]);
  await link.click();
  await page.waitForURL(/drop-off/);
  const values = [...address.searchParams].filter(([name]) => name !== "from" && name !== "to");
  await expect.poll(() => page.locator(".selection .chip").count()).toBe(values.length + 1);
});

test("where no session matches, charts say so", async () => {
  const {page, problems} = await openSitePage("demo", "funnel?visitor=returning&to=2020-01-01");
  await expect.poll(() => page.locator(".following .missing").first().innerText()).toContain("No session matches");
  expect(problems).toEqual([]);
});

async function firstValue(name: SiteName, dimension: string): Promise<string> {
  const {value} = await siteRow(
    name,
    `select value from session_dimensions where dimension = '${dimension}' and value <> 'Other' order by sessions desc limit 1`
  );
  return String(value);
}

function figureOf(page: Page, name: string) {
  return page.locator(`figure[id="${name}"]`);
}

// the cells of some columns of the table behind a chart, sorted
async function tableOf(page: Page, figure: string, columns: string[]): Promise<string[][]> {
  const rows = await numbersShown(page, figure);
  return rows.map((row) => columns.map((label) => row[label] ?? "")).sort();
}
