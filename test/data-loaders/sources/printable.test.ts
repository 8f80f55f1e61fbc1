import {expect, test} from "vitest";
import {printable, printableLiteral} from "../../../data-loaders/sources/printable.ts";

test("printable(text) spells out what would act on a terminal, and leaves other text as it is", () => {
  expect(printable("Käufe 🎧 – 商品")).toBe("Käufe 🎧 – 商品");
  expect(printable("\u001b[31mred\r\n\u0007\u009b2J\u202eevil\u2028")).toBe(
    "\\u001b[31mred\\u000d\\u000a\\u0007\\u009b2J\\u202eevil\\u2028"
  );
});

test("printable(text, length) cuts off after so many characters", () => {
  expect([printable("abcd", 4), printable("abcde", 4), printable("🎧🎧🎧", 2)]).toEqual(["abcd", "abc…", "🎧…"]);
});

test("printableLiteral(text) is source text that means the text", () => {
  for (const text of ['a"b\\c', "\u001b[31m", "\u202e\u2028\u{e0001}", "`${x}`"]) {
    expect(printableLiteral(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
    expect(JSON.parse(printableLiteral(text))).toBe(text);
  }
});
