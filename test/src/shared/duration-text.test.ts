import {expect, test} from "vitest";
import {durationText} from "../../../src/shared/duration-text.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";

test.each([
  [0, "a second"],
  [1, "a second"],
  [1.25, "1.3 seconds"],
  [42, "42 seconds"],
  [89, "89 seconds"],
  [90, "1.5 minutes"],
  [719.6, "12 minutes"],
  [5400, "1.5 hours"],
  [7200, "2 hours"],
  [129_600, "1.5 days"],
  [1_080_000, "13 days"]
])("durationText(%d) is %s", (seconds, text) => {
  expect(durationText(seconds, numberFormat("en-US", "USD"))).toBe(text);
});
