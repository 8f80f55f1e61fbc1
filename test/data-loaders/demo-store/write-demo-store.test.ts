import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {demoTableNames} from "../../../data-loaders/demo-store/schema.ts";
import {truthNames} from "../../../data-loaders/demo-store/truths.ts";
import {type DemoFormat, demoFormats, writeDemoStore} from "../../../data-loaders/demo-store/write-demo-store.ts";
import {Warehouse} from "../../../data-loaders/warehouse.ts";
import {demoStore} from "../../fixtures/demo-store.ts";
import {hashFiles} from "../../fixtures/hash-files.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

test.each<[DemoFormat, number]>([
  ["csv", 30_000],
  // enough for a table to have several parts
  ["parquet", 130_000]
])(
  "writeDemoStore(store, output, {format: %j}) gives the same bytes on any number of threads",
  async (format, users) => {
    const write = async (threads: number | undefined, seed: number) => {
      const folder = join(temporaryFolder(), "shop");
      await writeDemoStore(demoStore({users, seed}), folder, {format, threads});
      return hashFiles(folder, "");
    };
    const one = await write(1, 1);
    expect(await write(2, 1)).toEqual(one);
    expect(await write(undefined, 1)).toEqual(one);
    const other = await write(2, 2);
    const constant = ["data-dictionary.md", "schema.sql", "tables.svg", `ads.${format}`, `categories.${format}`];
    expect(Object.keys(one).filter((file) => one[file] === other[file])).toEqual(constant.sort());
  }
);

test.each(demoFormats)(
  "writeDemoStore(store, output, {format: %j}) writes tables that load under their own constraints",
  async (format) => {
    const folder = join(temporaryFolder(), "shop");
    const steps: string[] = [];
    await writeDemoStore(demoStore({users: 1500}), folder, {format, progress: (step) => steps.push(step)});
    expect(readdirSync(folder).sort()).toEqual(filesOf(format));
    const warehouse = await Warehouse.open();
    await warehouse.run(readFileSync(join(folder, "schema.sql"), "utf8"));
    for (const name of demoTableNames) {
      const path = join(folder, `${name}.${format}`);
      // an empty text and a missing one look alike in CSV; the tables have no empty text
      await warehouse.run(
        `insert into ${name} from ${format === "csv" ? `read_csv('${path}', all_varchar = true, header = true)` : `'${path}'`}`
      );
      const {rows} = await warehouse.row(`select count(*) as rows from ${name}`);
      expect(steps).toContain(`wrote ${Number(rows).toLocaleString("en")} ${name}`);
    }
    warehouse.close();
    const truth = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as {truths: {name: string}[]};
    expect(truth.truths.map(({name}) => name)).toEqual(truthNames);
  }
);

test("writeDemoStore(store, output, options) replaces a demo store, and nothing else", async () => {
  const folder = join(temporaryFolder(), "shop");
  await writeDemoStore(demoStore({users: 50}), folder, {format: "csv"});
  await writeDemoStore(demoStore({users: 50}), folder, {format: "parquet"});
  expect(readdirSync(folder).sort()).toEqual(filesOf("parquet"));
  const other = temporaryFolder();
  mkdirSync(join(other, "photos"));
  writeFileSync(join(other, "users.csv"), "mine");
  const write = writeDemoStore(demoStore({users: 50}), other, {format: "csv"});
  await expect(write).rejects.toThrow(`${other}: the output folder would be replaced but holds photos`);
  expect(readdirSync(other).sort()).toEqual(["photos", "users.csv"]);
});

test("writeDemoStore(store, output, options) throws where no folder can be", async () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "");
  const write = writeDemoStore(demoStore({users: 50}), join(file, "shop"), {format: "csv"});
  await expect(write).rejects.toThrow(`${join(file, "shop")}: the output folder cannot be made (ENOTDIR)`);
});

function filesOf(format: DemoFormat): string[] {
  const documents = ["data-dictionary.md", "schema.sql", "tables.svg", "truth.json"];
  return [...documents, ...demoTableNames.map((name) => `${name}.${format}`)].sort();
}
