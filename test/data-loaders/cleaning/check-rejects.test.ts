import {expect, onTestFinished, test} from "vitest";
import {checkRejects, describeTotals} from "../../../data-loaders/cleaning/check-rejects.ts";
import {parseConfiguration} from "../../../data-loaders/configuration.ts";
import {Warehouse} from "../../../data-loaders/warehouse.ts";
import {event, type RawEvent} from "../../fixtures/raw-event.ts";
import {cleanRaw} from "../../fixtures/run-on-raw.ts";

const good = event("2024-01-01 10:00:00", "view", "ann");
const bad = event("NaT", "view", "ann");
const odd = event("2024-01-01 10:00:00", "wink", "ann");

test("checkRejects(warehouse, configuration) counts where the rows ended", async () => {
  const totals = await check([good, good, bad, good]);
  expect(totals).toEqual({read: 4, clean: 1, duplicates: 2, rejected: 1});
  expect(describeTotals({...totals, read: 4000})).toBe("4,000 rows read: 1 clean, 2 duplicates, 1 rejected");
});

test("checkRejects(warehouse, configuration) throws with the audit when too many are rejected", async () => {
  await expect(check([bad, good, odd, odd], 0.5)).rejects.toThrow(
    "events: 75 % of the rows are rejected, more than the 50 % that report.config.ts allows (thresholds.maximumRejectedShare)\n" +
      "4 rows read: 1 clean, 0 duplicates, 3 rejected\n" +
      '  unknown_event_type: 2 rows, such as file 1, line 3: "wink"; map the values to stages in events.types\n' +
      '  unreadable_event_time: 1 rows, such as file 1, line 1: "NaT"; check events.columns.event_time, and that times are ISO or ' +
      "seconds since 1970\nAll rejected rows are listed in rejects.parquet"
  );
  await expect(check([bad, good, odd, odd], 0.75)).resolves.toMatchObject({rejected: 3});
});

test("checkRejects(warehouse, configuration) throws when no row is clean, and when there is none", async () => {
  await expect(check([bad], 1)).rejects.toThrow("events: none of the rows could be used\n1 rows read: 0 clean");
  await expect(check([], 1)).rejects.toThrow("events: the input names its columns but has no events below them");
});

async function check(events: RawEvent[], maximumRejectedShare = 0.5) {
  const warehouse = await Warehouse.open({threads: 1});
  onTestFinished(() => warehouse.close());
  const configuration = parseConfiguration({thresholds: {maximumRejectedShare}});
  await cleanRaw(warehouse, events, configuration);
  return checkRejects(warehouse, configuration, "rejects.parquet");
}
