import {expect, test} from "vitest";
import {publishedCurves} from "../../../../data-loaders/statistics/survival/published-curves.ts";
import {freireich} from "./freireich.ts";

const treated = {value: "6-MP", counts: freireich.treated};

test("publishedCurves(values, {everybody, minimum: 1}) gives each time with an event, with what happened since the one before", () => {
  const steps = publishedCurves([treated], {everybody: treated, minimum: 1});
  expect(steps.slice(0, 3)).toEqual([
    {value: "6-MP", time: 6, atRisk: 21, events: 3, censored: 1, share: 0.1429, low: 0.0484, high: 0.3803},
    {value: "6-MP", time: 7, atRisk: 17, events: 1, censored: 0, share: 0.1933, low: 0.0772, high: 0.4369},
    {value: "6-MP", time: 10, atRisk: 16, events: 1, censored: 2, share: 0.2471, low: 0.1106, high: 0.4968}
  ]);
});

test("publishedCurves(values, {everybody, minimum}) gives no step of too few people", () => {
  expect(publishedCurves([treated], {everybody: treated, minimum: 4}).map(({time, events}) => [time, events])).toEqual([
    [11, 5],
    [25, 4],
    [35, 0]
  ]);
});

test("publishedCurves(values, …) hides a second value where what one hides would be what everybody has beyond the others", () => {
  const group = (value: string, events: number[]) => ({
    value,
    counts: events.map((count, time) => ({time, events: count, censored: 0}))
  });
  const steps = publishedCurves([group("a", [9, 9]), group("b", [7, 7]), group("c", [3, 6])], {
    everybody: group("all", [19, 22]),
    minimum: 5
  });
  expect(steps.map(({value, time, events}) => [value, time, events])).toEqual([
    ["a", 0, 9],
    ["a", 1, 9],
    ["b", 1, 14],
    ["c", 1, 9]
  ]);
});

test("publishedCurves([], …) gives no steps", () => {
  expect(publishedCurves([], {everybody: treated, minimum: 5})).toEqual([]);
});
