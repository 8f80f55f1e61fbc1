import {cpSync, mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {projectFolder} from "../data-loaders/fingerprint.ts";
import {serveSite} from "../scripts/serve.ts";
import {launchBrowser} from "../test/browser/browser.ts";
import {sitePages} from "../test/browser/site-pages.ts";
import {Workspace} from "../test/browser/workspace.ts";
import {conclude} from "./conclude.ts";
import {measureCommand, median} from "./measure-command.ts";
import {measureFilters} from "./site/measure-filters.ts";
import {measureOpening, type Opening} from "./site/measure-opening.ts";

const help = `Measures the site in a browser: how soon a page is there and what it weighs, how soon the first choice of sessions is answered, and
how soon later ones are, on the made-up shop of 407,000 people (490,000 sessions) and on one with ten times as many.

  npm run bench:site -- [--runs <n>] [--small]

  --runs   how often each page is opened, of which the medians count (default: 5)
  --small  the made-up shop of 40,000 people alone, to try it out
`;

const limits = {firstChart: 1000, kilobytes: 250, shift: 0.05, cold: 2500, median: 60, slowest: 150};
const folder = join(projectFolder, ".funnelbook", "bench");

const {values} = parseArgs({
  options: {
    runs: {type: "string", default: "5"},
    small: {type: "boolean", default: false},
    help: {type: "boolean", short: "h", default: false}
  }
});

if (values.help) console.log(help);
else await runBench(Number(values.runs));

async function runBench(runs: number): Promise<void> {
  const shop = values.small ? 40_000 : 407_000;
  await withSite(shop, async (address) => {
    const browser = await launchBrowser();
    for (const page of sitePages) {
      const opened: Opening[] = [];
      for (let i = 0; i < runs; ++i) opened.push(await measureOpening(browser, address + page));
      const middle = (key: keyof Opening) => median(opened.map((run) => run[key]));
      conclude(
        `/${page}: first chart after ${middle("firstChart").toFixed(0)} ms (limit ${limits.firstChart}), ` +
          `${middle("kilobytes").toFixed(0)} kB compressed (limit ${limits.kilobytes}), ` +
          `layout shift ${middle("shift").toFixed(3)} (limit ${limits.shift})`,
        middle("firstChart") <= limits.firstChart &&
          middle("kilobytes") <= limits.kilobytes &&
          middle("shift") <= limits.shift
      );
    }
    await browser.close();
  });
  const full = await filtersOf(shop, {runs, factor: 1});
  if (!values.small) await filtersOf(10 * shop, {runs, factor: 2});
  console.log(`${full.sessions.toLocaleString("en")} sessions were counted in the first.`);
}

async function filtersOf(users: number, {runs, factor}: {runs: number; factor: number}) {
  return withSite(users, async (address) => {
    const browser = await launchBrowser();
    const measured = await measureFilters(browser, address, {runs});
    await browser.close();
    conclude(
      `${users.toLocaleString("en")} people, ${measured.sessions.toLocaleString("en")} published sessions: first answer after ` +
        `${measured.cold.toFixed(0)} ms (limit ${limits.cold}), later ones ${measured.median.toFixed(0)} ms in the median ` +
        `(limit ${limits.median * factor}) and ${measured.slowest.toFixed(0)} ms at the 95th percentile (limit ${limits.slowest * factor})`,
      (factor > 1 || measured.cold <= limits.cold) &&
        measured.median <= limits.median * factor &&
        measured.slowest <= limits.slowest * factor
    );
    return measured;
  });
}

// built in a copy, so that the project's own site stays as it is
async function withSite<T>(users: number, measure: (address: string) => Promise<T>): Promise<T> {
  const copy = join(folder, `site-${users}`);
  mkdirSync(folder, {recursive: true});
  rmSync(copy, {recursive: true, force: true});
  const workspace = new Workspace();
  try {
    workspace.configure(`events: {source: "demo-store", users: ${users}, seed: 1}`);
    measureCommand("npm", ["run", "-s", "build"], workspace.folder);
    cpSync(join(workspace.folder, "dist"), copy, {recursive: true});
  } finally {
    workspace.close();
  }
  const {address, server} = await serveSite(copy, {port: 0});
  try {
    return await measure(address);
  } finally {
    server.close().closeAllConnections();
  }
}
