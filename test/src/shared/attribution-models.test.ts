import {expect, test} from "vitest";
import {attributionChoices} from "../../../data-loaders/statistics/attribution/attribution-choices.ts";
import {attributionModelNames, attributionModels} from "../../../src/shared/attribution-models.ts";

test("attributionModels begins with the report's choice and has names to read", () => {
  expect(attributionModelNames[0]).toBe("last_non_direct");
  expect(attributionModelNames).toHaveLength(7);
  for (const {label, meaning} of Object.values(attributionModels)) {
    expect(label).toMatch(/^[A-Z]/);
    expect(meaning).toMatch(/^(to|by|evenly|40%) /);
  }
});

test("attributionModels says how far back models look, as they do", () => {
  expect(attributionModels.first.meaning).toContain(`the ${attributionChoices.lookbackDays} days before`);
  expect(attributionModels.time_decay.meaning).toContain(`every ${attributionChoices.halfLifeDays} days before`);
});
