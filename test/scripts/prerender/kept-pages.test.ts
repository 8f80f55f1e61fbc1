import {readdirSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {KeptPages} from "../../../scripts/prerender/kept-pages.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

test("KeptPages finds what a page has become with the same maker, and forgets what nobody asks for", () => {
  const folder = join(temporaryFolder(), "prerendered");
  const first = new KeptPages(folder, "maker 1");
  first.forgetOthers();
  expect(first.find("page")).toBeUndefined();
  first.keep("page", "prerendered page");
  first.keep("other", "prerendered other");
  expect(new KeptPages(folder, "maker 2").find("page")).toBeUndefined();
  const second = new KeptPages(folder, "maker 1");
  expect(second.find("page")).toBe("prerendered page");
  second.forgetOthers();
  expect(readdirSync(folder)).toHaveLength(1);
  expect(second.find("other")).toBeUndefined();
});
