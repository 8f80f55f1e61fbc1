import {type ChildProcess, spawn} from "node:child_process";
import {appendFileSync, existsSync, readFileSync, writeFileSync} from "node:fs";
import {createServer} from "node:net";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import type {Browser, Locator, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {launchBrowser} from "./browser.ts";
import {Workspace} from "./workspace.ts";

let browser: Browser;
let workspace: Workspace;
let dev: ChildProcess;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  workspace = new Workspace({pages: ["index"]});
  const events = join(workspace.folder, "events.csv");
  writeFileSync(events, "event_time,event_type,user_id\n2020-01-01T10:00:00Z,view,1\n2020-01-02T10:00:00Z,cart,1\n");
  const port = await freePort();
  dev = spawn(process.execPath, ["--import", "tsx", "scripts/dev.ts", "--port", String(port)], {
    cwd: workspace.folder,
    env: {...process.env, EVENTS: join(workspace.folder, "events*.csv")},
    stdio: "ignore",
    detached: true
  });
  page = await browser.newPage();
  await open(`http://127.0.0.1:${port}/`);
});

afterAll(async () => {
  // the preview and what it has started
  if (dev.pid) process.kill(-dev.pid);
  await browser.close();
  workspace.close();
});

test("npm run dev follows edits of the input, new files, and edits of a model and of a page", async () => {
  await showsUsers(1);
  appendFileSync(join(workspace.folder, "events.csv"), "2020-01-03T10:00:00Z,view,2\n");
  await showsUsers(2);
  writeFileSync(join(workspace.folder, "events-2.csv"), "event_time,event_type,user_id\n2020-01-04T10:00:00Z,view,3\n");
  await showsUsers(3);
  edit("data-loaders/models/marts/kpis.sql", "    users,\n", "    users + 500 as users,\n");
  await showsUsers(503);
  edit("src/index.md", "select * from kpis", "select * replace (users + 1000 as users) from kpis");
  await showsUsers(1503);
});

test("npm run dev shows how a claim stands, at every edit of its query and of the data, and remembers nothing", async () => {
  const claim = "Few came.\n\n```sql claim\nselect users, users < 504 as holds from kpis\n```\n\n";
  edit("src/index.md", "## Where shoppers drop off", `${claim}## Where shoppers drop off`);
  await showsClaim("✓ Holds in the data up to Jan 4, 2020");
  writeFileSync(join(workspace.folder, "events-3.csv"), "event_time,event_type,user_id\n2020-01-05T10:00:00Z,view,4\n");
  await showsClaim("✕ Does not hold in the data up to Jan 5, 2020");
  edit("src/index.md", "users < 504 as holds", "users < 505 as holds");
  await showsClaim("✓ Holds in the data up to Jan 5, 2020");
  edit("src/index.md", "users < 505 as holds", "users < 505 as held");
  await follows(page.locator("main", {hasText: /src\/index\.md:\d+: claim: the query has no column holds/}));
  edit("src/index.md", "users < 505 as held", "users < 505 as holds");
  await showsClaim("✓ Holds in the data up to Jan 5, 2020");
  expect(existsSync(join(workspace.folder, ".funnelbook", "claims.json"))).toBe(false);
});

test("npm run dev shows a query that fails on its page, with its line", async () => {
  edit("src/index.md", "select * replace (users + 1000 as users) from kpis", "select nonsense from kpis");
  await follows(page.locator("main", {hasText: /src\/index\.md:\d+: sql: .*nonsense/}));
});

// Framework begins to watch a page some time after it has been shown, longer on a busy machine; what is saved before then is seen when it is saved again
async function follows(shown: Locator): Promise<void> {
  const file = join(workspace.folder, "src", "index.md");
  for (let tries = 1; ; ++tries) {
    try {
      return await shown.waitFor({timeout: 30_000});
    } catch (error) {
      if (tries === 6) throw error;
      writeFileSync(file, readFileSync(file));
    }
  }
}

async function showsUsers(count: number): Promise<void> {
  const expected = count.toLocaleString("en-US");
  await follows(page.locator(".key-figures .value", {hasText: new RegExp(`^${expected}$`)}).first());
  // the preview watches a page's files from a moment after it has been shown
  await setTimeout(2000);
}

async function showsClaim(line: string): Promise<void> {
  await follows(page.locator(".claim summary", {hasText: line}));
  // a claim is there before the page's scripts, which ask the preview to watch
  await page.locator(".key-figures").first().waitFor();
  await setTimeout(3000);
}

async function open(address: string): Promise<void> {
  for (let tries = 0; ; ++tries) {
    try {
      await page.goto(address);
      return;
    } catch (error) {
      if (tries > 80) throw error;
      await setTimeout(500);
    }
  }
}

function edit(path: string, from: string, to: string): void {
  const file = join(workspace.folder, path);
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}
