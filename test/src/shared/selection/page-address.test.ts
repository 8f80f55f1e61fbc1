import {expect, test} from "vitest";
import {pageAddress} from "../../../../src/shared/selection/page-address.ts";

test("pageAddress(page, values) keeps the selection of this page and none of its other parameters", () => {
  const search = "?order=ordered&device=mobile&source=ads";
  expect(pageAddress("drop-off", {source: ["e-mail"]}, {search})).toBe("./drop-off?device=mobile&source=e-mail");
  expect(pageAddress("traffic", {}, {search: ""})).toBe("./traffic");
});

test("pageAddress(page, values, days) puts the days in place of those that are chosen", () => {
  const options = {search: "?from=2021-01-01&to=2021-01-31", from: "2021-03-01"};
  expect(pageAddress("drop-off", {}, options)).toBe("./drop-off?from=2021-03-01");
});
