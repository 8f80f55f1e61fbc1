import {spawnSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {projectFolder} from "../../data-loaders/fingerprint.ts";
import {temporaryFolder} from "../fixtures/temporary-folder.ts";

test("npm run inspect -- --help says what it reads and names every option", () => {
  const {status, stdout} = run("--help");
  expect(status).toBe(0);
  for (const text of ["<file>", "--threads", "--memory", "Parquet"]) expect(stdout).toContain(text);
});

test("npm run inspect -- <file> prints the file and a proposal, and nothing that acts on a terminal", () => {
  const path = join(temporaryFolder(), "events.csv");
  const hostile = "\u001b]0;owned\u0007\u001b[2J\u202e";
  writeFileSync(
    path,
    `timestamp,event,userId,no${hostile}te\n2021-01-01 10:00:00,Product Viewed,1,${hostile}\n2021-01-02 10:00:00,x${hostile},1,\n`
  );
  const {status, stdout, stderr} = run(path, "--threads", "1");
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  const lines = stdout.split("\n");
  expect(lines[1]).toMatch(/^ {2}CSV, separated by commas, \d+ bytes, 2 rows$/);
  const table = lines.slice(3, 8);
  // examples begin in one column
  expect(new Set(["examples", "2021-01-01 10:00:00, ", "Product Viewed, "].map((text, i) => table[i]?.lastIndexOf(text))).size).toBe(1);
  expect(table[1]).toMatch(/^ {2}timestamp +time +0\.0 % +~2 {2}2021-01-01 10:00:00 … 2021-01-02 10:00:00/);
  expect(stdout).toContain("  from 2021-01-01 10:00:00 to 2021-01-02 10:00:00\n");
  expect(stdout).toContain('      user_id: "userId"\n');
  expect(stdout).toContain('      "Product Viewed": "view"\n');
  expect(stdout).toMatch(/would be rejected; .*\n {4}x\\u001b\]0;owned\\u0007\\u001b\[2J\\u202e +1 {2}50\.0 %/);
}); // prettier-ignore

test.each<[string[], string]>([
  [[], "name at least one file"],
  [["no-such-file.csv"], 'events: no file matches "no-such-file.csv"'],
  [["package.json", "--threads", "0"], "--threads: 0 is not a whole number of at least 1"],
  [["docs/overview.png"], "docs/overview.png: this is an image; export the events as CSV, JSON lines or Parquet"],
  [["--file", "x"], "Unknown option '--file'"]
])("npm run inspect -- %j fails with what to do", (values, message) => {
  const {status, stderr} = run(...values);
  expect(status).toBe(1);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^ +at /m);
});

function run(...values: string[]) {
  const command = ["--import", "tsx", "scripts/inspect.ts", ...values];
  return spawnSync(process.execPath, command, {cwd: projectFolder, encoding: "utf8"});
}
