import {createHash} from "node:crypto";
import {appendFileSync, cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {launchBrowser} from "./browser.ts";
import {openPage} from "./watched-page.ts";
import {Workspace} from "./workspace.ts";

// as docs/pages.md tells it, with what its pages have at the top
const head = `\`\`\`js
import {reportFormats} from "./components/report-formats.js";
\`\`\`

\`\`\`sql id=[report]
select * from report
\`\`\`

\`\`\`js
const formats = reportFormats(report);
\`\`\`

# Probe

`;

const own = `
Nobody has a hostile name.

\`\`\`sql claim id=named
select min(brand) as brand, sum(revenue) as revenue, count(*) < 2 as holds from brands where brand <> 'Unknown'
\`\`\`

<p id="brand">\${named.brand}</p>

It cannot be told.

\`\`\`sql claim
select cast(null as boolean) as holds
\`\`\`
`;

const hostile = "<img src=x onerror=alert(1)> ${alert(2)} </details>";

let browser: Browser;
let workspace: Workspace;

beforeAll(async () => {
  browser = await launchBrowser();
  workspace = new Workspace({pages: ["index"]});
  const guide = readFileSync(join(workspace.folder, "docs", "pages.md"), "utf8");
  const example = /## Say what must hold[\s\S]*?````md\n([\s\S]*?)````/.exec(guide)?.[1] ?? "";
  expect(example).toContain("```sql claim id=looked");
  writeFileSync(join(workspace.folder, "src", "probe.md"), head + example + own);
  const looks = Array.from({length: 40}, (_, user) => `2020-01-01T10:00:00Z,view,${user},7,"${hostile}",5`);
  writeFileSync(
    join(workspace.folder, "events.csv"),
    `event_time,event_type,user_id,product_id,brand,price\n${looks.join("\n")}\n`
  );
});

afterAll(async () => {
  await browser.close();
  workspace.close();
});

test("a page shows how its claims stand, text from the data as text, and no engine; building again changes nothing", async () => {
  const {page, problems, requests} = await openSite("first");
  expect(await marks(page)).toEqual([
    "✓ Holds in the data up to Jan 1, 2020",
    "✓ Holds in the data up to Jan 1, 2020",
    "? Cannot be told from the data up to Jan 1, 2020"
  ]);
  expect(await page.locator("main p", {hasText: "Most people"}).innerText()).toContain("100.0% of 40.");
  await page.locator(".claim summary").nth(1).click();
  const [claim, cells] = [page.locator(".claim").nth(1), page.locator(".claim").nth(1).locator("tbody tr")];
  expect((await cells.allInnerTexts()).map((text) => text.split("\t"))).toEqual([
    ["brand", hostile],
    ["revenue", "$0"]
  ]);
  expect(await claim.locator("pre").innerText()).toContain("min(brand) as brand");
  expect(await page.locator("#brand").innerText()).toBe(hostile);
  expect([problems, requests.filter((url) => /duckdb|\.wasm/.test(url))]).toEqual([[], []]);
  await page.context().close();
  const before = history();
  expect(build().code).toBe(0);
  expect(history()).toEqual(before);
});

test("after a change of the data a claim no longer holds: the build warns, and the page compares", async () => {
  const carts = Array.from({length: 30}, (_, user) => `2020-01-03T10:00:00Z,cart,${user},7,"${hostile}",5`);
  const others = Array.from({length: 40}, (_, user) => `2020-01-03T11:00:00Z,view,${user},8,Alder,5`);
  appendFileSync(join(workspace.folder, "events.csv"), `${[...carts, ...others].join("\n")}\n`);
  const {page, problems, output} = await openSite("second");
  expect(output).toMatch(
    /src\/probe\.md:\d+: no longer holds since 2020-01-03: Most people who look .*: 25\.0% of 40\./
  );
  expect(await marks(page)).toEqual([
    "✕ No longer holds, since the data up to Jan 3, 2020",
    "✕ No longer holds, since the data up to Jan 3, 2020",
    "? Cannot be told, since the data up to Jan 1, 2020"
  ]);
  await page.locator(".claim summary").first().focus();
  await page.keyboard.press("Enter");
  const rows = await page.locator(".claim").first().locator("tr").allInnerTexts();
  expect(rows.map((text) => text.trim().replace(/\s+/g, " "))).toEqual([
    "Last held up to Jan 1, 2020 Now up to Jan 3, 2020",
    "people 40 40",
    "share 100.0% 25.0%"
  ]);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("with claims set to fail, the build stops, leaves the site as it was, and remembers", () => {
  expect(build().code).toBe(0);
  const config = join(workspace.folder, "report.config.ts");
  const site = join(workspace.folder, "dist", "probe.html");
  const text = readFileSync(config, "utf8");
  writeFileSync(config, text.replace("currency:", 'claims: "fail", currency:'));
  const before = [history(), readFileSync(site, "utf8")];
  const {code, output} = build();
  writeFileSync(config, text);
  expect(code).toBe(1);
  expect(output).toContain('the site stays as it was (claims: "fail" in report.config.ts)');
  expect(output).not.toMatch(/^ +at /m);
  expect([history(), readFileSync(site, "utf8")]).toEqual(before);
});

test("a claim whose query is edited begins anew", async () => {
  const file = join(workspace.folder, "src", "probe.md");
  writeFileSync(file, readFileSync(file, "utf8").replace("share > 0.5", "share > 0.2"));
  const {page} = await openSite("third");
  expect((await marks(page))[0]).toBe("✓ Holds in the data up to Jan 3, 2020");
  await page.context().close();
});

test("the published copy of what claims were continues the history", () => {
  cpSync(join(workspace.folder, "site-third", "claims.json"), join(workspace.folder, ".funnelbook", "claims.json"));
  const before = history();
  expect(build().code).toBe(0);
  expect(history()).toEqual(before);
});

async function openSite(name: string) {
  const {code, output} = build();
  if (code !== 0) throw new Error(output);
  const site = await workspace.site(name, {EVENTS: "events.csv"});
  return {...(await openPage(browser, `${site.address}probe`)), output};
}

function build() {
  return workspace.build({EVENTS: "events.csv"});
}

async function marks(page: Page): Promise<string[]> {
  await page.locator(".claim").first().waitFor();
  return page.locator(".claim summary").allInnerTexts();
}

function history(): string {
  const text = readFileSync(join(workspace.folder, ".funnelbook", "claims.json"));
  return createHash("sha256").update(text).digest("hex");
}
