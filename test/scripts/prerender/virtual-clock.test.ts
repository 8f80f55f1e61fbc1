import {expect, test} from "vitest";
import {VirtualClock} from "../../../scripts/prerender/virtual-clock.ts";

test("VirtualClock runs timers and frames in the order in which they are due, without waiting", () => {
  const clock = new VirtualClock();
  const log: string[] = [];
  const note = (name: unknown) => void log.push(`${String(name)} at ${clock.now}`);
  clock.setTimeout(note, 1000, "late");
  clock.setTimeout(note, 10, "soon");
  clock.setTimeout(note, undefined, "now");
  clock.requestAnimationFrame(() => note("frame"));
  while (clock.runNext(5000));
  expect(log).toEqual(["now at 0", "soon at 10", "frame at 16", "late at 1000"]);
});

test("VirtualClock runs what is due at one time in the order in which it was asked for", () => {
  const clock = new VirtualClock();
  const log: number[] = [];
  for (const i of [1, 2, 3]) clock.setTimeout(() => log.push(i), 5);
  while (clock.runNext(5000));
  expect(log).toEqual([1, 2, 3]);
});

test("VirtualClock forgets what is cleared, and stops at a time whatever repeats", () => {
  const clock = new VirtualClock();
  let count = 0;
  clock.clear(clock.setTimeout(() => (count += 1000), 5));
  const interval = clock.setInterval(() => {
    count += 1;
    if (count === 3) clock.clear(interval);
  }, 100);
  while (clock.runNext(5000));
  expect([count, clock.now]).toEqual([3, 300]);
  const endless = () => void clock.requestAnimationFrame(endless);
  endless();
  while (clock.runNext(5000));
  expect(clock.now).toBeLessThanOrEqual(5000);
});
