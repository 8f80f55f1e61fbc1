import fc from "fast-check";
import {expect, test} from "vitest";
import {
  everybody,
  isEverybody,
  narrowSelection,
  readSelection,
  type Selection,
  toggleValue,
  writeSelection
} from "../../../../src/shared/selection/selection.ts";
import {dimensionNames} from "../../../../src/shared/selection/session-dimensions.ts";

test("readSelection(search) takes several values of a dimension and days, and ignores what it does not know", () => {
  expect(readSelection("?device=mobile&device=tablet&order=any&from=2021-01-05&source=&os=x")).toEqual({
    values: {device: ["mobile", "tablet"]},
    from: "2021-01-05"
  });
});

test.each(["?from=2021-02-30", "?to=yesterday", "?from=2021-1-1", "", "?device=&to="])(
  "readSelection(%j) is everybody",
  (search) => {
    expect(readSelection(search)).toEqual(everybody);
    expect(isEverybody(readSelection(search))).toBe(true);
  }
);

test("writeSelection(selection, search) keeps what else is in the address, in place of the selection in it", () => {
  const selection: Selection = {values: {campaign: ["a&b=c", "é"]}, to: "2021-01-31"};
  expect(writeSelection(selection, "?order=any&device=mobile&from=2020-01-01")).toBe(
    "?order=any&campaign=a%26b%3Dc&campaign=%C3%A9&to=2021-01-31"
  );
  expect(writeSelection(everybody, "?device=mobile")).toBe("");
});

test("narrowSelection(selection, values) replaces the values of the same dimension alone", () => {
  expect(
    narrowSelection({values: {device: ["mobile"], source: ["ads"]}, from: "2021-01-01"}, {device: ["tablet"]})
  ).toEqual({values: {device: ["tablet"], source: ["ads"]}, from: "2021-01-01"});
});

test("toggleValue(selection, name, value) adds a value, or takes it back", () => {
  const one = toggleValue({values: {source: ["ads"]}}, "device", "mobile");
  expect(one).toEqual({values: {source: ["ads"], device: ["mobile"]}});
  expect(toggleValue(one, "device", "mobile")).toEqual({values: {source: ["ads"], device: []}});
});

test("readSelection(writeSelection(selection)) is the selection, whatever the text", () => {
  const values = fc.dictionary(
    fc.constantFrom(...dimensionNames),
    fc.uniqueArray(fc.string({minLength: 1, unit: "grapheme"}), {minLength: 1, maxLength: 3}),
    {noNullPrototype: true}
  );
  fc.assert(
    fc.property(values, (values) => {
      expect(readSelection(writeSelection({values}))).toEqual({values});
    })
  );
});
