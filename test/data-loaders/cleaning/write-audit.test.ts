import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {parseConfiguration} from "../../../data-loaders/configuration.ts";
import {runPipeline} from "../../../data-loaders/pipeline.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

test("runPipeline(configuration, {audit}) lists every rejected row, and per file where its rows ended", async () => {
  const folder = temporaryFolder();
  const rows = ["2024-01-01 10:00:00,view,ann", "2024-01-01 10:00:00,view,ann", "2024-01-02 10:00:00,view,bob"];
  const [first, second] = [join(folder, "first.csv"), join(folder, "second.csv")];
  writeFileSync(first, ["event_time,event_type,user_id", ...rows, "NaT,view,ann", "cut"].join("\n"));
  writeFileSync(second, ["event_time,event_type,user_id", rows[2], "2024-01-03,,", "2024-01-03,view,"].join("\n"));
  const audit = join(folder, "audit");
  const warehouse = await runPipeline(
    parseConfiguration({
      events: {source: "files", files: join(folder, "*.csv")},
      segmentation: {seeds: 1},
      thresholds: {maximumRejectedShare: 1}
    }),
    {audit}
  );
  onTestFinished(() => warehouse.close());
  expect(
    await warehouse.rows(`select * replace (parse_filename(file) as file) from '${audit}/rejected_rows.parquet'`)
  ).toEqual([
    {file: "first.csv", line: 5n, reason: "unreadable_event_time", value: "NaT"},
    {file: "first.csv", line: 6n, reason: "malformed_row", value: "cut"},
    {file: "second.csv", line: 3n, reason: "unknown_event_type", value: ""},
    {file: "second.csv", line: 4n, reason: "missing_user_id", value: ""}
  ]);
  const [header = "", ...lines] = readFileSync(join(audit, "files.csv"), "utf8").trimEnd().split("\n");
  expect(header).toBe(
    "file,rows_read,malformed_row,unreadable_event_time,stray_event_time,unknown_event_type,missing_user_id,unreadable_price,non_positive_price," +
      "duplicates_within,duplicates_of_other_files,clean"
  );
  const counts = lines.map((line) => line.split(",").slice(1).map(Number));
  // which of the two has the copy hangs on their contents
  expect(counts.map(([read, , , , , , , , within]) => [read, within])).toEqual([
    [5, 1],
    [3, 0]
  ]);
  expect(counts.map((row) => (row[9] as number) + (row[10] as number))).toEqual([2, 1]);
  expect(counts[0]?.[9] === 1 || counts[1]?.[9] === 1).toBe(true);
});
