import {expect, test} from "vitest";
import {cleanFiles, lines} from "../corpus/clean-files.ts";
import {event} from "../../fixtures/raw-event.ts";
import {rowsOf} from "../../fixtures/build-warehouse.ts";

const header = "event_time,event_type,user_id";

// four events a day from so many days after 1970-01-01 on
function daysOf(from: number, days: number, user = "ann"): string[] {
  return Array.from({length: 4 * days}, (_, i) => {
    const date = new Date((from + Math.floor(i / 4)) * 86_400_000).toISOString().slice(0, 10);
    return `${date} 10:00:0${i % 4},view,${user}`;
  });
}

const june2020 = 18_414;

test("cleanInputs rejects events far from all others, at both ends, with their lines", async () => {
  const strays = ["1999-01-01 00:00:00,view,bob", "2035-01-01 00:00:00,view,bob", "2035-01-01 00:00:00,view,bob"];
  const rows = [strays[0] as string, ...daysOf(june2020, 100), ...strays.slice(1)];
  expect(await cleanFiles({"events.csv": lines(header, ...rows)})).toEqual({
    clean: 400,
    duplicates: 0,
    rejected: [
      "2 stray_event_time 1999-01-01 00:00:00",
      "403 stray_event_time 2035-01-01 00:00:00",
      "404 stray_event_time 2035-01-01 00:00:00"
    ]
  });
});

test("cleanInputs compares the times of all files, and rejects those of a file that is far from the others", async () => {
  expect(
    await cleanFiles({
      "a.csv": lines(header, ...daysOf(june2020, 60)),
      "b.csv": lines(header, ...daysOf(june2020 + 60, 60), "x"),
      "c.csv": lines(header, "2051-01-01 00:00:00,view,bob")
    })
  ).toEqual({
    clean: 480,
    duplicates: 0,
    rejected: ["b.csv 242 malformed_row x", "c.csv 2 stray_event_time 2051-01-01 00:00:00"]
  });
});

test.each<[string, string[]]>([
  ["more than one in a hundred", [...daysOf(june2020, 98), ...daysOf(june2020 + 4000, 1)]],
  ["a break of 180 days", [...daysOf(june2020, 100), "2021-03-07 00:00:00,view,bob"]],
  ["a break that the others span", [...daysOf(june2020, 400), "2022-07-15 00:00:00,view,bob"]],
  ["two events a century apart", ["1990-01-01 00:00:00,view,ann", "2099-12-31 23:59:59,view,ann"]]
])("cleanInputs keeps events after %s", async (_, rows) => {
  expect(await cleanFiles({"events.csv": lines(header, ...rows)})).toEqual({
    clean: rows.length,
    duplicates: 0,
    rejected: []
  });
});

test("thresholds.maximumStrayShare says how many events may be rejected, and keeps all with 0", async () => {
  const events = Array.from({length: 20}, (_, i) => event(`2020-06-01 10:00:${10 + i}`, "view", "ann"));
  const stray = event("2035-06-01 10:00:00", "view", "bob");
  const count = async (maximumStrayShare: number) =>
    rowsOf("select events, users from marts.kpis", [...events, stray], {thresholds: {maximumStrayShare}});
  expect(await count(0.05)).toEqual([{events: 20, users: 1}]);
  expect(await count(0)).toEqual([{events: 21, users: 2}]);
});

test("marts.data_checks and marts.rejected_events count events far from all others", async () => {
  const events = Array.from({length: 120}, (_, i) => event(`2020-06-01 10:${10 + (i % 50)}:00`, "view", `user ${i}`));
  const stray = event("2035-06-01 10:00:00", "view", "bob");
  const query = `select affected, total, rows from marts.data_checks cross join marts.rejected_events
    where check_name = 'stray_event_times' and reason = 'stray_event_time'`;
  expect(await rowsOf(query, [...events, stray])).toEqual([{affected: 1, total: 121, rows: 1}]);
});
