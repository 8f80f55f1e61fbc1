import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";

const open = {privacy: {minimumGroupSize: 1}};

/** Forty people who first came in a month from a source, of whom some come again in the month after. */
function cohort(month: string, source: string, again: number): RawEvent[] {
  const next = String(Number(month) + 1).padStart(2, "0");
  const visit = (date: string, i: number) =>
    event(`2024-${date} 10:00:00`, "view", `${source} ${month} ${i}`, {
      source,
      user_session: `${source} ${month} ${date} ${i}`
    });
  return Array.from({length: 40}, (_, i) => [
    visit(`${month}-10`, i),
    ...(i < again ? [visit(`${next}-10`, i)] : [])
  ]).flat();
}

// so long before that others are new
const start = event("2023-12-01 10:00:00", "view", "amy", {source: "mail", user_session: "amy"});
const end = event("2024-04-01 10:00:00", "view", "zoe", {source: "mail", user_session: "zoe"});
const query = `select compared_with, value, cast(cohort as varchar) as cohort, users, successes, rest_users, rest_successes, verdict
  from marts.cohort_comparisons
  where cohort_kind = 'first_visit' and period_kind = 'month' and period = 1 and metric = 'retention' and dimension = `;

test("marts.cohort_comparisons sets each cohort against all others, and each value against the others of its cohort", async () => {
  const events = [
    start,
    ...cohort("01", "mail", 30),
    ...cohort("01", "ads", 5),
    ...cohort("02", "mail", 1),
    ...cohort("02", "ads", 0),
    end
  ];
  expect(await rowsOf(`${query} 'all' order by cohort`, events, open)).toEqual([
    rowOf("other_cohorts", "all", "2024-01-01", [80, 35], [80, 1], "higher"),
    rowOf("other_cohorts", "all", "2024-02-01", [80, 1], [80, 35], "lower")
  ]);
  expect(await rowsOf(`${query} 'source' order by cohort, value`, events, open)).toEqual([
    rowOf("other_values", "ads", "2024-01-01", [40, 5], [40, 30], "lower"),
    rowOf("other_values", "mail", "2024-01-01", [40, 30], [40, 5], "higher"),
    rowOf("other_values", "ads", "2024-02-01", [40, 0], [40, 1], "no_difference"),
    rowOf("other_values", "mail", "2024-02-01", [40, 1], [40, 0], "no_difference")
  ]);
});

test("marts.cohort_comparisons says that there are too few to tell", async () => {
  const events = [start, ...cohort("01", "mail", 30), ...cohort("02", "mail", 1), end];
  const rows = await rowsOf(`${query} 'all'`, events, {...open, thresholds: {minimumTrials: 41}});
  expect(rows.map(({verdict}) => verdict)).toEqual(["too_few_to_tell", "too_few_to_tell"]);
});

test("marts.cohort_comparisons leaves out cohorts whose users may have come before the data begins, also of the rest", async () => {
  const events = [
    event("2024-01-01 10:00:00", "view", "amy"),
    ...cohort("01", "mail", 30),
    ...cohort("01", "ads", 5),
    ...cohort("02", "mail", 1),
    ...cohort("02", "ads", 0),
    end
  ];
  expect(await rowsOf(`${query} 'all'`, events, open)).toEqual([]);
  const values = await rowsOf(`${query} 'source' order by cohort, value`, events, open);
  expect(values.map(({cohort, value}) => [cohort, value])).toEqual([
    ["2024-02-01", "ads"],
    ["2024-02-01", "mail"]
  ]);
});

test("marts.cohort_comparisons is empty where no period after a cohort's is over", async () => {
  expect(await rowsOf("marts.cohort_comparisons", [event("2024-01-01 10:00:00", "view", "ann")], open)).toEqual([]);
});

function rowOf(
  compared_with: string,
  value: string,
  cohort: string,
  [users, successes]: [number, number],
  [rest_users, rest_successes]: [number, number],
  verdict: string
) {
  return {compared_with, value, cohort, users, successes, rest_users, rest_successes, verdict};
}
