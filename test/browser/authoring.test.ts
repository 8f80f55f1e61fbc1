import {writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {launchBrowser} from "./browser.ts";
import {openPage} from "./watched-page.ts";
import {type BuiltSite, Workspace} from "./workspace.ts";

// what an analyst may write in plain Framework markdown, without an import
const ownTables = `---
sql:
  products: ./data/snapshots/products.parquet
---

# Probe

\`\`\`sql id=[asked]
select count(*) as n from products where views >= \${least}
\`\`\`

\`\`\`js
const least = 2;
\`\`\`

\`\`\`js
const client = await DuckDBClient.of({kpis: FileAttachment("data/snapshots/kpis.parquet")});
const [{users}] = await client.query("select users from kpis");
display(html\`<p id="asked">\${asked.n}</p>\`);
display(html\`<p id="tagged">\${(await sql\`select 40 + \${least} as n\`).get(0).n}</p>\`);
display(html\`<p id="client">\${users}</p>\`);
display(html\`<p id="arquero">\${aq.table({a: [1, 2, 3]}).rollup({sum: aq.op.sum("a")}).get("sum", 0)}</p>\`);
display(html\`<p id="d3">\${d3.sum([1, 2, 4])}</p>\`);
display(Plot.plot({ariaLabel: "probe", marks: [Plot.barY([1, 2, 3])]}));
\`\`\`

\`\`\`js
const picked = view(Inputs.range([0, 10], {value: 3, step: 1, label: "Picked"}));
\`\`\`

<p id="picked">\${picked}</p>
`;

const answered = `# Answered

\`\`\`sql echo
select stage, users from funnel_users order by position
\`\`\`

\`\`\`sql id=[first]
select last_event_at from kpis
\`\`\`

<p id="year">\${first.last_event_at.getUTCFullYear()}</p>
`;

let browser: Browser;
let workspace: Workspace;
let site: BuiltSite;

beforeAll(async () => {
  browser = await launchBrowser();
  workspace = new Workspace({pages: ["index"]});
  writeFileSync(join(workspace.folder, "src", "probe.md"), ownTables);
  writeFileSync(join(workspace.folder, "src", "answered.md"), answered);
  site = await workspace.site("authoring", {BASE_PATH: "/shop/"});
});

afterAll(async () => {
  await browser.close();
  workspace.close();
});

test("a page can use sql, DuckDBClient, aq, d3, Plot, Inputs and html as Framework documents them", async () => {
  const {page, problems} = await openPage(browser, `${site.address}probe`);
  await page.locator("#client").waitFor();
  expect(Number(await page.locator("#asked").innerText())).toBeGreaterThan(0);
  expect(await page.locator("#tagged").innerText()).toBe("42");
  expect(Number(await page.locator("#client").innerText())).toBeGreaterThan(30_000);
  expect(await page.locator("#arquero").innerText()).toBe("6");
  expect(await page.locator("#d3").innerText()).toBe("7");
  expect(await page.locator("svg[aria-label=probe] rect").count()).toBe(3);
  expect(await page.locator("#picked").innerText()).toBe("3");
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a sql fence without front matter is answered at build: a table, its echo and typed values, without an engine", async () => {
  const {page, problems, requests} = await openPage(browser, `${site.address}answered`);
  expect(await page.locator("main table tbody tr").count()).toBe(5);
  expect(await page.locator("main pre").innerText()).toContain("select stage, users from funnel_users");
  expect(await page.locator("#year").innerText()).toBe("2021");
  expect(requests.filter((url) => /duckdb|\.wasm/.test(url))).toEqual([]);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("links between pages keep the base path", async () => {
  const {page} = await openPage(browser, site.address);
  await page.getByRole("link", {name: "How the funnel changes"}).click();
  await page.waitForURL((url) => url.pathname === "/shop/funnel");
  expect(await page.locator("h1").innerText()).toBe("funnel");
  await page.context().close();
});
