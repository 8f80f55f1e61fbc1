import {expect, test} from "vitest";
import {selectionWords} from "../../../../src/shared/selection/selection-words.ts";

const formats = {day: (date: Date) => date.toISOString().slice(0, 10), money: (value: number) => `€${value}`};

test.each([
  [{values: {}}, ""],
  [{values: {device: ["mobile", "tablet"], visitor: ["new"]}}, "device: mobile or tablet; new or returning: new"],
  [{values: {}, from: "2021-01-01"}, "from 2021-01-01 on"],
  [{values: {source: ["ads"]}, from: "2021-01-01", to: "2021-01-31"}, "source: ads; 2021-01-01 to 2021-01-31"],
  [{values: {}, from: "2021-01-01", to: "2021-01-01"}, "2021-01-01"],
  [
    {values: {cart_bucket: ["none", "25"], last_stage: ["view"]}},
    "last event: Viewed a product; left in the cart: nothing or €25 to €50"
  ],
  [{values: {}, to: "2021-01-31"}, "up to 2021-01-31"]
])("selectionWords(%j) is %j", (selection, words) => expect(selectionWords(selection, formats)).toBe(words));
