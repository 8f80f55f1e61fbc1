import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {demoTables} from "../../data-loaders/demo-store/schema.ts";
import type {Truth} from "../../data-loaders/demo-store/truths.ts";
import {runPipeline} from "../../data-loaders/pipeline.ts";
import {loadReport} from "../../data-loaders/report.ts";
import {featureNames} from "../../data-loaders/segmentation/features.ts";
import {readManifest} from "../../data-loaders/snapshots.ts";
import {type Row, sqlLiteral, Warehouse} from "../../data-loaders/warehouse.ts";
import {conversionWindows} from "../../src/shared/funnel/conversion-windows.ts";
import {funnelCounts} from "../../src/shared/funnel/funnel-counts.ts";
import type {FunnelDefinition} from "../../src/shared/funnel/funnel-definition.ts";
import {publishedEvents} from "../../src/shared/funnel/published-events.ts";
import {launchBrowser} from "./browser.ts";
import {isForEngine, openPage} from "./watched-page.ts";
import {type BuiltSite, rees46File, Workspace} from "./workspace.ts";

const pages = ["", "funnel", "segments", "segment-quality", "data-quality", "methods"];

// one user only; names that a careless page would run
const hostile = `event_time,event_type,user_id,user_session,product_id,brand,price,campaign
2020-01-01T10:00:00Z,view,1000000000000000001,s1,7,"<img src=x onerror=alert(1)>",5.00,"<script>alert(2)</script>"
2020-01-01T10:01:00Z,cart,1000000000000000001,s1,7,"<img src=x onerror=alert(1)>",5.00,"<script>alert(2)</script>"
2020-01-01T10:02:00Z,"</script><script>alert(3)</script>",1000000000000000001,s1,7,"=1+1",5.00,x
`;

let browser: Browser;
let workspace: Workspace;
const sites = new Map<string, BuiltSite>();

const datasets = [
  {name: "demo", isThere: true, events: () => ""},
  {name: "rees46", isThere: existsSync(rees46File), events: () => rees46File},
  {
    name: "single user",
    isThere: true,
    events: () => {
      const file = join(workspace.folder, "single.csv");
      writeFileSync(file, hostile);
      return file;
    }
  }
];

beforeAll(async () => {
  browser = await launchBrowser();
  workspace = new Workspace();
  for (const {name, isThere, events} of datasets) {
    if (isThere) sites.set(name, await workspace.site(name.replace(" ", "-"), {EVENTS: events()}));
  }
});

afterAll(async () => {
  await browser.close();
  workspace.close();
});

