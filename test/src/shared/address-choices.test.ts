import {describe, expect, test} from "vitest";
import {readChoices, writeChoices} from "../../../src/shared/address-choices.ts";

const choices = {metric: ["sessions", "orders"], by: ["day", "week"]} as const;

describe("readChoices(choices, search)", () => {
  test("gives what the address says, and the first of each where it says nothing that can be chosen", () => {
    expect(readChoices(choices, "?metric=orders&by=year&device=mobile")).toEqual({metric: "orders", by: "day"});
    expect(readChoices(choices, "")).toEqual({metric: "sessions", by: "day"});
    expect(readChoices({metric: ["sessions"]}, "?metric=toString")).toEqual({metric: "sessions"});
  });
});

describe("writeChoices(choices, chosen, search)", () => {
  test("keeps what else the address has, and leaves defaults out", () => {
    expect(writeChoices(choices, {metric: "orders", by: "day"}, "?by=week&device=mobile")).toBe(
      "?device=mobile&metric=orders"
    );
    expect(writeChoices(choices, {metric: "sessions", by: "day"}, "?by=week")).toBe("");
  });
});
