import {expect, test} from "vitest";
import {settleSlots} from "../../../../data-loaders/demo-store/diagram/settle-slots.ts";
import {measureTangle, untangleSlots} from "../../../../data-loaders/demo-store/diagram/untangle-slots.ts";
import {arrange, box} from "../../../fixtures/arrange.ts";

test("untangleSlots(arrangement) changes the order so that no links cross that need not", () => {
  const [a, b, c] = [box(0, 300), box(1, 50), box(1, 50)];
  const arrangement = arrange(
    [[a], [b, c]],
    [
      [a, 250, b, 30],
      [a, 40, c, 30]
    ]
  );
  settleSlots(arrangement);
  expect(measureTangle(arrangement)).toBeGreaterThan(1);
  untangleSlots(arrangement);
  expect(arrangement.columns).toEqual([[a], [c, b]]);
  expect(measureTangle(arrangement)).toBe(0);
});
