import {expect, test} from "vitest";
import {middleOf, readPeriods} from "../../../../src/shared/trends/periods.ts";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const numbers = {sessions: 1, purchasing_sessions: 0, orders: 0, revenue: null, session_conversion_rate: 0};

test("readPeriods(rows, kind, firstDay) says which days a period has, and whether the data has all of them", () => {
  const months = [
    {...numbers, event_month: day("2020-12-01"), is_complete: true},
    {...numbers, event_month: day("2021-01-01"), is_complete: true},
    {...numbers, event_month: day("2021-02-01"), is_complete: false}
  ];
  const read = readPeriods(months, "month", day("2020-12-05")).map(({from, until, isWhole}) => [from, until, isWhole]);
  expect(read).toEqual([
    [day("2020-12-01"), day("2021-01-01"), false],
    [day("2021-01-01"), day("2021-02-01"), true],
    [day("2021-02-01"), day("2021-03-01"), false]
  ]);
  const [week] = readPeriods(
    [{...numbers, event_week: day("2021-02-22"), is_complete: true}],
    "week",
    day("2021-02-22")
  );
  expect([week?.until, week?.isWhole]).toEqual([day("2021-03-01"), true]);
  const [first] = readPeriods(
    [{...numbers, event_date: day("2021-02-22"), is_complete: true}],
    "day",
    day("2021-02-22")
  );
  expect(first && middleOf(first)).toEqual(new Date("2021-02-22T12:00:00Z"));
});
