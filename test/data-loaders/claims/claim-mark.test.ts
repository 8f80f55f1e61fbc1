import {expect, test} from "vitest";
import {claimMark} from "../../../data-loaders/claims/claim-mark.ts";
import type {ClaimStatus} from "../../../data-loaders/claims/claim-status.ts";
import type {Manifest} from "../../../data-loaders/snapshots.ts";

const manifest = {
  report: {locale: "en-GB", currency: "EUR"},
  firstEventAt: "2020-09-24T00:00:00.000Z"
} as Manifest;
const now = {day: "2021-02-28", events: "one", state: "holds" as const, values: {}};
const held: ClaimStatus = {
  state: "holds",
  hasHeld: true,
  since: null,
  then: null,
  now,
  hasOtherEvents: false,
  hasNewQuery: false,
  laterDay: null
};
const failed: ClaimStatus = {...held, state: "fails", now: {...now, state: "fails"}};

test.each<[string, ClaimStatus]>([
  ["✓ Holds in the data up to 28 Feb 2021", held],
  ["✓ Holds, since the data up to 14 Feb 2021", {...held, since: "2021-02-14"}],
  ["✕ No longer holds, since the data up to 14 Feb 2021", {...failed, since: "2021-02-14"}],
  ["✕ Does not hold, since the data up to 14 Feb 2021", {...failed, since: "2021-02-14", hasHeld: false}],
  ["? Cannot be told from the data up to 28 Feb 2021", {...held, state: "unknown"}]
])("claimMark(status, manifest) says in one line: %s", (line, status) => {
  const {before} = claimMark(status, manifest);
  const summary = /<summary>(.*)<\/summary>/.exec(before)?.[1] ?? "";
  expect(summary.replace(/<[^>]*>/g, "")).toBe(line);
});

test("claimMark(status, manifest) unfolds into the numbers then and now, and the period", () => {
  const then = {day: "2021-02-14", events: "one", state: "holds" as const, values: {share: 0.25}};
  const status = {...failed, then, now: {...failed.now, values: {share: 0.5}}};
  const text = claimMark(status, manifest)
    .before.replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
  expect(text).toContain("Last held up to 14 Feb 2021 Now up to 28 Feb 2021 share 25.0% 50.0% Checked");
  expect(text).toContain("Checked on the data of 24 Sept 2020 to 28 Feb 2021. The claim");
  expect(claimMark({...held, then, now: status.now}, manifest).before).toContain("Began to hold<br>up to 14 Feb 2021");
  expect(claimMark({...status, hasHeld: false}, manifest).before).toContain("First checked<br>up to 14 Feb 2021");
  const before = {...then, state: "fails" as const};
  expect(claimMark({...held, then: before, now: status.now}, manifest).before).toContain("Before<br>up to 14 Feb 2021");
  expect(claimMark({...status, hasOtherEvents: true}, manifest).before).toContain(
    " to 28 Feb 2021. The events were configured differently then. The claim"
  );
  expect(claimMark(held, manifest).before).not.toContain("<table");
  expect(claimMark({...held, laterDay: "2021-03-05"}, manifest).before).toContain(
    "It was checked before on data up to 5 Mar 2021, which is left as it is remembered."
  );
});

test("claimMark(status, manifest) escapes text, also what Framework would run", () => {
  const values = {'<b "x">': "<img src=x onerror=\"alert('1')\"> ${alert(2)} `&amp;`"};
  const {before} = claimMark({...held, now: {...now, values}}, manifest);
  expect(before).toContain('<th scope="row">&#60;b &#34;x&#34;&#62;</th>');
  expect(before).toContain(
    "&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62; &#36;{alert(2)} &#96;&#38;amp;&#96;"
  );
  expect(before).not.toContain("${");
});
