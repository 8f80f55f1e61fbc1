import {spawnSync} from "node:child_process";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {demoTableNames} from "../../data-loaders/demo-store/schema.ts";
import {truthNames} from "../../data-loaders/demo-store/truths.ts";
import {projectFolder} from "../../data-loaders/fingerprint.ts";
import {temporaryFolder} from "../fixtures/temporary-folder.ts";

test("npm run demo-store -- --help names every option and truth", () => {
  const {status, stdout} = run("--help");
  expect(status).toBe(0);
  for (const option of ["users", "seed", "output", "format", "threads", "no-truths", "without"]) {
    expect(stdout).toContain(`--${option}`);
  }
  for (const name of truthNames) expect(stdout).toContain(name);
});

test.each<[string[], string]>([
  [["--users", "0"], "--users: 0 is not a whole number of at least 1"],
  [["--users", "1e3"], "--users: 1e3 is not a whole number of at least 1"],
  [["--users", "60000000"], "the command line: events.users: 60000000 is above 50000000"],
  [["--seed", "-1"], "--seed"],
  [["--threads", "two"], "--threads: two is not a whole number of at least 1"],
  [["--format", "xml"], "--format: xml is not allowed; use csv or parquet"],
  [["--without", "bot_days"], "--without: there is no truth bot_days; did you mean bot_day? (see --help)"],
  [["--user", "5"], "Unknown option '--user'"]
])("npm run demo-store -- %j fails with what to do, and writes nothing", (values, message) => {
  const output = join(temporaryFolder(), "shop");
  const {status, stderr} = run(...values, "--output", output);
  expect([status, existsSync(output)]).toEqual([1, false]);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^ +at /m);
});

test("npm run demo-store -- … says what it does and leaves out what is asked", () => {
  const output = join(temporaryFolder(), "shop");
  const planted = (...values: string[]) => {
    const {status, stderr} = run("--users", "200", "--output", output, ...values);
    expect(status).toBe(0);
    expect(stderr).toContain("wrote 200 users");
    const {truths} = JSON.parse(readFileSync(join(output, "truth.json"), "utf8")) as {truths: {name: string}[]};
    return truths.map(({name}) => name);
  };
  expect(planted()).toEqual(truthNames);
  expect(readdirSync(output).filter((file) => file.endsWith(".csv"))).toHaveLength(demoTableNames.length);
  expect(planted("--no-truths", "--format", "parquet")).toEqual([]);
  expect(planted("--without", "bot_day", "--without", "email_cohort")).toEqual(
    truthNames.filter((name) => name !== "bot_day" && name !== "email_cohort")
  );
});

function run(...values: string[]) {
  const command = ["--import", "tsx", "scripts/demo-store.ts", ...values];
  return spawnSync(process.execPath, command, {cwd: projectFolder, encoding: "utf8"});
}
