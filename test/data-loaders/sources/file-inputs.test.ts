import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {fileInputs} from "../../../data-loaders/sources/file-inputs.ts";
import {NeedsCopy} from "../../../data-loaders/sources/needs-copy.ts";
import {Warehouse} from "../../../data-loaders/warehouse.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

const header = "event_time,event_type,user_id";

test("fileInputs(events) sorts files by their contents, whatever their names", async () => {
  const digests = async (a: string, b: string) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a.csv"), a);
    writeFileSync(join(folder, "b.csv"), b);
    const inputs = await fileInputs({files: [join(folder, "*.csv")], columns: {}, encoding: "utf-8"});
    return inputs.map(({digest, size}) => [digest, size]);
  };
  expect(await digests("one", "other")).toEqual(await digests("other", "one"));
});

test("fileInputs(events) opens a file for its rows and what is none", async () => {
  const warehouse = await openWarehouse();
  const [input] = await inputsOf(`${header}\n2024-01-01,view,ann\nx\n`);
  const opened = await input?.open(warehouse);
  expect(await warehouse.rows(`select event_time, user_id, price, unreadable_text from (${opened?.query})`)).toEqual([
    {event_time: "2024-01-01", user_id: "ann", price: null, unreadable_text: null}
  ]);
  expect(opened?.columns).toEqual(["event_time", "event_type", "user_id"]);
  const problem = "Expected Number of Columns: 3 Found: 1";
  expect(await opened?.takeUnreadable()).toEqual([{offset: 50, text: "x", problem}]);
  expect(await opened?.takeUnreadable()).toEqual([]);
});

test("fileInputs(events) asks for a folder where reading the file itself would lose lines", async () => {
  const warehouse = await openWarehouse();
  const [input] = await inputsOf(`${header}\n2024-01-01,view,"ann\n2024-01-01,view,bob\n`);
  const opened = await input?.open(warehouse);
  await warehouse.rows(`select user_id from (${opened?.query})`);
  await expect(opened?.takeUnreadable()).rejects.toThrow(NeedsCopy);
  const copied = await input?.open(warehouse, {copyFolder: temporaryFolder()});
  expect(await warehouse.rows(`select user_id from (${copied?.query})`)).toEqual([{user_id: "bob"}]);
  expect((await copied?.takeUnreadable())?.map(({text}) => text)).toEqual(['2024-01-01,view,"ann']);
});

test("fileInputs(events) asks for a folder at once where only a copy can be read", async () => {
  const [input] = await inputsOf(`${header}\r2024-01-01,view,ann\r`);
  await expect(input?.open(await openWarehouse())).rejects.toThrow(NeedsCopy);
});

async function inputsOf(text: string) {
  const path = join(temporaryFolder(), "events.csv");
  writeFileSync(path, text);
  return fileInputs({files: [path], columns: {}, encoding: "utf-8"});
}

async function openWarehouse(): Promise<Warehouse> {
  const warehouse = await Warehouse.open({threads: 1});
  onTestFinished(() => warehouse.close());
  return warehouse;
}
