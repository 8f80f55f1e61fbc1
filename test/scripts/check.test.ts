import {spawnSync} from "node:child_process";
import {existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {Workspace} from "../browser/workspace.ts";

let workspace: Workspace;
let page: string;

beforeAll(() => {
  workspace = new Workspace({isBare: true});
  page = join(workspace.folder, "src", "probe.md");
  writeFileSync(
    join(workspace.folder, "events.csv"),
    "event_time,event_type,user_id\n2020-01-01T10:00:00Z,view,1\n2020-01-02T10:00:00Z,cart,1\n"
  );
});

afterAll(() => workspace.close());

test("npm run check -- --help names every option", () => {
  const {status, stdout} = check("--help");
  expect(status).toBe(0);
  for (const text of ["--warn", "--fail", "exit code 1", "report.config.ts"]) expect(stdout).toContain(text);
});

test.each<[string[], string]>([
  [["--strict"], "Unknown option '--strict'"],
  [["--warn", "--fail"], "--warn and --fail exclude each other; give one of them"]
])("npm run check -- %j fails with what to do", (values, message) => {
  const {status, stdout, stderr} = check(...values);
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^ +at /m);
});

test("npm run check of claims that cannot be told exits with 0, and remembers nothing", () => {
  const {status, stdout, stderr} = check("--fail");
  expect(status).toBe(0);
  expect(stdout.split("\n")).toEqual([
    "Claims on the data up to 2020-01-02: 4 cannot be told",
    "",
    expect.stringMatching(
      /^ {2}src\/data-quality\.md:\d+ {2}cannot be told {4}Fewer than one row in a hundred was rejected: 0 of 2\.$/
    ),
    expect.stringMatching(/^ {2}src\/funnel\.md:\d+ {8}cannot be told {4}Most people who look .* 0 of 1\.$/),
    expect.stringMatching(/^ {2}src\/funnel\.md:\d+ {8}cannot be told {4}Most people who put .* 0 of 1\.$/),
    expect.stringMatching(/^ {2}src\/traffic\.md:\d+ {7}cannot be told {4}Each model shares out the same orders: /),
    ""
  ]);
  expect(stderr).toContain("Snapshots built.");
  expect(check().stderr).toContain("Snapshots are up to date.");
  expect(existsSync(join(workspace.folder, ".funnelbook", "claims.json"))).toBe(false);
  expect(existsSync(join(workspace.folder, "src", ".observablehq"))).toBe(false);
});

test("npm run check of a claim that does not hold exits with 1 where told to fail, and with 0 otherwise", () => {
  writeFileSync(page, "Two people came: ${came.users}.\n\n```sql claim id=came\nselect users, users = 2 as holds from kpis\n```\n");
  const warned = check();
  expect(warned.status).toBe(0);
  expect(warned.stdout).toContain("1 does not hold, 4 cannot be told");
  expect(warned.stdout).toMatch(/ {2}src\/probe\.md:3 +does not hold +Two people came: 1\.\n {6}users 1\n/);
  const failed = check("--fail");
  expect([failed.status, failed.stdout]).toEqual([1, warned.stdout]);
  expect(failed.stderr).toContain("funnelbook: 1 claim does not hold\n");
  configure('currency: "USD"', 'claims: "fail", currency: "USD"');
  expect(check().status).toBe(1);
  expect(check("--warn").status).toBe(0);
  configure('claims: "fail", ', "");
}); // prettier-ignore

test("npm run check of claims with errors tells them with page and line, and exits with 1", () => {
  writeFileSync(
    page,
    "---\ntitle: Probe\n---\n\n```sql claim\nselect 1 as n\n```\n\n```sql claim\nfrom nowhere\n```\n"
  );
  const {status, stdout, stderr} = check("--warn");
  expect(status).toBe(1);
  expect(stdout).toContain("4 cannot be told, 2 errors");
  expect(stdout).toMatch(/ {2}src\/probe\.md:5 +error +the query has no column holds; it has n\n/);
  expect(stdout).toMatch(/ {2}src\/probe\.md:9 +error +Catalog Error: Table with name nowhere does not exist/);
  expect(stderr).toContain("funnelbook: 2 claims have errors\n");
  rmSync(page);
});

test("npm run check where what claims were cannot be read says so, and leaves the file", () => {
  const file = join(workspace.folder, ".funnelbook", "claims.json");
  writeFileSync(file, "{");
  const {status, stdout, stderr} = check();
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(
    /funnelbook: .*claims\.json: what claims were before cannot be read .* delete the file to begin/
  );
  expect(readFileSync(file, "utf8")).toBe("{");
});

function check(...values: string[]) {
  return spawnSync(process.execPath, ["--import", "tsx", "scripts/check.ts", ...values], {
    cwd: workspace.folder,
    encoding: "utf8",
    env: {...process.env, EVENTS: "events.csv"}
  });
}

function configure(from: string, to: string): void {
  const file = join(workspace.folder, "report.config.ts");
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}
