import {expect, test} from "vitest";
import {buildWarehouse, rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";

// forty people a day, each with a view at the first and the last hour, but for what is odd
function shop(peopleOn: (day: number) => number): RawEvent[] {
  return Array.from({length: 42}, (_, day) =>
    Array.from({length: peopleOn(day)}, (_, i) => {
      const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
      return event(`${date} ${i % 2 ? "00" : "23"}:10:00`, "view", `user ${day} ${i}`);
    })
  ).flat();
}

const query = `select incident, is_main, metric, dimension, value, cast(started_on as varchar) as started_on,
  cast(ended_on as varchar) as ended_on, days, shape, observed, explanation from marts.anomalies order by episode`;

test("marts.anomalies tells days without events, whose incident has the other metrics", async () => {
  const rows = await rowsOf(
    query,
    shop((day) => (day === 20 || day === 21 ? 0 : 40))
  );
  const [main, ...others] = [...rows].sort((a, b) => Number(b.is_main) - Number(a.is_main));
  expect(main).toEqual({
    incident: 1,
    is_main: true,
    metric: "days_without_events",
    dimension: "all",
    value: null,
    started_on: "2024-01-21",
    ended_on: "2024-01-22",
    days: 2,
    shape: "gap",
    observed: 1,
    explanation: "From 21 to 22 January 2024 there were no events at all."
  });
  expect(others.map(({metric}) => metric).sort()).toEqual(["sessions", "users", "views"]);
  expect(others.every(({incident, is_main}) => incident === 1 && is_main === false)).toBe(true);
});

test("marts.anomalies tells a day of more visits, with what was to be expected", async () => {
  const [row, ...others] = await rowsOf(
    `${query} limit 1`,
    shop((day) => (day === 30 ? 120 : 40))
  );
  expect(others).toEqual([]);
  expect(row).toMatchObject({metric: "sessions", started_on: "2024-01-31", days: 1, shape: "spike", observed: 120});
  expect(row?.explanation).toMatch(
    /^On 31 January 2024 there were 120 visits, (3|3\.1|2\.9) times the 4\d to be expected\.$/
  );
});

test.each<[string, RawEvent[]]>([
  ["one day", shop((day) => (day === 0 ? 40 : 0))],
  ["one user", [event("2024-01-01 10:00:00", "view", "ann")]],
  ["days that are alike", shop(() => 40)],
  ["only rejected rows beside one", [event("2024-01-01 10:00:00", "view", "ann"), event("x", "view", "bob")]],
  ["one person on 42 days", shop(() => 1)],
  ["three weeks", shop((day) => (day < 21 ? (day === 9 ? 200 : 40) : 0))]
])("marts.anomalies has nothing to tell of %s", async (_, events) => {
  const warehouse = await buildWarehouse(events, {}, ["marts.anomalies"]);
  expect(await warehouse.rows("from marts.anomalies")).toEqual([]);
});

test("marts.anomalies does not take a day that has just begun, or began late, for a dip", async () => {
  const whole = shop(() => 40);
  const first = whole.filter(({event_time}) => (event_time ?? "") >= "2024-01-01 23");
  const last = [event("2024-02-12 00:05:00", "view", "late")];
  expect(await rowsOf("from marts.anomalies", [...first, ...last])).toEqual([]);
  const days = await rowsOf(
    "select cast(min(event_date) as varchar) as first, cast(max(event_date) as varchar) as last from marts.metric_days",
    [...first, ...last]
  );
  expect(days).toEqual([{first: "2024-01-02", last: "2024-02-11"}]);
});

test("marts.anomalies finds custom stages' steps under their names", async () => {
  const stages = ["view", "wishlist", "purchase"];
  const events = shop(() => 40).map((one, i) => ({...one, event_type: stages[i % 3] ?? ""}));
  const metrics = await rowsOf(
    "select distinct metric from marts.metric_days where metric like '%_to_%' order by 1",
    events,
    {
      stages
    }
  );
  expect(metrics).toEqual([{metric: "view_to_wishlist"}, {metric: "wishlist_to_purchase"}]);
});
