import {createHash} from "node:crypto";
import {mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import type {Server} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {projectFolder} from "../../data-loaders/fingerprint.ts";
import {sqlLiteral} from "../../data-loaders/warehouse.ts";
import {serveSite} from "../../scripts/serve.ts";
import {funnelCounts} from "../../src/shared/funnel/funnel-counts.ts";
import type {FunnelDefinition, FunnelSelection} from "../../src/shared/funnel/funnel-definition.ts";
import {definitions, expectedCounts, logColumns, logRows, randomLogs, selections} from "../fixtures/funnel-logs.ts";
import {launchBrowser} from "./browser.ts";
import {openPage} from "./watched-page.ts";

interface Connection {
  query: (sql: string) => Promise<{toArray: () => {digest?: unknown}[]}>;
}

const packages = join(projectFolder, "src", ".observablehq", "cache", "_npm");
const logs = randomLogs();

// starts the browser's DuckDB as the site does
const blankPage = (base: string): string => `<!doctype html>
<link rel="icon" href="data:,">
<script type="module">
  import * as duckdb from "${base}/_esm.js";
  const files = (kind) => ({
    mainModule: new URL("${base}/dist/duckdb-" + kind + ".wasm", location.href).href,
    mainWorker: "${base}/dist/duckdb-browser-" + kind + ".worker.js"
  });
  const bundle = await duckdb.selectBundle({mvp: files("mvp"), eh: files("eh")});
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(bundle.mainWorker));
  await database.instantiate(bundle.mainModule);
  globalThis.connection = await database.connect();
</script>`;

let browser: Browser;
let folder: string;
let server: Server;
let page: Page;
let problems: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "funnelbook-duckdb-"));
  symlinkSync(packages, join(folder, "_npm"));
  const [duckdb = ""] = readdirSync(join(packages, "@duckdb"));
  writeFileSync(join(folder, "index.html"), blankPage(`/_npm/@duckdb/${duckdb}`));
  const site = await serveSite(folder, {port: 0});
  server = site.server;
  browser = await launchBrowser();
  ({page, problems} = await openPage(browser, site.address));
  await page.waitForFunction(() => "connection" in globalThis);
  const rows = logRows(logs).map((row) => `(${row.map(sqlLiteral).join(", ")})`);
  await run([`create table logs${logColumns}`]);
  // more literal rows in a statement than this make the browser's DuckDB fail
  await run(
    Array.from(
      {length: Math.ceil(rows.length / 100)},
      (_, i) => `insert into logs values ${rows.slice(i * 100, i * 100 + 100).join()}`
    )
  );
});

afterAll(async () => {
  await browser.close();
  server.close().closeAllConnections();
  rmSync(folder, {recursive: true, force: true});
});

test("the DuckDB that the site ships is the one that is asked", async () => {
  expect(await run(["select version() as digest"])).toEqual(["v0.9.1"]);
  expect(problems).toEqual([]);
});

test.each(definitions)(
  "funnelCounts(events, $order, window $window, $unit, open $isOpen, products held $isProductHeld) agrees with a state machine in the reader's browser",
  async (definition) => {
    // split by the log, and as a whole
    const chosen = [...selections, ...filters().map((filter) => ({filter}))];
    const counted = await run(chosen.map((selection) => digestQuery(definition, selection)));
    expect(counted).toEqual(chosen.map((selection) => digestRows(expectedCounts(logs, definition, selection))));
  }
);

function filters(): Record<string, string>[] {
  const texts = new Set(selections.map(({filter = {}}) => JSON.stringify(filter)));
  return [...texts].map((text) => JSON.parse(text) as Record<string, string>);
}

// millions of rows stay in the browser
function digestQuery(definition: FunnelDefinition, selection: FunnelSelection): string {
  const value = selection.breakdown ? "coalesce(value, '–')" : "'–'";
  const line = `concat_ws(' ', ${value}, position, members, also_previous)`;
  return `select md5(string_agg(line, '\n' order by line)) as digest
    from (select ${line} as line from (${funnelCounts("logs", definition, selection)}))`;
}

function digestRows(rows: ReturnType<typeof expectedCounts>): string {
  const lines = rows.map(
    ({value, position, members, also_previous}) => `${value ?? "–"} ${position} ${members} ${also_previous}`
  );
  // by code points, as DuckDB sorts
  const sorted = lines.map((line) => Buffer.from(line)).sort((a, b) => Buffer.compare(a, b));
  return createHash("md5").update(sorted.join("\n")).digest("hex");
}

function run(queries: string[]): Promise<string[]> {
  return page.evaluate(async (queries) => {
    const {connection} = globalThis as unknown as {connection: Connection};
    const digests: string[] = [];
    for (const query of queries) digests.push(String((await connection.query(query)).toArray()[0]?.digest));
    return digests;
  }, queries);
}
