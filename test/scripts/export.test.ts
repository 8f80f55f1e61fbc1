import {spawnSync} from "node:child_process";
import {existsSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {exportFiles} from "../../data-loaders/exports/write-exports.ts";
import {projectFolder} from "../../data-loaders/fingerprint.ts";
import {temporaryFolder} from "../fixtures/temporary-folder.ts";

test("npm run export -- --help names every option and file", () => {
  const {status, stdout} = run("--help");
  expect(status).toBe(0);
  for (const option of ["events", "output", "threads", "memory", "no-cache"]) expect(stdout).toContain(`--${option}`);
  for (const file of exportFiles()) expect(stdout).toContain(`  ${file} `);
});

test.each<[string[], string]>([
  [["--threads", "two"], "--threads: two is not a whole number of at least 1"],
  [["--outputs", "x"], "Unknown option '--outputs'"],
  [["--events", "no-such-file-*.csv"], 'events: no file matches "no-such-file-*.csv"']
])("npm run export -- %j fails with what to do, and writes nothing", (values, message) => {
  const output = join(temporaryFolder(), "export");
  const {status, stderr} = run(...values, "--output", output, "--no-cache");
  expect([status, existsSync(output)]).toEqual([1, false]);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^ +at /m);
});

test("npm run export -- --events <file> --output <folder> says what it does on stderr", () => {
  const folder = temporaryFolder();
  const [events, output] = [join(folder, "events.csv"), join(folder, "export")];
  writeFileSync(events, "event_time,event_type,user_id\n2021-01-01,view,1\n2021-01-02,purchase,1\n");
  const {status, stdout, stderr} = run("--events", events, "--output", output, "--no-cache");
  expect([status, stdout]).toEqual([0, ""]);
  expect(stderr).toContain("read and cleaned the events");
  expect(stderr).toContain("2 rows read: 2 clean, 0 duplicates, 0 rejected");
  expect(stderr).toContain(`wrote the CSV files to ${output}`);
  expect(readdirSync(output).sort()).toEqual(exportFiles());
});

function run(...values: string[]) {
  const command = ["--import", "tsx", "scripts/export.ts", ...values];
  return spawnSync(process.execPath, command, {cwd: projectFolder, encoding: "utf8"});
}
