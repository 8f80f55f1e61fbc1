import fc from "fast-check";
import {expect, test} from "vitest";
import {advanceRecord, type ClaimRecord} from "../../../data-loaders/claims/advance-record.ts";
import {claimStatus} from "../../../data-loaders/claims/claim-status.ts";
import type {ClaimState, Evaluation} from "../../../data-loaders/claims/read-evaluation.ts";

const at = (day: string, state: ClaimState, n = 0): Evaluation => ({day, events: "one", state, values: {n}});
const after = (...evaluations: Evaluation[]) =>
  evaluations.reduce<ClaimRecord | undefined>((record, now) => advanceRecord(record, "q", now), undefined);

test("advanceRecord(record, query, now) remembers the first, the latest, the change and when it last held", () => {
  const [a, b, c, d] = [at("2021-01-01", "holds", 1), at("2021-01-02", "holds", 2), at("2021-01-03", "fails", 3), at("2021-01-04", "fails", 4)] as const; // prettier-ignore
  expect(after(a)).toEqual({query: "q", first: a, since: a, before: null, held: a, latest: a});
  expect(after(a, b)).toEqual({query: "q", first: a, since: a, before: null, held: b, latest: b});
  expect(after(a, b, c, d)).toEqual({query: "q", first: a, since: c, before: b, held: b, latest: d});
  expect(after(d)).toEqual({query: "q", first: d, since: d, before: null, held: null, latest: d});
});

test("advanceRecord(record, query, now) begins anew with another query, and leaves a record be on older data", () => {
  const record = after(at("2021-01-01", "holds"), at("2021-01-09", "fails"));
  const now = at("2021-01-10", "holds");
  expect(advanceRecord(record, "other", now)).toEqual({
    query: "other",
    first: now,
    since: now,
    before: null,
    held: now,
    latest: now
  });
  expect(advanceRecord(record, "q", at("2021-01-08", "holds"))).toBe(record);
});

test("advanceRecord(record, query, now) with the same evaluation again changes nothing", () => {
  const evaluation = fc.record({
    day: fc.constantFrom("2021-01-01", "2021-01-02", "2021-01-03"),
    events: fc.constantFrom("one", "two"),
    state: fc.constantFrom<ClaimState>("holds", "fails", "unknown"),
    values: fc.record({n: fc.integer()})
  });
  fc.assert(
    fc.property(fc.array(evaluation), evaluation, (earlier, now) => {
      const record = after(...earlier, now);
      expect(advanceRecord(record, "q", now)).toEqual(record);
      expect(claimStatus(record, "q", now)).toEqual(claimStatus(after(...earlier), "q", now));
    })
  );
});

test("claimStatus(record, query, now) of a claim that is first checked has nothing to compare with", () => {
  const now = at("2021-01-01", "holds");
  expect(claimStatus(undefined, "q", now)).toEqual({state: "holds", hasHeld: true, since: null, then: null, now, hasOtherEvents: false, hasNewQuery: false, laterDay: null}); // prettier-ignore
});

test("claimStatus(record, query, now) of a claim that holds compares with when it began to hold", () => {
  const [began, now] = [at("2021-01-02", "holds", 2), at("2021-01-04", "holds", 4)];
  const record = after(at("2021-01-01", "fails", 1), began, at("2021-01-03", "holds", 3));
  expect(claimStatus(record, "q", now)).toEqual({state: "holds", hasHeld: true, since: "2021-01-02", then: began, now, hasOtherEvents: false, hasNewQuery: false, laterDay: null}); // prettier-ignore
});

test("claimStatus(record, query, now) of a claim that holds from now on compares with what it was before", () => {
  const [before, now] = [at("2021-01-02", "fails", 2), at("2021-01-03", "holds", 3)];
  const record = after(at("2021-01-01", "fails", 1), before);
  const status = {state: "holds", hasHeld: true, since: "2021-01-03", then: before, now, hasOtherEvents: false, hasNewQuery: false, laterDay: null}; // prettier-ignore
  expect(claimStatus(record, "q", now)).toEqual(status);
  expect(claimStatus(after(at("2021-01-01", "fails", 1), before, now), "q", now)).toEqual(status);
  const next = at("2021-01-04", "holds", 4);
  expect(claimStatus(after(before, now), "q", next).then).toEqual(now);
});

test("claimStatus(record, query, now) says where the events were configured differently", () => {
  const now = {...at("2021-01-02", "holds", 2), events: "two"};
  expect(claimStatus(after(at("2021-01-01", "holds", 1)), "q", now)).toMatchObject({hasOtherEvents: true});
  expect(claimStatus(after(at("2021-01-03", "holds", 1)), "q", now)).toMatchObject({hasOtherEvents: true});
  expect(claimStatus(after({...now, events: "one"}), "q", now)).toMatchObject({then: null, hasOtherEvents: false});
});

test("claimStatus(record, query, now) of a claim that does not hold compares with when it last held, or the first check", () => {
  const [held, now] = [at("2021-01-02", "holds", 2), at("2021-01-04", "fails", 4)];
  const record = after(at("2021-01-01", "holds", 1), held, at("2021-01-03", "unknown", 3));
  expect(claimStatus(record, "q", now)).toEqual({state: "fails", hasHeld: true, since: "2021-01-04", then: held, now, hasOtherEvents: false, hasNewQuery: false, laterDay: null}); // prettier-ignore
  const first = at("2021-01-01", "fails", 1);
  expect(claimStatus(after(first), "q", now)).toEqual({state: "fails", hasHeld: false, since: "2021-01-01", then: first, now, hasOtherEvents: false, hasNewQuery: false, laterDay: null}); // prettier-ignore
});

test("claimStatus(record, query, now) on older data says nothing of since when, and names the later day", () => {
  const record = after(at("2021-01-05", "holds"), at("2021-01-09", "fails"));
  const now = at("2021-01-03", "fails");
  expect(claimStatus(record, "q", now)).toEqual({state: "fails", hasHeld: false, since: null, then: null, now, hasOtherEvents: false, hasNewQuery: false, laterDay: "2021-01-09"}); // prettier-ignore
});
