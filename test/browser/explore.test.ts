import {readFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {csvParseRows} from "d3-dsv";
import type {Download, Locator, Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {projectFolder} from "../../data-loaders/fingerprint.ts";
import {requireManifest} from "../../data-loaders/snapshots.ts";
import type {Row} from "../../data-loaders/warehouse.ts";
import {parseExamples} from "../../src/shared/notebook/parse-examples.ts";
import {numbers} from "./shown-numbers.ts";
import {openSitePage} from "./site-page.ts";
import {siteRow, siteRows} from "./site-rows.ts";
import {openSite, siteNames} from "./sites.ts";
import {isForEngine} from "./watched-page.ts";

const exampleFile = join(projectFolder, "src", "components", "explore", "example-queries.sql");
const examples = parseExamples(readFileSync(exampleFile, "utf8"));
const brandsQuery = "select brand, views, revenue, purchase_rate from brands order by revenue desc, brand";
const endless = "select count(*) from range(100000) a, range(100000) b where a.range + b.range = 7";

describe.each(siteNames)("the notebook of %s", (name) => {
  test("opens with a question that the build has answered, and starts no engine", async () => {
    const {page, problems, requests} = await openSitePage(name, "explore");
    const {tables} = requireManifest((await openSite(name)).snapshots);
    expect(await page.locator("h1").innerText()).toBe(`Ask your own question of ${tables.length} tables.`);
    const stages = await siteRows(
      name,
      "select stage, f.sessions, f.sessions / kpis.sessions from funnel_sessions as f, kpis order by position"
    );
    expect(await cellsOf(cell(page))).toEqual(textOf(stages));
    await page.locator(".editor").hover();
    await page.locator(".cm-content").waitFor();
    expect([problems, requests.filter(isForEngine)]).toEqual([[], []]);
  });

  test("answers the example of every table in the reader’s browser as Node does", async () => {
    for (const some of [examples.slice(0, 40), examples.slice(40)]) {
      const {page, problems} = await openSitePage(name, linkTo(some.map(({sql}) => sql)));
      await page.getByRole("button", {name: "Run all"}).click();
      const statuses = page.locator(".cell .run-bar .status");
      await expect.poll(async () => (await statuses.allInnerTexts()).every(isSettled), {timeout: 90_000}).toBe(true);
      const shown = await statuses.allInnerTexts();
      const counts = await Promise.all(some.map(async ({sql}) => (await siteRows(name, sql)).length));
      const expected = counts.map((count) => `${numbers.count(count)} ${count === 1 ? "row" : "rows"}`);
      expect(shown.map((text, i) => `${some[i]?.table}: ${text.split(" · ")[0]}`)).toEqual(
        expected.map((text, i) => `${some[i]?.table}: ${text}`)
      );
      expect(await page.locator("main img, main script").count()).toBe(0);
      expect(problems).toEqual([]);
    }
  });

  test("shows what Node finds, and its CSV holds it", async () => {
    const {page} = await openSitePage(name, linkTo([brandsQuery]));
    await runCell(page);
    const rows = textOf(await siteRows(name, brandsQuery));
    expect(await cellsOf(cell(page))).toEqual(rows);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      cell(page).getByRole("button", {name: "CSV"}).click()
    ]);
    const [header, ...lines] = csvParseRows(await textOfFile(download));
    expect(header).toEqual(["brand", "views", "revenue", "purchase_rate"]);
    // what a spreadsheet would run has an apostrophe before it
    const plain = lines.map(([brand = "", ...others]) => [brand.replace(/^'(?=[=+\-@])/, ""), ...others]);
    expect(plain).toEqual(rows.map((row) => row.map((value) => (value === "null" ? "" : value))));
  });

  test("lists all tables, finds them by their columns, and puts names into the query", async () => {
    const {page} = await openSitePage(name, linkTo([""]));
    const {tables} = requireManifest((await openSite(name)).snapshots);
    const listed = page.locator(".table-browser > ul > li > details > summary");
    expect((await listed.allInnerTexts()).map((text) => text.split(/\s/)[0])).toEqual(
      tables.map((table) => table.name)
    );
    await page.getByLabel("Find a table or a column").fill("rfm champions");
    await page.getByLabel("Find a table or a column").fill("abandon");
    await page.locator(".table-browser li:visible summary").first().click();
    await page.getByRole("button", {name: "Insert name abandoned_brands"}).click();
    await page.keyboard.type(" limit ");
    await page.getByRole("button", {name: "Insert value"}).click();
    expect(await editorText(page)).toBe("abandoned_brands limit value");
  });
});

describe("a cell of the notebook", () => {
  test("shows every kind of value exactly", async () => {
    const values: [string, string][] = [
      ["1234567890123456789::bigint", "1234567890123456789"],
      ["170141183460469231731687303715884105727::hugeint", "170141183460469231731687303715884105727"],
      ["sum(2::bigint)", "2"],
      ["12345678901234.5678::decimal(30, 4)", "12345678901234.5678"],
      ["-0.05::decimal(4, 2)", "-0.05"],
      ["0.1::double + 0.2::double", "0.30000000000000004"],
      ["date '2021-01-02'", "2021-01-02"],
      ["timestamp '2021-01-02 03:04:05.123456'", "2021-01-02 03:04:05.123456"],
      ["timestamp '2021-01-02'", "2021-01-02 00:00:00"],
      ["time '01:02:03'", "01:02:03"],
      ["interval '1 month 2 days 3 hours'", "1 month 2 days 03:00:00"],
      ["null", "null"],
      ["true", "true"],
      ["[1, null]", "[1, null]"],
      ["{'a': 9007199254740993, 'b': ['x\"']}", '{"a": 9007199254740993, "b": ["x\\""]}'],
      ["map(['k'], [date '2021-01-02'])", '{"k": "2021-01-02"}'],
      ["'<img src=x onerror=alert(1)>'", "<img src=x onerror=alert(1)>"],
      ["'a\u202eb'", "a\u202eb"]
    ];
    const {page} = await openSitePage("demo", linkTo([`select ${values.map(([sql]) => sql).join(", ")}`]));
    await runCell(page);
    expect((await cellsOf(cell(page)))[0]).toEqual(values.map(([, text]) => text));
    expect(await page.locator("main img").count()).toBe(0);
    expect(await page.locator(".result-grid td.null").count()).toBe(1);
  });

  test("tells how many rows there are beyond those that it shows", async () => {
    const {page} = await openSitePage("demo", linkTo(["select range as n from range(12345)"]));
    await runCell(page);
    expect(await page.locator(".result-grid tbody tr").count()).toBe(1000);
    expect(await cell(page).innerText()).toContain("The first 1,000 of 12,345 rows.");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      cell(page).getByRole("button", {name: "JSON"}).click()
    ]);
    const rows = JSON.parse(await textOfFile(download)) as {n: number}[];
    expect([rows.length, rows.at(-1)]).toEqual([12345, {n: 12344}]);
  });

  test("shows what DuckDB says of an error, marks the place, and goes there", async () => {
    const {page, problems} = await openSitePage(
      "demo",
      linkTo(["select 1;\nselect brand,\n    sum(revnue)\nfrom brands group by 1"])
    );
    await runCell(page);
    const error = await page.locator(".query-error").innerText();
    expect(error).toContain('Referenced column "revnue" not found in FROM clause!');
    expect(error).toContain('Candidate bindings: "brands.revenue"');
    expect(await cell(page).getByRole("status").innerText()).toBe("Not answered: line 3, column 9.");
    await page.locator(".cm-content .wrong").waitFor();
    expect(await page.locator(".cm-content .wrong").innerText()).toBe("revnue");
    await page.getByRole("button", {name: "Go to line 3"}).click();
    await page.keyboard.press("Shift+End");
    await page.keyboard.type("revenue)");
    await page.keyboard.press("Control+Enter");
    await page.locator(".result-grid").waitFor();
    expect(problems).toEqual([]);
  });

  test("offers DuckDB’s guess at the name of a table that is not read yet", async () => {
    const {page} = await openSitePage("demo", linkTo(["select * from session"]));
    await runCell(page);
    expect(await page.locator(".query-error").innerText()).toContain('Did you mean "sessions"?');
  });

  test("can be stopped, and asked again", async () => {
    const {page} = await openSitePage("demo", linkTo([endless, "select count(*) as n from brands"]));
    await cell(page).getByRole("button", {name: "Run", exact: true}).click();
    await cell(page).getByText("Running …").waitFor();
    await cell(page, 1).getByRole("button", {name: "Run", exact: true}).click();
    await cell(page).getByRole("button", {name: "Cancel"}).click();
    await cell(page)
      .getByText(/Stopped after/)
      .waitFor();
    await cell(page, 1).locator(".result-grid").waitFor();
    const {n} = await siteRow("demo", "select count(*) as n from brands");
    expect(await cellsOf(cell(page, 1))).toEqual([[String(n)]]);
  });

  test("asks another cell’s query as a table, as it is now, and says when it asks for itself", async () => {
    const {page} = await openSitePage(
      "demo",
      linkTo(["select 20 as n", "select n + 1 as n from cell_1", "from cell_3"])
    );
    await runCell(page, 1);
    expect(await cellsOf(cell(page, 1))).toEqual([["21"]]);
    await rewrite(page, "select 41 as n");
    await runCell(page, 1);
    await expect.poll(() => cellsOf(cell(page, 1))).toEqual([["42"]]);
    await runCell(page, 2);
    expect(await page.locator(".query-error").innerText()).toContain("cell_3 asks for itself");
  });

  test("can ask of the report and its events, as the pages do", async () => {
    const {page} = await openSitePage(
      "demo",
      linkTo([
        "select title, last_event_at, minimum_trials, column_name from report, event_columns order by column_name"
      ])
    );
    await runCell(page);
    const {tables: _, report, lastEventAt, eventColumns} = requireManifest((await openSite("demo")).snapshots);
    const moment = lastEventAt.replace("T", " ").replace(/\.?0*Z$/, "");
    expect(await cellsOf(cell(page))).toEqual(
      [...eventColumns].sort().map((name) => [report.title, moment, String(report.minimumTrials), name])
    );
  });

  test("reaches no other host", async () => {
    const reached: string[] = [];
    const other = createServer((request, response) => {
      reached.push(request.url ?? "");
      response.setHeader("Access-Control-Allow-Origin", "*").end("a\n1\n");
    });
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const {port} = other.address() as AddressInfo;
    const {page} = await openSitePage("demo", linkTo([`from read_csv_auto('http://localhost:${port}/x.csv')`]));
    await runCell(page);
    expect(await cell(page).getByRole("status").innerText()).toBe("Not answered.");
    expect(reached).toEqual([]);
    other.close();
  });

  test("draws a chart of the kinds of its columns, and as the reader chooses", async () => {
    const {page, problems} = await openSitePage(
      "demo",
      linkTo(["from weekly", brandsQuery, "select views, revenue from brands"])
    );
    await page.getByRole("button", {name: "Run all"}).click();
    for (const [i, name] of [
      "Lines of events over event_week",
      "Bars of views by brand",
      "Dots of revenue over views"
    ].entries()) {
      await cell(page, i).getByLabel("Chart", {exact: true}).check();
      await cell(page, i).locator(`svg[aria-label="${name}"]`).waitFor();
    }
    const brands = await siteRows("demo", brandsQuery);
    expect(await cell(page, 1).locator("g[aria-label=bar] rect").count()).toBe(brands.length);
    await cell(page, 1).getByLabel("Value").selectOption("revenue");
    await cell(page, 1).locator('svg[aria-label="Bars of revenue by brand"]').waitFor();
    await cell(page).getByLabel("Drawn as").selectOption("bar");
    await cell(page).locator('svg[aria-label="Bars of events by event_week"]').waitFor();
    await page.goBack();
    await cell(page).locator('svg[aria-label="Lines of events over event_week"]').waitFor();
    expect(problems).toEqual([]);
  });

  test("says when there is nothing to draw", async () => {
    const {page} = await openSitePage(
      "demo",
      linkTo(["select brand from brands", "select stage, null::double as n from funnel_users"])
    );
    await page.getByRole("button", {name: "Run all"}).click();
    await cell(page).getByLabel("Chart", {exact: true}).check();
    expect(await cell(page).innerText()).toContain("A chart needs a column of numbers");
    await cell(page, 1).getByLabel("Chart", {exact: true}).check();
    await cell(page, 1).getByText("None of the rows has both values").waitFor();
  });
});

describe("a link to the notebook", () => {
  test("opens the same cells and charts without running them, and hostile text in it is text", async () => {
    const {page} = await openSitePage("demo", linkTo(["select device, count(*) as n from sessions group by device"]), {
      permissions: ["clipboard-read", "clipboard-write"]
    });
    await runCell(page);
    await cell(page).getByLabel("Chart", {exact: true}).check();
    await page.getByRole("button", {name: "Add a cell"}).click();
    const hostile = "select '<img src=x onerror=alert(1)>' as \"</section><script>alert(2)</script>\"";
    await page.keyboard.insertText(hostile);
    await page.getByRole("button", {name: "Copy link"}).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const {page: other, requests, problems} = await openSitePage("demo", link.replace(/^.*\/explore/, "explore"));
    expect(await other.locator(".cell").count()).toBe(2);
    expect(await editorText(other, 1)).toBe(hostile);
    expect(requests.filter(isForEngine)).toEqual([]);
    await runCell(other);
    await other.locator('svg[aria-label="Bars of n by device"]').waitFor();
    await runCell(other, 1);
    expect(await cellsOf(cell(other, 1))).toEqual([["<img src=x onerror=alert(1)>"]]);
    expect(await other.locator("main img, main script").count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test("can name a table or a query", async () => {
    const {page} = await openSitePage("demo", "explore?table=brands");
    expect(await editorText(page)).toBe(examples.find(({table}) => table === "brands")?.sql);
    const {page: other} = await openSitePage("demo", `explore?sql=${encodeURIComponent("select '&' as a")}`);
    expect(await editorText(other)).toBe("select '&' as a");
    await other.getByRole("button", {name: "Add a cell"}).click();
    expect(new URL(other.url()).search).toBe("");
    const {page: unknown, problems} = await openSitePage("demo", "explore?table=constructor#mark=bar");
    expect(await editorText(unknown)).toContain("from funnel_sessions");
    expect(problems).toEqual([]);
  });
});

describe("the notebook's cells", () => {
  test("are added, moved, deleted and brought back, and Back undoes each", async () => {
    const {page} = await openSitePage("demo", linkTo(["select 1 as a", "select 2 as b"]));
    const texts = async () =>
      Promise.all([...Array(await page.locator(".cell").count()).keys()].map((i) => editorText(page, i)));
    await runCell(page, 1);
    await page.getByRole("button", {name: "Move cell 2 up"}).click();
    expect(await texts()).toEqual(["select 2 as b", "select 1 as a"]);
    expect(await cellsOf(cell(page))).toEqual([["2"]]);
    await page.getByRole("button", {name: "Delete cell 2"}).click();
    expect(await texts()).toEqual(["select 2 as b"]);
    await page.getByRole("button", {name: "Undo"}).click();
    expect(await texts()).toEqual(["select 2 as b", "select 1 as a"]);
    await page.goBack();
    await expect.poll(texts).toEqual(["select 2 as b"]);
    await page.goBack();
    await page.goBack();
    await expect.poll(texts).toEqual(["select 1 as a", "select 2 as b"]);
    // a cell that stays keeps its result
    expect(await cellsOf(cell(page, 1))).toEqual([["2"]]);
    await page.goForward();
    await expect.poll(texts).toEqual(["select 2 as b", "select 1 as a"]);
    await page.reload();
    // what the build has drawn gives way to cells that can be edited
    await expect.poll(() => page.locator(".prerendered").count()).toBe(0);
    await expect.poll(texts).toEqual(["select 2 as b", "select 1 as a"]);
  });

  test("are saved by name in the browser, survive a reload, and can be opened, deleted and brought back", async () => {
    const {page} = await openSitePage("demo", linkTo(["select 1 as a", "select 2 as b"]));
    await page.getByLabel("Name of this notebook").fill("<b>Mine</b>");
    await page.getByRole("button", {name: "Save"}).click();
    await page.goto(new URL("explore", page.url()).href);
    await page.getByText("Saved notebooks (1)").click();
    await page.getByRole("link", {name: "<b>Mine</b>"}).click();
    expect(await page.locator(".cell").count()).toBe(2);
    expect(await page.getByLabel("Name of this notebook").inputValue()).toBe("<b>Mine</b>");
    await page.getByRole("button", {name: "Delete <b>Mine</b>"}).click();
    await page.getByText("Saved notebooks (0)").waitFor();
    await page.getByRole("button", {name: "Undo"}).click();
    await page.getByText("Saved notebooks (1)").waitFor();
    await page.goBack();
    await expect.poll(() => page.locator(".cell").count()).toBe(1);
  });
});

test("the notebook can be used by keyboard alone", async () => {
  const {page, problems} = await openSitePage("demo", linkTo(["select 1 as a"]));
  const focused = () => page.evaluate(() => document.activeElement?.closest(".editor") !== null);
  for (let presses = 0; presses < 60 && !(await focused()); ++presses) await page.keyboard.press("Tab");
  await page.locator(".cm-editor.cm-focused").waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("select brand fr");
  await page.locator(".cm-tooltip-autocomplete", {hasText: "from"}).waitFor();
  // completion does not take what is chosen before it has been there for a moment
  await page.waitForTimeout(100);
  await page.keyboard.press("Enter");
  await page.keyboard.type(" brands order by purchase_r");
  await page.locator(".cm-tooltip-autocomplete", {hasText: "purchase_rate"}).waitFor();
  await page.waitForTimeout(100);
  await page.keyboard.press("Enter");
  await page.keyboard.type(" desc limit 3");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Enter");
  await cell(page).locator(".result-grid").waitFor();
  const best = await siteRows("demo", "select brand from brands order by purchase_rate desc limit 3");
  expect(await cellsOf(cell(page))).toEqual(textOf(best));
  expect(await editorText(page, 1)).toBe("");
  // Tab indents, and leaves after Escape
  await page.keyboard.press("Tab");
  expect(await editorText(page, 1)).toBe("    ");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe("Run");
  expect(problems).toEqual([]);
});

test("everything on the page that takes input has a name", async () => {
  const {page} = await openSitePage("demo", linkTo(["from weekly"]));
  await runCell(page);
  await cell(page).getByLabel("Chart", {exact: true}).check();
  await page.locator(".result-chart").waitFor();
  const snapshot = await page.locator("main").ariaSnapshot();
  expect(snapshot).toContain('textbox "Query of Cell 1"');
  expect(snapshot.match(/- (?:button|textbox|combobox|radio|searchbox|link)(?:: .*)?$/gm) ?? []).toEqual([]);
});

test("on a phone the tables fold under the cells, and a wide result scrolls in its place", async () => {
  const {page} = await openSitePage("demo", linkTo(["from kpis"]), {viewport: {width: 390, height: 844}});
  expect(await page.locator(".table-browser").getAttribute("open")).toBeNull();
  await runCell(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const grid = page.locator(".result-grid");
  expect(await grid.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
});

test("the page weighs less than 250 kB before the first query, with the editor 320 kB", async () => {
  const {page, requests} = await openSitePage("demo", "explore");
  const {address, folder} = await openSite("demo");
  const weigh = () =>
    requests.reduce((sum, url) => {
      const path = url === `${address}explore` ? "explore.html" : url.slice(address.length);
      const file = readFileSync(join(folder, path));
      return sum + (path.endsWith(".woff2") ? file.length : gzipSync(file).length);
    }, 0);
  expect(weigh()).toBeGreaterThan(50_000);
  expect(weigh()).toBeLessThan(250_000);
  expect(await editorText(page)).toContain("select");
  expect(weigh()).toBeLessThan(320_000);
});

function linkTo(queries: string[]): string {
  return `explore#${queries.map((sql) => `sql=${encodeURIComponent(sql)}`).join("&")}`;
}

function cell(page: Page, place = 0): Locator {
  return page.locator(".cell").nth(place);
}

async function runCell(page: Page, place = 0): Promise<void> {
  const status = cell(page, place).locator(".run-bar .status");
  await cell(page, place).getByRole("button", {name: "Run", exact: true}).click();
  await expect.poll(async () => isSettled(await status.innerText()), {timeout: 60_000}).toBe(true);
}

function isSettled(status: string): boolean {
  return / · |Not answered|Stopped/.test(status);
}

async function editorText(page: Page, place = 0): Promise<string> {
  await cell(page, place).locator(".editor").hover();
  const lines = cell(page, place).locator(".cm-content .cm-line");
  await lines.first().waitFor();
  return (
    await lines.evaluateAll((all) => all.map((line) => (line.querySelector(".cm-placeholder") ? "" : line.textContent)))
  ).join("\n");
}

async function rewrite(page: Page, query: string, place = 0): Promise<void> {
  await cell(page, place).locator(".editor").hover();
  await cell(page, place).locator(".cm-content").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(query);
}

// with all digits, which are in the title where fewer are shown
function cellsOf(within: Locator): Promise<string[][]> {
  return within
    .locator(".result-grid tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("td")].map((value) => value.title || (value.textContent ?? "")))
    );
}

function textOf(rows: Row[]): string[][] {
  return rows.map((row) =>
    Object.values(row).map((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)))
  );
}

async function textOfFile(download: Download): Promise<string> {
  const chunks = (await (await download.createReadStream()).toArray()) as Buffer[];
  return Buffer.concat(chunks).toString();
}
