import {mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {parseConfiguration} from "../../../data-loaders/configuration.ts";
import {buildExports} from "../../../data-loaders/exports/build-exports.ts";
import {exportFiles} from "../../../data-loaders/exports/write-exports.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

test("buildExports(configuration, output) replaces its own files, and a folder that holds anything else never", async () => {
  const folder = temporaryFolder();
  const [events, output] = [join(folder, "events.csv"), join(folder, "deep", "export")];
  writeFileSync(
    events,
    "event_time,event_type,user_id\n2021-01-01,view,1\n2021-01-01,view,1\n2021-01-01,purchase,1\nNaT,view,1\n"
  );
  const configuration = parseConfiguration({events: {source: "files", files: events}});
  for (let i = 0; i < 2; ++i) {
    expect(await buildExports(configuration, output)).toEqual({read: 4, clean: 2, duplicates: 1, rejected: 1});
    expect([readdirSync(output).sort(), readdirSync(join(folder, "deep"))]).toEqual([exportFiles(), ["export"]]);
  }
  writeFileSync(join(output, "notes.txt"), "");
  await expect(buildExports(configuration, output)).rejects.toThrow(
    `${output}: the output folder would be replaced but holds notes.txt; name an empty or new folder`
  );
  expect(readdirSync(output)).toContain("notes.txt");
});

test("buildExports(configuration, output) leaves nothing behind when the events cannot be used", async () => {
  const folder = temporaryFolder();
  const events = join(folder, "events.csv");
  writeFileSync(events, "event_time,event_type,user_id\nNaT,view,1\n");
  mkdirSync(join(folder, "parent"));
  const output = join(folder, "parent", "export");
  const configuration = parseConfiguration({events: {source: "files", files: events}});
  await expect(buildExports(configuration, output)).rejects.toThrow("events: none of the rows could be used");
  expect(readdirSync(join(folder, "parent"))).toEqual([]);
});
