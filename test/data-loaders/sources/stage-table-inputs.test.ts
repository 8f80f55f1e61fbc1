import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {parseConfiguration, type ReportOptions} from "../../../data-loaders/configuration.ts";
import {runPipeline} from "../../../data-loaders/pipeline.ts";
import {plainRows} from "../../fixtures/plain-rows.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

const files = {
  "home.csv": "user_id,page\n007,home\n8,home\n9,home\n",
  "payment.csv": "user_id,page\n8,pay\n,pay\n",
  "done.csv": "user_id,page\n8,done\n8,done\n",
  "users.csv":
    "user_id,date,device,sex\n007,2015-01-02,Desktop,Female\n8,2015-03-04,Mobile,Male\n8,2015-03-05,Mobile,Male\n"
};

test("stageTableInputs(events) makes an event of each row, with what the table of people adds to it", async () => {
  const warehouse = await run({people: "users.csv"});
  expect(plainRows(await warehouse.rows("select stage, users from marts.funnel_users order by position"))).toEqual([
    {stage: "home", users: 2},
    {stage: "checkout", users: 1},
    {stage: "purchase", users: 1}
  ]);
  expect(
    await warehouse.rows(
      `select user_id, cast(first_event_at as varchar) as first_event_at from core.users order by user_id`
    )
  ).toEqual([
    {user_id: "007", first_event_at: "2015-01-02 00:00:00"},
    // of several rows of a person, the first value in the alphabet
    {user_id: "8", first_event_at: "2015-03-04 00:00:00"}
  ]);
  expect(plainRows(await warehouse.rows("select file, line, reason from staging.rejected_rows order by file"))).toEqual(
    [
      {file: expect.stringMatching(/home\.csv$/) as string, line: 4, reason: "unreadable_event_time"},
      {file: expect.stringMatching(/payment\.csv$/) as string, line: 3, reason: "unreadable_event_time"}
    ]
  );
  expect(
    plainRows(
      await warehouse.rows("select max(rows_in) as rows_read, min(rows_out) as clean from marts.cleaning_audit")
    )
  ).toEqual([{rows_read: 7, clean: 4}]);
});

test("stageTableInputs(events) throws when neither the table nor the people say when", async () => {
  await expect(run({})).rejects.toThrow(
    /\.csv, line 1: there is no column "date" for event_time; the file has user_id, page/
  );
});

async function run(options: {people?: string}) {
  const folder = temporaryFolder();
  mkdirSync(folder, {recursive: true});
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const path = (name: string) => join(folder, name);
  const events: ReportOptions["events"] = {
    source: "stage-tables",
    tables: {home: path("home.csv"), checkout: [path("payment.csv")], purchase: path("done.csv")},
    columns: {event_time: "date"},
    ...(options.people && {people: path(options.people)})
  };
  const warehouse = await runPipeline(parseConfiguration({events, segmentation: {seeds: 1}}));
  onTestFinished(() => warehouse.close());
  return warehouse;
}
