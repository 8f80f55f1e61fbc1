import {expect, test} from "vitest";
import {dayInWords, explainDays, monthInWords} from "../../../../data-loaders/statistics/anomalies/explain-days.ts";

test("explainDays(startedOn, endedOn) repeats neither month nor year", () => {
  expect(explainDays("2021-02-17", "2021-02-17")).toBe("On 17 February 2021");
  expect(explainDays("2020-12-10", "2020-12-16")).toBe("From 10 to 16 December 2020");
  expect(explainDays("2020-11-30", "2020-12-02")).toBe("From 30 November to 2 December 2020");
  expect(explainDays("2020-12-31", "2021-01-02")).toBe("From 31 December 2020 to 2 January 2021");
  expect(explainDays("2021-01-04", "2021-01-31", true)).toBe("In the 28 days from 4 January 2021 on");
});

test("dayInWords(day) and monthInWords(month) name days and months", () => {
  expect(dayInWords("2020-09-04")).toBe("4 September 2020");
  expect(monthInWords("2020-12")).toBe("December 2020");
});
