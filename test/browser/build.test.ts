import {createHash} from "node:crypto";
import {appendFileSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {globSync} from "tinyglobby";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {Workspace} from "./workspace.ts";

const events = `event_time,event_type,user_id,user_session,product_id,price
2020-01-01T10:00:00Z,view,1,s1,7,5.00
2020-01-01T10:01:00Z,cart,1,s1,7,5.00
2020-01-01T11:01:00Z,view,2,s2,7,5.00
`;

let workspace: Workspace;
let file: string;

beforeAll(() => {
  workspace = new Workspace({isBare: true, pages: ["index"]});
  file = join(workspace.folder, "events.csv");
  writeFileSync(file, events);
});

afterAll(() => workspace.close());

describe("npm run build", () => {
  test("works without a network from an empty cache, and then does nothing until something changes", () => {
    expect(build()).toMatchObject({code: 0});
    const first = digestSite();
    const again = build();
    expect(again.code).toBe(0);
    expect(again.output).toMatch(/Snapshots are up to date\.\s+The site is up to date\./);
    expect(digestSite()).toBe(first);
  });

  test("follows a change of the input", () => {
    appendFileSync(file, "2020-01-01T12:01:00Z,view,3,s3,7,5.00\n");
    expect(build().output).toContain("Snapshots built.");
    expect(overview()).toContain('"users"');
    expect(kpiUsers()).toBe(3);
  });

  test("follows a change of a model", () => {
    change("data-loaders/models/marts/kpis.sql", "    users,\n", "    users + 1000 as users,\n");
    expect(build().code).toBe(0);
    expect(kpiUsers()).toBe(1003);
    change("data-loaders/models/marts/kpis.sql", "    users + 1000 as users,\n", "    users,\n");
  });

  test("follows a change of the configuration and of a page", () => {
    change("report.config.ts", 'currency: "USD"', 'currency: "EUR"');
    change("src/index.md", "## Where shoppers drop off", "## Where people turn back");
    expect(build().code).toBe(0);
    expect(overview()).toContain('"EUR"');
    expect(overview()).toContain("Where people turn back");
  });

  test("rebuilds a site that somebody has touched", () => {
    writeFileSync(join(workspace.folder, "dist", "index.html"), "gone");
    expect(build().output).toContain("Site built");
    expect(overview()).toContain("Where people turn back");
  });

  test.each([
    ["a missing file", {EVENTS: "nowhere/*.csv"}, /events: no file matches "nowhere\/\*\.csv"/],
    ["an empty file", write("empty.csv", ""), /empty\.csv: the file is empty/],
    ["a header alone", write("header.csv", "event_time,event_type,user_id\n"), /no events below/],
    [
      "a misspelt column",
      write("misspelt.csv", "event_tme,event_type,user_id\na,b,c\n"),
      /misspelt\.csv, line 1: there is no column "event_time" for event_time; did you mean "event_tme"\?/
    ],
    ["a file of another kind", write("other.csv", "PAR1\0\0"), /other\.csv: the Parquet file is damaged/]
  ])("on %s gives one message, exits with 1 and leaves the site as it was", (_, input, message) => {
    const before = digestSite();
    const {code, output} = workspace.build("EVENTS" in input ? {EVENTS: input.EVENTS} : {EVENTS: place(input)});
    expect(code).toBe(1);
    expect(output).toMatch(message);
    expect(output).not.toMatch(/^\s+at /m);
    expect(digestSite()).toBe(before);
  });

  test("on a typo in the configuration gives one message, exits with 1 and leaves the site as it was", () => {
    const before = digestSite();
    change("report.config.ts", "currency:", "curency:");
    const {code, output} = build();
    change("report.config.ts", "curency:", "currency:");
    expect(code).toBe(1);
    expect(output.trim()).toBe(
      "funnelbook: report.config.ts: curency: there is no such option; did you mean currency?"
    );
    expect(digestSite()).toBe(before);
  });

  test("on a query that fails names page and line, and leaves the site as it was", () => {
    const before = digestSite();
    writeFileSync(join(workspace.folder, "src", "broken.md"), "# Broken\n\n```sql\nselect nonsense from kpis\n```\n");
    const {code, output} = build();
    expect(code).toBe(1);
    expect(output).toMatch(/src\/broken\.md:3: sql: .*nonsense/);
    expect(output).not.toMatch(/^\s+at /m);
    expect(digestSite()).toBe(before);
  });
});

function build() {
  return workspace.build({EVENTS: file});
}

function write(name: string, text: string): {name: string; text: string} {
  return {name, text};
}

function place({name, text}: {name: string; text: string}): string {
  writeFileSync(join(workspace.folder, name), text);
  return name;
}

function change(path: string, from: string, to: string): void {
  const target = join(workspace.folder, path);
  const text = readFileSync(target, "utf8");
  expect(text).toContain(from);
  writeFileSync(target, text.replace(from, to));
}

function overview(): string {
  return readFileSync(join(workspace.folder, "dist", "index.html"), "utf8");
}

// the first of the key figures, which are in the page before its scripts
function kpiUsers(): number {
  const [, users = ""] = /<dl class="key-figures">[\s\S]*?class="value"[^>]*>([\d,]+)</.exec(overview()) ?? [];
  return Number(users.replaceAll(",", "") || NaN);
}

function digestSite(): string {
  const folder = join(workspace.folder, "dist");
  const hash = createHash("sha256");
  for (const path of globSync("**", {cwd: folder}).sort()) hash.update(path).update(readFileSync(join(folder, path)));
  return hash.digest("hex");
}
