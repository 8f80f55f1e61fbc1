import {expect, test} from "vitest";
import {settleSlots} from "../../../../data-loaders/demo-store/diagram/settle-slots.ts";
import {arrange, box} from "../../../fixtures/arrange.ts";

test("settleSlots(arrangement) makes links level where there is room", () => {
  const [a, b, c] = [box(0, 300), box(1, 50), box(1, 50)];
  const arrangement = arrange(
    [[a], [b, c]],
    [
      [a, 40, b, 30],
      [a, 250, c, 30]
    ]
  );
  expect(settleSlots(arrangement)).toBe(300);
  expect([a.y, b.y, c.y]).toEqual([0, 10, 220]);
});

test("settleSlots(arrangement) keeps the order, and 24 pixels between boxes, where links would have it otherwise", () => {
  const [a, b, c] = [box(0, 300), box(1, 50), box(1, 50)];
  const arrangement = arrange(
    [[a], [b, c]],
    [
      [a, 200, b, 25],
      [a, 100, c, 25]
    ]
  );
  settleSlots(arrangement);
  // their middle is where the middle of their ends is
  expect([b.y, c.y]).toEqual([88, 162]);
});
