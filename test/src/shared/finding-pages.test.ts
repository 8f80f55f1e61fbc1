import {expect, test} from "vitest";
import {findings} from "../../../data-loaders/findings/findings.ts";
import {findingLink, findingPages} from "../../../src/shared/finding-pages.ts";
import configuration from "../../../observablehq.config.ts";

const everybody = {dimension: null, value: null, started_on: null, ended_on: null};
const search = "";

test("findingPages knows the page of every finding, and no other", () => {
  expect(Object.keys(findingPages).sort()).toEqual(findings.map(({name}) => name).sort());
});

test("findingPages has pages of the site, under their names in the sidebar", () => {
  const pages = configuration.pages.flatMap((section) => section.pages);
  for (const {page, name} of Object.values(findingPages)) expect(pages).toContainEqual({name, path: `/${page}`});
});

test("findingLink(subject) chooses the sessions and days that a finding is about, where sessions are listed", () => {
  const days = {started_on: new Date("2021-01-11"), ended_on: new Date("2021-01-24")};
  expect(
    findingLink({finding: "checkout-problems", dimension: "browser", value: "Mobile Safari", ...days}, {search})
  ).toEqual({name: "Drop-off", address: "./drop-off?browser=Mobile+Safari&from=2021-01-11&to=2021-01-24"});
  expect(
    findingLink({...everybody, finding: "recoverable-losses", dimension: "device", value: "a&b=<c>"}, {search})?.address
  ).toBe("./drop-off?device=a%26b%3D%3Cc%3E");
  expect(findingLink({...everybody, finding: "cart-abandonment"}, {search})?.address).toBe(
    "./drop-off?last_stage=cart&last_stage=checkout"
  );
});

test("findingLink(subject) leads to other pages as they are", () => {
  const days = {started_on: new Date("2020-12-10"), ended_on: new Date("2020-12-16")};
  expect(
    findingLink({finding: "promotion-without-orders", dimension: "campaign", value: "Sale", ...days}, {search})
  ).toEqual({name: "Anomalies", address: "./anomalies"});
});

test("findingLink(subject) keeps what the reader has chosen", () => {
  const options = {search: "?device=mobile&model=first"};
  expect(findingLink({...everybody, finding: "largest-drop-off"}, options)?.address).toBe("./funnel?device=mobile");
});

test("findingLink(subject) ignores what sessions cannot be told apart by, and gives nothing for other findings", () => {
  const subject = {...everybody, dimension: "weekday", value: "Monday"};
  expect(findingLink({...subject, finding: "checkout-problems"}, {search})?.address).toBe("./drop-off");
  expect(findingLink({...everybody, finding: "constructor"}, {search})).toBeUndefined();
});
