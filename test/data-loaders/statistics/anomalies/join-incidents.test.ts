import {expect, test} from "vitest";
import {type IncidentPart, joinIncidents} from "../../../../data-loaders/statistics/anomalies/join-incidents.ts";

const part = (metric: string, from: number, until: number, score: number, others: Partial<IncidentPart> = {}) => ({
  metric,
  kind: "business",
  dimension: "all",
  value: null,
  from,
  until,
  score,
  ...others
});

test("joinIncidents(parts) joins what happened on the same days, numbered in the order of days", () => {
  expect(
    joinIncidents([
      part("views", 50, 51, 9),
      part("sessions", 10, 17, 20),
      part("users", 10, 16, 21),
      part("view_to_cart", 11, 17, -6)
    ])
  ).toEqual([
    {incident: 2, isMain: true},
    {incident: 1, isMain: false},
    {incident: 1, isMain: true},
    {incident: 1, isMain: false}
  ]);
});

test("joinIncidents(parts) lets the tracking, and the step that orders are lost at, say why", () => {
  const tracking = {kind: "tracking"};
  expect(
    joinIncidents([part("views", 5, 6, 40), part("bot_like_share", 5, 6, 8, tracking)]).map((p) => p.isMain)
  ).toEqual([false, true]);
  expect(
    joinIncidents([part("orders", 5, 19, -9), part("checkout_to_purchase", 5, 19, -6)]).map((p) => p.isMain)
  ).toEqual([false, true]);
});

test("joinIncidents(parts) keeps apart copies from visits, and a day from a month", () => {
  const incidents = (parts: IncidentPart[]) => joinIncidents(parts).map(({incident}) => incident);
  expect(incidents([part("duplicate_share", 5, 6, 40, {kind: "tracking"}), part("views", 5, 6, 9)])).toEqual([1, 2]);
  expect(incidents([part("sessions", 5, 33, 40), part("orders", 9, 10, 9)])).toEqual([1, 2]);
  expect(incidents([])).toEqual([]);
});

test("joinIncidents(parts) takes the new level after lost events for their end", () => {
  const lost = part("purchases_above_views", 0, 17, 20, {kind: "tracking"});
  const after = part("views", 20, 48, 8, {shape: "shift"});
  expect(joinIncidents([lost, after]).map(({incident}) => incident)).toEqual([1, 1]);
});
