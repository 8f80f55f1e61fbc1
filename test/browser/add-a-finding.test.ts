import {spawnSync} from "node:child_process";
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {serveSite} from "../../scripts/serve.ts";
import {launchBrowser} from "./browser.ts";
import {openPage} from "./watched-page.ts";
import {Workspace} from "./workspace.ts";

const path = "src/findings/most-views-end-without-a-cart.md";

let browser: Browser;
let workspace: Workspace;
let guide: string;

beforeAll(async () => {
  browser = await launchBrowser();
  workspace = new Workspace({pages: ["index"]});
  guide = readFileSync(join(workspace.folder, "docs", "add-a-finding.md"), "utf8");
});

afterAll(async () => {
  await browser.close();
  workspace.close();
});

test("the guide to a finding in ten minutes leads to a page with its numbers, chart and claim", async () => {
  const commands = [...guide.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, command = ""]) => command.trim());
  const [make = "", check = "", build = ""] = commands;
  expect([make.split(" ")[2], check, build]).toEqual(["new", "npm run check", "npm run build"]);
  expect(run(make).output).toContain(`${path} is made`);
  // what it makes is complete before anything is changed
  expect(run(check).output).toContain(`${path}:`);
  const page = /^````md\n([\s\S]*?)^````/m.exec(guide)?.[1] ?? "";
  writeFileSync(join(workspace.folder, path), page);
  const checked = run(check);
  expect(checked).toMatchObject({code: 0});
  expect(checked.output).toMatch(/most-views-end-without-a-cart\.md:\d+.*holds/i);
  expect(run(build)).toMatchObject({code: 0});
  await looksFinished("findings/most-views-end-without-a-cart");
});

test("npm run new says what is wrong with a title, a kind, or a page that is there", () => {
  expect(run('npm run -s new -- finding "Most views end without a cart"').output).toContain(
    `${path} is there already; give the page another title, or edit that one`
  );
  expect(run('npm run -s new -- finding "?!"').output).toContain("the page needs a title with letters");
  expect(run("npm run -s new -- finding Two words").output).toContain('put it in quotes: "Two words"');
  expect(run("npm run -s new -- chart x")).toMatchObject({code: 1});
  expect(run("npm run -s new -- --help").output).toContain("Makes a page to begin with.");
  expect(existsSync(join(workspace.folder, "src", "findings", "x.md"))).toBe(false);
});

async function looksFinished(address: string): Promise<void> {
  const site = await serveSite(join(workspace.folder, "dist"), {port: 0});
  try {
    const {page, problems} = await openPage(browser, site.address + address);
    expect(await page.locator("h1").innerText()).toMatch(/^\d+\.\d% of views lead to a cart\.$/);
    expect(await page.locator("#carts-per-view svg rect").count()).toBeGreaterThan(2);
    expect(await page.locator(".claim summary").innerText()).toContain("Holds");
    expect(await page.locator("#observablehq-sidebar").innerText()).toContain("Most views end without a cart");
    expect(problems).toEqual([]);
    await page.context().close();
  } finally {
    site.server.close().closeAllConnections();
  }
}

function run(command: string): {code: number | null; output: string} {
  const {status, stdout, stderr} = spawnSync(command, {
    cwd: workspace.folder,
    shell: true,
    encoding: "utf8",
    env: {...process.env, EVENTS: ""}
  });
  return {code: status, output: `${stdout}${stderr}`};
}
