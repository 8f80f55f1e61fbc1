import {expect, test} from "vitest";
import {claimNumbers} from "../../../data-loaders/claims/claim-numbers.ts";
import type {ClaimStatus} from "../../../data-loaders/claims/claim-status.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";

const format = numberFormat("en-GB", "EUR");
const status = (then: ClaimStatus["then"], values: ClaimStatus["now"]["values"]): ClaimStatus => ({
  state: "holds",
  hasHeld: true,
  since: null,
  then,
  now: {day: "2021-02-28", events: "one", state: "holds", values},
  hasOtherEvents: false,
  hasNewQuery: false,
  laterDay: null
});

test("claimNumbers(status, format) writes each number as its column's name says", () => {
  const values = {
    people: 12345,
    lost_share: 0.911,
    bounce_rate: 1,
    average_price: 5,
    share_of: 0.25,
    sum_value: 1234.5
  };
  const others = {is_new: true, name: "<b>", gone: null};
  expect(claimNumbers(status(null, {...values, ...others}), format)).toEqual([
    {label: "people", then: null, now: "12,345"},
    {label: "lost share", then: null, now: "91.1%"},
    {label: "bounce rate", then: null, now: "100.0%"},
    {label: "average price", then: null, now: "€5.00"},
    {label: "share of", then: null, now: "0.25"},
    {label: "sum value", then: null, now: "€1,235"},
    {label: "is new", then: null, now: "yes"},
    {label: "name", then: null, now: "<b>"},
    {label: "gone", then: null, now: "–"}
  ]);
  expect(claimNumbers(status(null, {}), format)).toEqual([]);
});

test("claimNumbers(status, format) gives the number then, or a dash where there was none", () => {
  const then = {day: "2021-02-01", events: "one", state: "holds" as const, values: {people: 7}};
  expect(claimNumbers(status(then, {people: 8, share: 0.5}), format)).toEqual([
    {label: "people", then: "7", now: "8"},
    {label: "share", then: "–", now: "50.0%"}
  ]);
});
