import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {parseConfiguration, type ReportOptions} from "../../data-loaders/configuration.ts";
import {writeDemoStore} from "../../data-loaders/demo-store/write-demo-store.ts";
import {projectFolder} from "../../data-loaders/fingerprint.ts";
import {buildSnapshots, readManifest} from "../../data-loaders/snapshots.ts";
import {demoStore} from "../fixtures/demo-store.ts";
import {hashFiles} from "../fixtures/hash-files.ts";
import {messyCsv, messyRows} from "../fixtures/messy-csv.ts";
import {temporaryFolder} from "../fixtures/temporary-folder.ts";

const demo = {events: {source: "demo-store", users: 800}, segmentation: {seeds: 2}} as const;

describe("buildSnapshots(configuration, output) writes a manifest", () => {
  test("buildSnapshots(configuration, output) describes the input and the report", async () => {
    const {folder, configuration} = messyFile({title: "Shop", currency: "EUR"});
    const {manifest, isNew} = await buildSnapshots(configuration, join(folder, "out"));
    const {version} = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as {version: string};
    expect(isNew).toBe(true);
    expect(readManifest(join(folder, "out"))).toEqual(manifest);
    expect(manifest).toMatchObject({
      version,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      inputFingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      source: "files",
      report: {
        title: "Shop",
        locale: "en-US",
        currency: "EUR",
        stages: ["home", "view", "cart", "checkout", "purchase"],
        minimumTrials: 30,
        minimumGroupSize: 5
      },
      rows: {read: 11, clean: 5, duplicates: 1, rejected: 5},
      firstEventAt: "2024-03-01T09:00:00.000Z",
      lastEventAt: "2024-03-02T11:00:00.000Z"
    });
    expect(manifest.eventColumns.sort()).toEqual(
      "brand category_code category_id event_time event_type price product_id user_id user_session".split(" ")
    );
  });

  test("buildSnapshots(configuration, output) lists every file as it is", async () => {
    const {folder, configuration} = messyFile();
    const output = join(folder, "out");
    const {tables} = (await buildSnapshots(configuration, output)).manifest;
    const files = ["manifest.json", "model-card.json", ...tables.map(({name}) => `${name}.parquet`)];
    expect(readdirSync(output).sort()).toEqual(files.sort());
    expect(Object.fromEntries(tables.map(({name, sha256}) => [`${name}.parquet`, sha256]))).toEqual(hashFiles(output));
    for (const {name, bytes} of tables) expect(bytes).toBe(statSync(join(output, `${name}.parquet`)).size);
    expect(tables.find(({name}) => name === "rejected_events")).toMatchObject({
      description:
        "one row per reason for rejecting events, with how many rows and an example of what was wrong with them",
      rows: 7,
      columns: [
        {name: "reason", type: "varchar", description: "why rows were rejected"},
        {name: "position", type: "integer", description: "place in the table's natural order, from 1"},
        {name: "rows", type: "bigint", description: "rows"},
        {
          name: "first_example",
          type: "varchar",
          description:
            "the offending value of most of the rejected rows; its shape alone (9 for digits, x for letters) where few share it"
        }
      ]
    });
  });
});

describe("buildSnapshots(configuration, output) builds only what has changed", () => {
  test("buildSnapshots(configuration, output) rewrites nothing the second time, unless forced", async () => {
    const {folder, configuration} = messyFile();
    const output = join(folder, "out");
    const {manifest} = await buildSnapshots(configuration, output);
    const written = modified(output);
    expect(await buildSnapshots(configuration, output)).toEqual({manifest, isNew: false});
    expect(modified(output)).toEqual(written);
    expect((await buildSnapshots(configuration, output, {force: true})).isNew).toBe(true);
    expect(modified(output)).not.toEqual(written);
  });

  test("buildSnapshots(configuration, output) builds again when input, configuration or a file changes", async () => {
    const {folder, path, configuration} = messyFile();
    const output = join(folder, "out");
    const isNew = async (next = configuration) => (await buildSnapshots(next, output)).isNew;
    expect([await isNew(), await isNew()]).toEqual([true, false]);
    writeFileSync(path, messyCsv(messyRows.slice(1)));
    expect([await isNew(), await isNew()]).toEqual([true, false]);
    const other = {...configuration, privacy: {minimumGroupSize: 2}};
    expect([await isNew(other), await isNew(other)]).toEqual([true, false]);
    truncateSync(join(output, "kpis.parquet"), 10);
    expect([await isNew(other), await isNew(other)]).toEqual([true, false]);
  });
});

