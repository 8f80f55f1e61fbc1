import {type ChildProcess, spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {expect, test} from "vitest";
import {projectFolder} from "../../data-loaders/fingerprint.ts";
import type {Manifest} from "../../data-loaders/snapshots.ts";
import {messyCsv, messyRows} from "../fixtures/messy-csv.ts";
import {temporaryFolder} from "../fixtures/temporary-folder.ts";

test("npm run snapshots, killed twenty times at any moment, leaves one whole set of snapshots", async () => {
  const {folder, output, runOn} = prepare();
  for (const file of ["second.csv", "first.csv"]) expect(await exitOf(runOn(file))).toBe(0);
  const started = performance.now();
  expect(await exitOf(runOn("first.csv"))).toBe(0);
  const duration = performance.now() - started;
  let killed = 0;
  for (let kill = 0; kill < 20; ++kill) {
    const run = runOn(kill % 2 === 0 ? "second.csv" : "first.csv");
    // from the first tenth to a little after the end, in an order that has nothing to do with the input
    await setTimeout(duration * (0.1 + 0.05 * ((kill * 7) % 20)));
    run.kill("SIGKILL");
    if ((await exitOf(run)) === null) ++killed;
    inputOf(output);
  }
  // most of the moments lie before the end
  expect(killed).toBeGreaterThan(10);
  expect(await exitOf(runOn("second.csv"))).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(["cleaned", "first.csv", "second.csv", "snapshots", "snapshots.audit"]);
  expect(readdirSync(join(folder, "cleaned")).filter((name) => name.includes("next"))).toEqual([]);
}, 600_000);

test("npm run snapshots, twice at once into one folder, leaves one whole set of snapshots", async () => {
  const {folder, output, runOn} = prepare();
  for (let attempt = 0; attempt < 3; ++attempt) {
    const runs = [runOn("first.csv"), runOn("second.csv")];
    expect(await Promise.all(runs.map(exitOf))).toEqual([0, 0]);
    inputOf(output);
  }
  expect(readdirSync(folder).sort()).toEqual(["cleaned", "first.csv", "second.csv", "snapshots", "snapshots.audit"]);
}, 300_000);

function prepare() {
  const folder = temporaryFolder();
  const output = join(folder, "snapshots");
  writeFileSync(join(folder, "first.csv"), messyCsv());
  writeFileSync(join(folder, "second.csv"), messyCsv(messyRows.slice(1)));
  mkdirSync(join(folder, "cleaned"));
  const runOn = (file: string) =>
    spawn(
      process.execPath,
      ["--import", "tsx", "scripts/snapshots.ts", "--events", join(folder, file)]
        .concat(["--output", output])
        .concat(["--cache", join(folder, "cleaned"), "--force"]),
      {cwd: projectFolder, stdio: "ignore"}
    );
  return {folder, output, runOn};
}

function exitOf(run: ChildProcess): Promise<number | null> {
  return run.exitCode !== null || run.signalCode !== null
    ? Promise.resolve(run.exitCode)
    : new Promise((done) => run.on("exit", done));
}

// the fingerprint of the input that all of the tables are made from; throws when a table is not the one that the manifest lists
function inputOf(output: string): string {
  const manifest = JSON.parse(readFileSync(join(output, "manifest.json"), "utf8")) as Manifest;
  const files = readdirSync(output).filter((file) => file.endsWith(".parquet"));
  const hashes = files.map((file) => [
    file,
    createHash("sha256")
      .update(readFileSync(join(output, file)))
      .digest("hex")
  ]);
  expect(Object.fromEntries(hashes)).toEqual(
    Object.fromEntries(manifest.tables.map(({name, sha256}) => [`${name}.parquet`, sha256]))
  );
  return manifest.inputFingerprint;
}
