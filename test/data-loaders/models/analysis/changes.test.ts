import {expect, test} from "vitest";
import {readModelText} from "../../../../data-loaders/models.ts";
import {buildWarehouse} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const day = (number: number): string => new Date(Date.UTC(2024, 0, number)).toISOString().slice(0, 10);

// ten weeks from Monday, 1 January 2024
const events = Array.from({length: 70}, (_, i) => event(`${day(i + 1)} 23:00:00`, "view", `user ${i}`, {price: "1"}));

test("analysis.changes sets each episode beside the nearest whole weeks without one of the same series", async () => {
  const warehouse = await buildWarehouse(events);
  const columns = "(episode, kind, metric, dimension, value, started_on, ended_on, days, is_main)";
  await warehouse.run(`delete from analysis.episodes; insert into analysis.episodes by name
    select * from (values
      (1, 'business', 'sessions', 'all', null, date '${day(2)}', date '${day(4)}', 3, true),
      (2, 'business', 'sessions', 'all', null, date '${day(30)}', date '${day(38)}', 9, true),
      (3, 'business', 'sessions', 'all', null, date '${day(45)}', date '${day(45)}', 1, true),
      (4, 'business', 'orders', 'browser', 'Firefox', date '${day(40)}', date '${day(41)}', 2, true),
      (5, 'business', 'orders', 'all', null, date '${day(40)}', date '${day(41)}', 2, false),
      (6, 'tracking', 'duplicate_share', 'all', null, date '${day(40)}', date '${day(41)}', 2, true),
      (7, 'business', 'users', 'browser', 'Firefox', date '${day(40)}', date '${day(41)}', 2, false)
    ) as episodes${columns}`);
  const rows = await warehouse.rows(
    `select change_id, dimension, value, cast(before_from as varchar) as before_from, cast(before_to as varchar) as before_to,
      cast(after_from as varchar) as after_from, cast(after_to as varchar) as after_to
    from (${readModelText("analysis", "changes")}) as changes where change_id like 'episode%' order by change_id`
  );
  expect(rows.map((row) => Object.values(row))).toEqual([
    // at the beginning of the data: the week after it
    ["episode 1 sessions", null, null, day(5), day(11), day(2), day(4)],
    // nine days: two weeks, which do not touch the first episode
    ["episode 2 sessions", null, null, day(16), day(29), day(30), day(38)],
    // the week before touches the second episode, and so do the three before that
    ["episode 3 sessions", null, null, day(17), day(23), day(45), day(45)],
    ["episode 4 among all orders", null, null, day(33), day(39), day(40), day(41)],
    ["episode 4 orders", "browser", "Firefox", day(33), day(39), day(40), day(41)],
    // not the main one of its incident
    ["episode 5 orders", null, null, day(33), day(39), day(40), day(41)],
    // what brought people are their visits
    ["episode 7 sessions", "browser", "Firefox", day(33), day(39), day(40), day(41)]
  ]);
});
