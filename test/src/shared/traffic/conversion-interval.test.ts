import {expect, test} from "vitest";
import {conversionInterval} from "../../../../src/shared/traffic/conversion-interval.ts";

test("conversionInterval(row, minimumTrials) is Wilson's of sessions with a purchase", () => {
  // 15 of 148: Newcombe (1998), table I
  const interval = conversionInterval({purchasing_sessions: 15, sessions: 148, design_effect: 1}, 30);
  expect(interval).toEqual([expect.closeTo(0.0624, 4), expect.closeTo(0.1605, 4)]);
});

test("conversionInterval(row, minimumTrials) is wider where sessions are of fewer people", () => {
  const interval = conversionInterval({purchasing_sessions: 30, sessions: 296, design_effect: 2}, 30);
  expect(interval).toEqual([expect.closeTo(0.0624, 4), expect.closeTo(0.1605, 4)]);
});

test("conversionInterval(row, minimumTrials) has none of too few sessions", () => {
  expect(conversionInterval({purchasing_sessions: 3, sessions: 29, design_effect: 1}, 30)).toBeNull();
  expect(conversionInterval({purchasing_sessions: 0, sessions: 0, design_effect: 1}, 0)).toBeNull();
});
