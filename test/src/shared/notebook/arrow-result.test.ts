import {expect, test} from "vitest";
import {arrowResult, type ArrowTable} from "../../../../src/shared/notebook/arrow-result.ts";

type Type = ArrowTable["schema"]["fields"][number]["type"];

const int32 = {typeId: 2, bitWidth: 32};
const int64 = {typeId: 2, bitWidth: 64};
const text = {typeId: 5};
const date = {typeId: 8};

test.each<[string, Type, unknown, string | null]>([
  ["big integers", int64, 9223372036854775807n, "9223372036854775807"],
  ["null", int64, null, null],
  ["fractions", {typeId: 3}, 0.1, "0.1"],
  ["booleans", {typeId: 6}, true, "true"],
  ["text", text, "<b>", "<b>"],
  ["decimals", {typeId: 7, scale: 2}, new Uint32Array([12345, 0, 0, 0]), "123.45"],
  ["small decimals", {typeId: 7, scale: 3}, new Uint32Array([5, 0, 0, 0]), "0.005"],
  [
    "negative decimals",
    {typeId: 7, scale: 2},
    new Uint32Array([4294967171, 4294967295, 4294967295, 4294967295]),
    "-1.25"
  ],
  [
    "huge integers",
    {typeId: 7, scale: 0},
    new Uint32Array([4294967295, 4294967295, 4294967295, 2147483647]),
    `${2n ** 127n - 1n}`
  ],
  ["days", date, new Date("2021-01-02"), "2021-01-02"],
  ["moments", {typeId: 10, timezone: null}, Date.parse("2021-01-02T00:00:00Z"), "2021-01-02 00:00:00"],
  ["moments in a zone", {typeId: 10, timezone: "UTC"}, Date.parse("2021-01-02T03:00:00Z"), "2021-01-02 03:00:00+00"],
  ["times", {typeId: 9}, 3723500000n, "01:02:03.5"],
  ["bytes", {typeId: 4}, new Uint8Array([1, 255]), "\\x01\\xff"],
  [
    "lists",
    {typeId: 12, children: [{name: "item", type: int64}]},
    [9007199254740993n, null],
    "[9007199254740993, null]"
  ],
  [
    "structs",
    {
      typeId: 13,
      children: [
        {name: 'a"', type: text},
        {name: "b", type: {typeId: 12, children: [{name: "", type: date}]}}
      ]
    },
    {'a"': "x\n", b: [new Date("2021-01-02")]},
    '{"a\\"": "x\\n", "b": ["2021-01-02"]}'
  ],
  [
    "maps",
    {
      typeId: 17,
      children: [
        {
          name: "",
          type: {
            typeId: 13,
            children: [
              {name: "key", type: int32},
              {name: "value", type: text}
            ]
          }
        }
      ]
    },
    new Map([[1, "a"]]),
    '{"1": "a"}'
  ]
])("arrowResult(table) shows %s exactly", (_, type, value, shown) => {
  expect(arrowResult(tableOf(type, value)).text(0, 0)).toBe(shown);
});

test("arrowResult(table) shows intervals of months, days and time, of any batch", () => {
  const bytes = new DataView(new ArrayBuffer(32));
  bytes.setInt32(16, 14, true);
  bytes.setInt32(20, -1, true);
  bytes.setBigInt64(24, 90_061_500_000_000n, true);
  const data = [0, 1].map((offset) => ({length: 1, offset, values: new Int32Array(bytes.buffer)}));
  const interval = {typeId: 11};
  const table = {
    numRows: 2,
    schema: {fields: [{name: "i", type: interval}]},
    getChildAt: () => ({data, get: () => 0, isValid: () => true})
  };
  expect([0, 1].map((row) => arrowResult(table).text(row, 0))).toEqual([
    "00:00:00",
    "1 year 2 months -1 day 25:01:01.5"
  ]);
});

test("arrowResult(table) gives charts numbers and dates, and columns of the same name different ones", () => {
  const [number, day] = [tableOf(int64, 7n), tableOf(date, new Date("2021-01-02"))];
  expect(arrowResult(number).value(0, 0)).toBe(7);
  expect(arrowResult(day).value(0, 0)).toEqual(new Date("2021-01-02"));
  const twice = {...number, schema: {fields: [...number.schema.fields, ...number.schema.fields]}};
  expect(arrowResult(twice).columns).toEqual([
    {name: "x", kind: "number", isFraction: false},
    {name: "x_2", kind: "number", isFraction: false}
  ]);
});

function tableOf(type: Type, value: unknown): ArrowTable {
  const vector = {data: [], get: () => value, isValid: () => value !== null};
  return {numRows: 1, schema: {fields: [{name: "x", type}]}, getChildAt: () => vector};
}
