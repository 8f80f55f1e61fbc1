import {expect, test} from "vitest";
import {chanceInWords} from "../../../../src/shared/anomalies/chance-in-words.ts";

test("chanceInWords(pValue, count) says of how many shops chance would bring it in", () => {
  const words = [1e-30, 0.0009, 0.001, 0.0042, 0.012, 0.0494].map((p) =>
    chanceInWords(p, (n) => n.toLocaleString("en"))
  );
  expect(words).toEqual([
    "fewer than 1 of 1,000 such shops",
    "fewer than 1 of 1,000 such shops",
    "about 1 of 1,000 such shops",
    "about 4 of 1,000 such shops",
    "about 1 of 100 such shops",
    "about 5 of 100 such shops"
  ]);
  expect(chanceInWords(null, String)).toBeUndefined();
});
