import {expect, test} from "vitest";
import {quotedName} from "../../../src/shared/quoted-name.ts";

test("quotedName(value) puts a name in quotes, on one line", () => {
  expect(quotedName("December promotion")).toBe("“December promotion”");
  expect(quotedName("two\nlines\tand \u0000 more ")).toBe("“two lines and more”");
  expect(quotedName("<b>bold</b>")).toBe("“<b>bold</b>”");
});

test("quotedName(value) cuts long names, by whole characters", () => {
  expect(quotedName("x".repeat(60))).toBe(`“${"x".repeat(60)}”`);
  expect(quotedName("😀".repeat(400))).toBe(`“${"😀".repeat(60)}…”`);
});

test("quotedName(value) keeps the direction of writing to the name", () => {
  expect(quotedName("abc\u202Edef")).toBe("“abcdef”");
  expect(quotedName("מבצע")).toBe("“\u2068מבצע\u2069”");
});
