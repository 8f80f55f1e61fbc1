import {expect, test} from "vitest";
import {weekCells} from "../../../../src/shared/trends/week-cells.ts";

test("weekCells(hours, days) has all hours of the weekdays in the data, with what an average one has", () => {
  const cells = weekCells(
    [{event_day: 2, event_hour: 9, sessions: 6, purchasing_sessions: 1}],
    [
      {event_day: 1, days: 1},
      {event_day: 2, days: 4}
    ]
  );
  expect(cells.length).toBe(48);
  expect(cells.filter(({sessions}) => sessions > 0)).toEqual([
    {weekday: 2, hour: 9, sessions: 6, purchasing_sessions: 1, days: 4, perDay: 1.5}
  ]);
  expect(weekCells([], [])).toEqual([]);
});