describe.each(datasets.filter(({isThere}) => isThere))("the site of $name", ({name}) => {
  test.each(pages)("/%s opens without a problem, an engine or another host, on desktop and phone", async (path) => {
    const {address} = siteOf(name);
    const screens = [
      {viewport: {width: 1280, height: 844}, colorScheme: "light"},
      {viewport: {width: 390, height: 844}, colorScheme: "dark"}
    ] as const;
    const opened = await Promise.all(screens.map((screen) => openPage(browser, address + path, screen)));
    for (const {page, problems, requests} of opened) {
      expect(problems).toEqual([]);
      expect(requests.filter(isForEngine)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      const text = await page.innerText("main");
      expect(text).not.toMatch(/\b(undefined|NaN|null|Infinity|\[object)\b/);
      expect(await page.locator("h1").innerText()).toMatch(/\S{2,}/);
      expect(await page.locator(".observablehq--error").count()).toBe(0);
      await page.context().close();
    }
  });

  test("the overview's key figures are those of the snapshot", async () => {
    const {page} = await openPage(browser, siteOf(name).address);
    const kpis = await row(name, "select * from kpis");
    const shown = await page.locator(".key-figures .value").allInnerTexts();
    const {money, count, percent} = formats;
    expect(shown).toEqual([
      count(kpis.users),
      count(kpis.sessions),
      percent(kpis.user_conversion_rate),
      count(kpis.orders),
      kpis.revenue === null ? "–" : money(kpis.revenue),
      kpis.average_order_value === null ? "–" : money(kpis.average_order_value)
    ]);
    await page.context().close();
  });

  test("the funnel's charts and tables hold the counts of the snapshots", async () => {
    const {page} = await openPage(browser, `${siteOf(name).address}funnel`);
    const users = await rows(name, "select users as n from funnel_users order by position");
    const sessions = await rows(name, "select sessions as n from funnel_sessions order by position");
    const expected = [...users, ...sessions].map(({n}) => formats.count(n));
    expect(await page.locator(".funnel .count").allInnerTexts()).toEqual(expected);
    await page.locator("summary", {hasText: "Show the numbers"}).first().click();
    const cells = await page.locator(".numbers-table").first().locator("td:nth-child(2)").allInnerTexts();
    expect(cells).toEqual(users.map(({n}) => formats.count(n)));
    await page.context().close();
  });

  test("the segments' shares are those of the snapshots", async () => {
    const {page} = await openPage(browser, `${siteOf(name).address}segments`);
    const segments = await rows(name, "select users, share from ml_segments order by position");
    const rules = await rows(name, "select users, share from rule_segments order by position");
    const rfm = await rows(name, "select users, share from rfm_segments where users is not null order by position");
    const shown = await page.locator(".segment-bars .name + .row").allInnerTexts();
    const text = (of: string) => (row: Row) => `of ${of} ${formats.percent(row.share)} · ${formats.count(row.users)}`;
    const days = await rows(name, "select event_date from daily where purchases > 0");
    // buyers of one day cannot be told apart by recency
    const buyers = days.length > 1 ? rfm : [];
    expect(shown.map((line) => line.replace(/\s+/g, " "))).toEqual([
      ...[...segments, ...rules].map(text("users")),
      ...buyers.map(text("buyers"))
    ]);
    await page.context().close();
  });

  test("the segments crossed with the rules show the shares of the snapshot, but none of too few people", async () => {
    const {page} = await openPage(browser, `${siteOf(name).address}segments`);
    const cells = await rows(
      name,
      "select users, share_of_rule from segment_crosswalk order by position, rule_position"
    );
    const expected = cells.map(({users, share_of_rule}) =>
      users === null ? "few" : share_of_rule === null ? "–" : formats.percent(share_of_rule)
    );
    expect(await page.locator(".crosswalk td b").allInnerTexts()).toEqual(expected);
    expect(cells.every(({users}) => users === null || Number(users) === 0 || Number(users) >= 5)).toBe(true);
    await page.context().close();
  });

  test("the quality of segments shows every number of clusters that was tried, and says what there is to say", async () => {
    const {page} = await openPage(browser, `${siteOf(name).address}segment-quality`);
    const counts = await rows(name, "select clusters, is_chosen from segment_quality order by clusters");
    if (counts.length) await page.locator("summary", {hasText: "Show the numbers"}).first().click();
    const shown = await page.locator(".chart .numbers-table tbody td:first-child").allInnerTexts();
    expect(shown).toEqual(counts.map((row) => `${Number(row.clusters)}${row.is_chosen ? " (in this report)" : ""}`));
    expect(await page.innerText("main")).toContain("There is no earlier snapshot of these events to compare with");
    await page.context().close();
  });

  test("the audit adds up to the rows read", async () => {
    const {page} = await openPage(browser, `${siteOf(name).address}data-quality`);
    const lede = await page.locator(".lede").innerText();
    const [clean, duplicates, rejected, read] = (/([\d,]+) \+ ([\d,]+) \+ ([\d,]+) = ([\d,]+)/.exec(lede) ?? [])
      .slice(1)
      .map((text) => Number(text.replaceAll(",", "")));
    const audit = await row(name, "select max(rows_in) as n_in, min(rows_out) as n_out from cleaning_audit");
    expect([clean, read]).toEqual([Number(audit.n_out), Number(audit.n_in)]);
    expect((clean ?? 0) + (duplicates ?? 0) + (rejected ?? 0)).toBe(read);
    await page.context().close();
  });
});

describe.each(datasets.filter(({isThere}) => isThere))("the funnel of $name", ({name}) => {
  test("says of every step how long it takes and how far each choice moves it, or that too few took it", async () => {
    const {page} = await openPage(browser, `${siteOf(name).address}funnel`);
    const steps = (await rows(name, "select stage from funnel_sessions")).length - 1;
    expect(await page.locator(".durations li").count()).toBe(steps);
    const [fewest] = await rows(name, "select max(members) as n from funnel_definitions");
    expect(await page.locator(".ways tbody td").count()).toBe(Number(fewest?.n) < 30 ? 0 : 9 * steps);
    expect(await page.innerText("main")).toContain(steps > 1 ? "Half of those who purchased" : "Too few people");
    await page.context().close();
  });
});

describe.each(datasets.filter(({isThere}) => isThere))("the methods of $name", ({name}) => {
  test("describe every table of the snapshots, which unfold by keyboard", async () => {
    const {page} = await openPage(browser, `${siteOf(name).address}methods`);
    const tables = readManifest(siteOf(name).snapshots)?.tables ?? [];
    const dictionary = page.locator(".dictionary").first();
    expect(await dictionary.locator("summary b").allInnerTexts()).toEqual(tables.map((table) => table.name));
    expect(await dictionary.locator("summary .rows").allInnerTexts()).toEqual(
      tables.map(({rows}) => `${formats.count(rows)} ${rows === 1 ? "row" : "rows"}`)
    );
    await dictionary.locator("summary").first().focus();
    await page.keyboard.press("Enter");
    const names = dictionary.locator("details").first().locator("tbody td:first-child");
    expect(await names.allInnerTexts()).toEqual(tables[0]?.columns.map((column) => column.name));
    await page.context().close();
  });

  test("tell of the made-up shop where the report is on it, and only there", async () => {
    const {page, problems} = await openPage(browser, `${siteOf(name).address}methods`);
    const truth = readTruth(name);
    expect(truth !== undefined).toBe(name === "demo");
    expect(await page.locator("h2", {hasText: "The made-up shop"}).count()).toBe(truth ? 1 : 0);
    expect(await page.locator(".truths h4").allInnerTexts()).toEqual(truth?.truths.map(({title}) => title) ?? []);
    expect(await page.locator(".table-diagram, main img").count()).toBe(truth ? 2 : 0);
    expect(await page.locator(".dictionary").nth(1).locator("summary b").allInnerTexts()).toEqual(
      truth ? demoTables.map((table) => table.name) : []
    );
    if (truth) {
      const diagram = page.locator(".table-diagram img");
      // a browser draws nothing of an SVG file that is not well-formed
      expect(await diagram.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(800);
      expect(await diagram.getAttribute("alt")).toContain("order_items");
      const [whole] = await Promise.all([
        page.context().waitForEvent("page"),
        page.getByRole("link", {name: "Open the diagram in full size"}).click()
      ]);
      await whole.waitForLoadState();
      expect(await whole.locator("svg .table").count()).toBe(demoTables.length);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe("which segment a shopper would be in", () => {
  test("is the same in the reader's browser as in SQL, for 1,000 users of the snapshot", async () => {
    const {page, problems, requests} = await openPage(browser, `${siteOf("demo").address}segments`);
    const users = await someUsers(1000);
    expect(users.length).toBe(1000);
    const names = await page
      .locator(".segment-form input")
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).name));
    const found = await page.locator(".segment-form").evaluate(
      (form, {users, names}) => {
        const inputs = [...form.querySelectorAll("input")];
        return users.map((user) => {
          inputs.forEach((input, i) => (input.value = String(user[names[i] ?? ""])));
          inputs[0]?.dispatchEvent(new Event("input", {bubbles: true}));
          return form.querySelector(".answer b")?.textContent;
        });
      },
      {users, names}
    );
    expect(found).toEqual(users.map(({segment}) => segment));
    expect(new Set(found).size).toBe(3);
    expect([problems, requests.filter(isForEngine)]).toEqual([[], []]);
    await page.context().close();
  });

  test("follows what the reader types and chooses, by keyboard, and is said aloud", async () => {
    const {page} = await openPage(browser, `${siteOf("demo").address}segments`);
    const form = page.locator(".segment-form");
    const answer = form.getByRole("status");
    expect(await answer.innerText()).toContain("This shopper would be among High-value loyal customers.");
    await form.getByLabel("Start from the average of").selectOption("Browsers");
    expect(await answer.innerText()).toContain("among Browsers.");
    await form.getByLabel("Orders").focus();
    await page.keyboard.press("ArrowUp");
    await form.getByLabel("Revenue").fill("60");
    expect(await answer.innerText()).toContain("among Occasional buyers.");
    await page.context().close();
  });
});

describe("the funnel's filter", () => {
  const filter = {dimension: "device", value: "mobile"};

  test("counts what SQL counts, with one engine started on the first choice", async () => {
    const {page, problems, requests} = await openPage(browser, `${siteOf("demo").address}funnel`);
    await page.selectOption("select", "device=mobile");
    await page.locator(".status", {hasText: "Only sessions with device: mobile"}).waitFor();
    expect(await page.locator(".funnel .count").allInnerTexts()).toEqual(await countFiltered(filter));
    expect(page.url()).toContain("?device=mobile");
    expect(problems).toEqual([]);
    expect(requests.filter((url) => url.endsWith(".wasm"))).toHaveLength(1);
    await page.context().close();
  });

  test("lives in the address: Back undoes it, a link and a reload open the same view", async () => {
    const {address} = siteOf("demo");
    const {page} = await openPage(browser, `${address}funnel`);
    const everybody = await page.locator(".funnel .count").allInnerTexts();
    await page.selectOption("select", "device=mobile");
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
    expect(await page.locator(".funnel .count").allInnerTexts()).toEqual(filtered);
    await page.getByRole("button", {name: "Show everybody"}).click();
    expect(await page.locator(".funnel .count").allInnerTexts()).toEqual(everybody);
    expect(new URL(page.url()).search).toBe("");
    await page.context().close();
  });

  test("ignores what an address asks for and the report does not offer", async () => {
    const {page, problems, requests} = await openPage(
      browser,
      `${siteOf("demo").address}funnel?device='; drop table sessions; --`
    );
    expect(await page.locator(".status").innerText()).toBe("Everybody in the data.");
    expect([problems, requests.filter(isForEngine)]).toEqual([[], []]);
    await page.context().close();
  });

  test.skipIf(!existsSync(rees46File))("names the columns that a file lacks", async () => {
    const {page} = await openPage(browser, `${siteOf("rees46").address}funnel`);
    expect(await page.locator(".missing").innerText()).toContain("browser, campaign, country, device, source");
    expect(await page.locator("option").allInnerTexts()).not.toContainEqual(expect.stringContaining("mobile"));
    await page.context().close();
  });
});

describe("the funnel's way of counting", () => {
  test("is chosen by keyboard and shows what the build counted, without an engine", async () => {
    const {page, problems, requests} = await openPage(browser, `${siteOf("demo").address}funnel`);
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
    await page.context().close();
  });

  test("lives in the address: Back undoes it, a link and a reload open the same view", async () => {
    const {page} = await openPage(browser, `${siteOf("demo").address}funnel?order=ordered&window=session`);
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
    expect(await shownCounts(page)).toEqual(await countedWays("ordered", "session", false));
    await page.context().close();
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
      const {page, problems} = await openPage(browser, `${siteOf("demo").address}funnel?${search}`);
      await page.locator(".funnel .count").first().waitFor();
      const filter: Record<string, string> = dimension ? {[dimension]: value} : {};
      expect(await shownCounts(page)).toEqual(
        await countInNode({order, window: conversionWindows[window], isOpen}, filter)
      );
      expect(problems).toEqual([]);
      await page.context().close();
    }
  );

  test("by published sessions differs from the build's by what people did outside sessions or in shared ones", async () => {
    const way = {order: "ordered", window: conversionWindows["7 days"], isOpen: true} as const;
    const [ours, builds] = [await countInNode(way, {}), await countedWays("ordered", "7 days", true)];
    expect(ours.slice(ours.length / 2)).toEqual(builds.slice(builds.length / 2));
    const [outside] = await rows(
      "demo",
      "select affected from data_checks where check_name = 'events_without_session'"
    );
    const number = (text: string) => Number(text.replaceAll(",", ""));
    const fewer = ours.map((text, i) => number(builds[i] ?? "") - number(text));
    expect(Math.min(...fewer)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...fewer)).toBeLessThanOrEqual(Number(outside?.affected));
  });

  test("ignores what an address asks for and the report does not offer", async () => {
    const {page, requests} = await openPage(
      browser,
      `${siteOf("demo").address}funnel?order=up&window=constructor&entry=last`
    );
    expect(await page.locator(".status").innerText()).toBe("Everybody in the data.");
    expect(requests.filter(isForEngine)).toEqual([]);
    await page.context().close();
  });

  test("moves each step as the table says, and durations are those of the snapshot", async () => {
    const {page} = await openPage(browser, `${siteOf("demo").address}funnel`);
    const closed = await rows(
      "demo",
      `select * from funnel_definitions where definition = 2 and position > 2 order by position`
    );
    const shown = await page.locator(".ways tbody tr").nth(1).locator("td").allInnerTexts();
    const points = (value: unknown) => `${Number(value) > 0 ? "+" : "−"}${Math.abs(Number(value) * 100).toFixed(1)}`;
    expect(shown.slice(1).map((text) => text.replace(/\s+/g, " ").trim())).toEqual(
      closed.map(
        (stage) => `${formats.percent(stage.conversion_from_previous)} ${points(stage.difference_to_headline)}`
      )
    );
    const times = await rows("demo", "select median_seconds from funnel_times order by position");
    expect(await page.locator(".durations b").allInnerTexts()).toEqual(
      times.map(({median_seconds}) => `${Math.round(Number(median_seconds))} seconds`)
    );
    await page.context().close();
  });
});

test("Download as CSV holds what the table shows", async () => {
  const {page} = await openPage(browser, `${siteOf("demo").address}funnel`);
  await page.locator("summary", {hasText: "Show the numbers"}).first().click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name: "Download as CSV"}).first().click()
  ]);
  const text = await (
    await download.createReadStream()
  )
    .toArray()
    .then((chunks) => Buffer.concat(chunks as Buffer[]).toString());
  const users = await rows("demo", "select stage, users as n from funnel_users order by position");
  expect(download.suggestedFilename()).toBe("funnel-users.csv");
  expect(
    text
      .split("\n")
      .slice(1)
      .map((line) => /^[^,]*,("[^"]*"|[^,]*)/.exec(line)?.[1]?.replaceAll('"', ""))
  ).toEqual(users.map(({n}) => formats.count(n)));
  await page.context().close();
});

test("text from the data is shown as text", async () => {
  for (const path of pages) {
    const {page} = await openPage(browser, siteOf("single user").address + path);
    expect(await page.locator("main img, main script").count()).toBe(0);
    await page.context().close();
  }
  const {page} = await openPage(browser, `${siteOf("single user").address}data-quality`);
  // the offending value itself is the analyst's alone
  const text = await page.innerText("main");
  expect(text).toContain("</xxxxxx><xxxxxx>xxxxx(9)</xxxxxx>");
  expect(text).not.toContain("alert(3)");
  await page.context().close();
});

test("search finds a page by its words", async () => {
  const {page, problems} = await openPage(browser, siteOf("demo").address);
  await page.fill("#observablehq-search input", "duplicates");
  await page.locator("#observablehq-search-results a", {hasText: "Data quality"}).waitFor();
  expect(problems).toEqual([]);
  await page.context().close();
});

test("numbers published for people are never fewer than the smallest group", async () => {
  const [smallest] = await rows("demo", "select min(users) as n from session_dimensions");
  expect(Number(smallest?.n)).toBeGreaterThanOrEqual(5);
});

const formats = {
  count: (value: unknown) => Number(value).toLocaleString("en-US", {maximumFractionDigits: 0}),
  percent: (value: unknown) =>
    `${(Number(value) * 100).toLocaleString("en-US", {minimumFractionDigits: 1, maximumFractionDigits: 1})}%`,
  money: (value: unknown) => {
    const digits = Number(value) === 0 || Number(value) >= 100 ? 0 : 2;
    return `$${Number(value).toLocaleString("en-US", {minimumFractionDigits: digits, maximumFractionDigits: digits})}`;
  }
};

function siteOf(name: string): BuiltSite {
  const site = sites.get(name);
  if (!site) throw new Error(`no site was built of ${name}`);
  return site;
}

function readTruth(name: string): Truth | undefined {
  const file = join(siteOf(name).snapshots, "truth.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Truth) : undefined;
}

async function rows(name: string, sql: string): Promise<Row[]> {
  const warehouse = await Warehouse.open();
  try {
    const tables = [
      "kpis",
      "funnel_users",
      "funnel_sessions",
      "funnel_definitions",
      "funnel_events",
      "funnel_times",
      "data_checks",
      "ml_segments",
      "daily",
      "rule_segments",
      "rfm_segments",
      "segment_crosswalk",
      "segment_quality",
      "cleaning_audit",
      "sessions",
      "session_dimensions"
    ];
    for (const table of tables) {
      const file = join(siteOf(name).snapshots, `${table}.parquet`);
      await warehouse.run(`create view ${table} as select * from ${sqlLiteral(file)}`);
    }
    return await warehouse.rows(sql);
  } finally {
    warehouse.close();
  }
}

// of each segment a third, as the pipeline assigns them from the same configuration as the site's
async function someUsers(count: number): Promise<Record<string, string | number>[]> {
  const warehouse = await runPipeline(await loadReport({}));
  try {
    const columns = featureNames.map((name) => `cast(users.${name} as double) as ${name}`);
    const users = await warehouse.rows(
      `with users as (
        select segments.segment, ${columns.join(", ")},
          row_number() over (partition by segments.segment order by hash(users.user_id)) as place
        from core.user_features as users
        inner join segmentation.labels as labels on labels.user_id = users.user_id
        inner join segmentation.segments as segments on segments.cluster = labels.cluster
      )
      select * exclude (place) from users order by place, segment limit ${count}`
    );
    return users as Record<string, string | number>[];
  } finally {
    warehouse.close();
  }
}

async function row(name: string, sql: string): Promise<Row> {
  return (await rows(name, sql))[0] as Row;
}

function shownCounts(page: Page): Promise<string[]> {
  return page.locator(".funnel .count").allInnerTexts();
}

// a session has no other window
async function countedWays(order: string, window: string, isOpen: boolean): Promise<string[]> {
  const counted = await rows(
    "demo",
    `select members from funnel_definitions
    where funnel_order = '${order}' and is_open = ${isOpen} and not is_product_held
      and conversion_window = case unit when 'users' then '${window}' else 'none' end
    order by unit desc, position`
  );
  return counted.map(({members}) => formats.count(members));
}

async function countInNode(
  {window, ...way}: Pick<FunnelDefinition, "order" | "window" | "isOpen">,
  filter: Record<string, string>
): Promise<string[]> {
  const stages = (await rows("demo", "select position from funnel_sessions order by position")).map(({position}) =>
    Number(position)
  );
  const counts = (["users", "sessions"] as const).map(async (unit) => {
    const definition = {...way, unit, stages, isProductHeld: false, window: unit === "users" ? window : null};
    const query = funnelCounts(publishedEvents(unit, Object.keys(filter)), definition, {filter});
    return (await rows("demo", `${query} order by position`)).map(({members}) => formats.count(members));
  });
  return (await Promise.all(counts)).flat();
}

// independent of the models: a bit per stage, counted here
async function countFiltered({dimension, value}: {dimension: string; value: string}): Promise<string[]> {
  const sessions = await rows(
    "demo",
    `select user_number, reached_stages from sessions where ${dimension} = '${value}'`
  );
  const stages = (await rows("demo", "select stage from funnel_sessions")).length;
  const users = Array.from({length: stages}, (_, i) => {
    const reached = sessions.filter((session) => Math.floor(Number(session.reached_stages) / 2 ** i) % 2 === 1);
    return {users: new Set(reached.map((session) => session.user_number)).size, sessions: reached.length};
  });
  return [...users.map((n) => formats.count(n.users)), ...users.map((n) => formats.count(n.sessions))];
}