describe("buildSnapshots(configuration, output) leaves what was there when it throws", () => {
  test("buildSnapshots(configuration, output) keeps the old snapshots and no other folder", async () => {
    const {folder, path, configuration} = messyFile();
    const output = join(folder, "out");
    await buildSnapshots(configuration, output);
    const written = [modified(output), hashFiles(output)];
    writeFileSync(path, "event_time,event_type,user_id\nNaT,view,ann\n");
    const {events} = configuration;
    const failing = {...configuration, events: {...events, columns: {}}};
    await expect(buildSnapshots(failing, output)).rejects.toThrow("events: none of the rows could be used");
    expect([modified(output), hashFiles(output)]).toEqual(written);
    expect(readdirSync(folder).sort()).toEqual(["events.csv", "out"]);
  });

  test("buildSnapshots(configuration, output) throws when the folder holds something else", async () => {
    const {folder, configuration} = messyFile();
    const output = join(folder, "mine");
    mkdirSync(output);
    writeFileSync(join(output, "thesis.txt"), "years of work");
    await expect(buildSnapshots(configuration, output)).rejects.toThrow(
      `${output}: the output folder would be replaced but holds thesis.txt; name an empty or new folder`
    );
    expect(readdirSync(output)).toEqual(["thesis.txt"]);
    await expect(buildSnapshots(configuration, join(output, "thesis.txt"))).rejects.toThrow("but holds thesis.txt");
  });

  test("buildSnapshots(configuration, output) throws when a file is missing", async () => {
    const output = join(temporaryFolder(), "out");
    const configuration = parseConfiguration({events: {source: "files", files: "/nowhere/events.csv"}});
    await expect(buildSnapshots(configuration, output)).rejects.toThrow(
      'events: no file matches "/nowhere/events.csv"'
    );
    expect(existsSync(output)).toBe(false);
  });
});

describe("buildSnapshots(configuration, output) gives the same bytes", () => {
  test("buildSnapshots(configuration, output) gives the same bytes on one thread and on two", async () => {
    const folder = temporaryFolder();
    const configuration = parseConfiguration(demo);
    for (const [name, threads] of Object.entries({a: 1, b: 2, c: 2})) {
      await buildSnapshots(configuration, join(folder, name), {threads});
    }
    expect(hashFiles(join(folder, "b"))).toEqual(hashFiles(join(folder, "a")));
    expect(hashFiles(join(folder, "c"))).toEqual(hashFiles(join(folder, "a")));
  });

  test("buildSnapshots(configuration, output) gives the same bytes for files however the rows are divided", async () => {
    const folder = temporaryFolder();
    await writeDemoStore(demoStore({users: 400}), join(folder, "store"), {format: "csv"});
    const [header = "", ...rows] = readFileSync(join(folder, "store", "events.csv"), "utf8")
      .trimEnd()
      .split("\n");
    const build = async (name: string, files: string[][]) => {
      const place = join(folder, name);
      mkdirSync(place);
      for (const [i, lines] of files.entries()) writeFileSync(join(place, `${i}.csv`), [header, ...lines].join("\n"));
      const events = {source: "files", files: join(place, "*.csv")} as const;
      const configuration = parseConfiguration({events, segmentation: {seeds: 2}});
      await buildSnapshots(configuration, join(folder, `${name}-snapshots`), {threads: files.length > 1 ? 2 : 1});
      return hashFiles(join(folder, `${name}-snapshots`));
    };
    const whole = await build("whole", [rows]);
    // days apart, as they come, turned around with some rows twice over
    const parts = (of: number, part: (row: string, i: number) => number) =>
      Array.from({length: of}, (_, k) => rows.filter((row, i) => part(row, i) === k));
    expect(await build("reversed", [[...rows].reverse()])).toEqual(whole);
    expect(
      await build(
        "dealt",
        parts(3, (_, i) => i % 3)
      )
    ).toEqual(whole);
    const inTime = [...rows].sort();
    expect(await build("cut", [inTime.slice(0, 300), inTime.slice(300, 700), inTime.slice(700)])).toEqual(whole);
  });

  test("buildSnapshots(configuration, output) gives the same bytes from kept files as from files read anew", async () => {
    const folder = temporaryFolder();
    await writeDemoStore(demoStore({users: 300}), join(folder, "store"), {format: "csv"});
    const [header = "", ...rows] = readFileSync(join(folder, "store", "events.csv"), "utf8")
      .trimEnd()
      .split("\n");
    const halves = [rows.slice(0, 400), rows.slice(380)];
    const cache = join(folder, "cleaned");
    const build = async (name: string, kept?: string) => {
      const events = {source: "files", files: join(folder, "*.csv")} as const;
      const configuration = parseConfiguration({events, segmentation: {seeds: 2}});
      await buildSnapshots(configuration, join(folder, name), {cache: kept});
      return hashFiles(join(folder, name));
    };
    writeFileSync(join(folder, "first.csv"), [header, ...(halves[0] as string[])].join("\n"));
    await build("before", cache);
    const [first] = readdirSync(cache);
    writeFileSync(join(folder, "second.csv"), [header, ...(halves[1] as string[])].join("\n"));
    expect(await build("more", cache)).toEqual(await build("anew"));
    expect(readdirSync(cache)).toHaveLength(2);
    expect(readdirSync(cache)).toContain(first);
  });

  test("buildSnapshots(configuration, output) gives the same bytes for rows in another order", async () => {
    const {folder, path, configuration} = messyFile();
    await buildSnapshots(configuration, join(folder, "a"));
    writeFileSync(path, messyCsv([...messyRows].reverse()));
    await buildSnapshots(configuration, join(folder, "b"));
    expect(hashFiles(join(folder, "b"))).toEqual(hashFiles(join(folder, "a")));
  });
});

function messyFile(options: ReportOptions = {}) {
  const folder = temporaryFolder();
  const path = join(folder, "events.csv");
  writeFileSync(path, messyCsv());
  const events = {source: "files", files: path} as const;
  return {folder, path, configuration: parseConfiguration({...options, events})};
}

function modified(folder: string): Record<string, number> {
  return Object.fromEntries(readdirSync(folder).map((file) => [file, statSync(join(folder, file)).mtimeMs]));
}
