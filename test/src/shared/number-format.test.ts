import {expect, test} from "vitest";
import {numberFormat} from "../../../src/shared/number-format.ts";

test("numberFormat('en-US', 'USD') separates thousands and rounds", () => {
  const {count, percent, money, roughMoney} = numberFormat("en-US", "USD");
  expect([count(12_345), count(0), percent(0.09149), percent(1)]).toEqual(["12,345", "0", "9.1%", "100.0%"]);
  expect([money(0), money(9.5), money(-9.5), money(99.99), money(100.4), money(1234.5)]).toEqual([
    "$0",
    "$9.50",
    "-$9.50",
    "$99.99",
    "$100",
    "$1,235"
  ]);
  expect([roughMoney(43_389), roughMoney(1_234_567), roughMoney(82.39), roughMoney(0.1234)]).toEqual([
    "$43,400",
    "$1,230,000",
    "$82.40",
    "$0.12"
  ]);
});

test("numberFormat(locale, currency) follows the language and the currency", () => {
  const {count, percent, money} = numberFormat("de-DE", "EUR");
  expect([count(12_345), percent(0.091), money(1234)]).toEqual(["12.345", "9,1\u00a0%", "1.234\u00a0€"]);
  expect(numberFormat("ja-JP", "JPY").money(12)).toBe("￥12");
});

test.each([NaN, Infinity, null, undefined])("numberFormat(locale, currency) writes %s as a dash", (value) => {
  const format = numberFormat("en-US", "USD");
  const each = [format.count, format.decimal, format.percent, format.points, format.money, format.roughMoney];
  expect(each.map((write) => write(value as number))).toEqual(each.map(() => "–"));
});

test("numberFormat(locale, currency).decimal keeps what matters of a number's size", () => {
  const {decimal} = numberFormat("en-US", "USD");
  expect([0, 1, 1.234, 45.67, 1234.5].map(decimal)).toEqual(["0", "1", "1.23", "45.7", "1,235"]);
  expect([0.000012345, -0.0123, 0.05, 0.0996, 0.104].map(decimal)).toEqual([
    "0.000012",
    "-0.012",
    "0.05",
    "0.1",
    "0.1"
  ]);
});

test("numberFormat(locale, currency).points says by how many percentage points, and which way", () => {
  const {points} = numberFormat("en-US", "USD");
  expect([0.0214, -0.105, 0, 0.0001].map(points)).toEqual(["+2.1", "−10.5", "0.0", "0.0"]);
});
