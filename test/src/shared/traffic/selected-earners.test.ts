import {expect, test} from "vitest";
import {selectedEarners, totalOf} from "../../../../src/shared/traffic/selected-earners.ts";

const channel = (name: string, revenue: number | null) => ({
  channel: name,
  sessions: 100,
  users: 90,
  purchasing_sessions: 10,
  orders: 12,
  revenue,
  conversion_rate: 0.1,
  cost: 7,
  cost_per_order: 2,
  return_on_ad_spend: 3,
  verdict: "higher",
  design_effect: 1.5
});

const counted = (value: string | null) => ({
  value,
  sessions: 4,
  users: 3,
  purchasing_sessions: 1,
  orders: 2,
  revenue: 50
});

const name = (row: {channel: string}) => row.channel;

test("selectedEarners(figures, built) has what the chosen sessions brought, and nulls for what is known of all alone", () => {
  const built = [channel("a", 500), channel("b", 500), channel("Unknown", null)];
  const rows = selectedEarners([counted("a"), counted(null)], built, name);
  const chosen = {sessions: 4, users: 3, purchasing_sessions: 1, orders: 2, conversion_rate: 0.25};
  const unknown = {verdict: null, cost: null, cost_per_order: null, return_on_ad_spend: null};
  expect(rows).toEqual([
    {channel: "a", design_effect: 1.5, revenue: 50, ...chosen, ...unknown},
    {channel: "Unknown", design_effect: 1.5, revenue: null, ...chosen, ...unknown}
  ]);
});

test("totalOf(rows) adds up, and has no rate of no sessions", () => {
  expect(totalOf([channel("a", 500), channel("b", 20)], {revenue: 1})).toEqual({
    sessions: 200,
    orders: 24,
    revenue: 520,
    session_conversion_rate: 0.1
  });
  expect(totalOf([], {revenue: null})).toEqual({sessions: 0, orders: 0, revenue: null, session_conversion_rate: null});
});
