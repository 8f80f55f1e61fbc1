import {expect, test} from "vitest";
import {placeInWords} from "../../data-loaders/place-in-words.ts";

test("placeInWords(dimension, value) says where visits are", () => {
  expect(placeInWords("device", "mobile")).toBe("on the device “mobile”");
  expect(placeInWords("browser", "Mobile Safari")).toBe("in the browser “Mobile Safari”");
  expect(placeInWords("source", "google")).toBe("from the source “google”");
  expect(placeInWords("country", "FR")).toBe("with the country “FR”");
});
