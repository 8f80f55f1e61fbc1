import {expect, test} from "vitest";
import {findings} from "../../../data-loaders/findings/findings.ts";
import {evidenceTitles} from "../../../src/shared/evidence-titles.ts";

test("evidenceTitles has a title for every finding's evidence, and no other", () => {
  expect(Object.keys(evidenceTitles).sort()).toEqual(findings.map(({name}) => name).sort());
});
