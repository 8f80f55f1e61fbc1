import {expect, test} from "vitest";
import type {CheckedClaim} from "../../../data-loaders/claims/check-claims.ts";
import {claimBeginnings, claimErrors, claimLines, claimWarnings} from "../../../data-loaders/claims/claim-lines.ts";
import type {ClaimStatus} from "../../../data-loaders/claims/claim-status.ts";
import type {ClaimState, ClaimValue} from "../../../data-loaders/claims/read-evaluation.ts";
import {plainSentence} from "../../../data-loaders/claims/plain-sentence.ts";
import type {Manifest} from "../../../data-loaders/snapshots.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";

const manifest = {
  report: {locale: "en-GB", currency: "EUR"},
  lastEventAt: "2021-02-28T23:00:00.000Z"
} as Manifest;
const answer = {columns: [], rows: []};

test("claimLines(checked, manifest) counts the claims and gives a line for each, with what has changed", () => {
  const checked: CheckedClaim[] = [
    item("src/a.md", 5, "First.", status("holds", {n: 1200, same: 1}, {since: "2021-02-14", then: {n: 7, same: 1}})),
    item("src/a.md", 15, "Second.", status("fails", {n: 3})),
    item("src/long-name.md", 1, "Third.", status("fails", {n: 3}, {since: "2021-02-28", then: {n: 4}, hasHeld: true})),
    item("src/long-name.md", 9, "Fourth.", status("unknown", {n: 3})),
    item("src/long-name.md", 10, "Fifth.", status("fails", {})),
    {claim: claim("src/z.md", 2, ""), answer, error: "the query gives no row"}
  ];
  expect(claimLines(checked, manifest)).toEqual([
    "Claims on the data up to 2021-02-28: 1 holds, 1 no longer holds, 2 do not hold, 1 cannot be told, 1 error",
    "",
    "  src/a.md:5           holds            since 2021-02-14  First.",
    "      n 7 → 1,200",
    "  src/a.md:15          does not hold                      Second.",
    "      n 3",
    "  src/long-name.md:1   no longer holds  since 2021-02-28  Third.",
    "      n 4 → 3",
    "  src/long-name.md:9   cannot be told                     Fourth.",
    "  src/long-name.md:10  does not hold                      Fifth.",
    "  src/z.md:2           error                              the query gives no row"
  ]);
});

test("claimLines(checked, manifest) and claimBeginnings(checked) say whose history begins anew", () => {
  const checked = [
    item("src/a.md", 5, "First.", {...status("fails", {n: 1}), hasNewQuery: true}),
    item("src/a.md", 9, "Second.", status("holds", {n: 1}))
  ];
  expect(claimLines(checked, manifest).slice(2)).toEqual([
    "  src/a.md:5  does not hold    First.",
    "      n 1",
    "      its query has changed: its history begins anew",
    "  src/a.md:9  holds            Second."
  ]);
  expect(claimBeginnings(checked)).toEqual(["src/a.md:5: its query has changed: its history begins anew"]);
});

test("claimLines(checked, manifest) says where there is none, and where the data is older than before", () => {
  expect(claimLines([], manifest)).toEqual(["No page has a claim yet; docs/pages.md says how to write one."]);
  const older = item("src/a.md", 5, "First.", {...status("holds", {}), laterDay: "2021-03-01"});
  expect(claimLines([older], manifest).slice(-2)).toEqual([
    "",
    "They were checked before on data up to 2021-03-01; what is remembered of that is left as it is."
  ]);
});

test("claimLines(checked, manifest) says where the events were configured differently", () => {
  const before = item("src/a.md", 5, "First.", {...status("holds", {n: 2}, {then: {n: 1}}), hasOtherEvents: true});
  expect(claimLines([before], manifest).slice(3)).toEqual([
    "      n 1 → 2",
    "      the events were configured differently then"
  ]);
  const older = item("src/a.md", 5, "First.", {...status("holds", {}), laterDay: "2021-03-01", hasOtherEvents: true});
  expect(claimLines([older], manifest).slice(3)).toEqual([
    "",
    "They were checked before on data up to 2021-03-01; what is remembered of that is left as it is.",
    "The events were configured differently then. If these take the place of those, delete .funnelbook/claims.json to begin anew."
  ]);
});

test("claimLines(checked, manifest) prints nothing that acts on a terminal", () => {
  const hostile = "\u001b[2J\u202e";
  const checked: CheckedClaim[] = [
    item("src/a.md", 5, `A${hostile}`, status("fails", {[`n${hostile}`]: hostile})),
    {claim: claim("src/a.md", 9, ""), answer, error: hostile}
  ];
  for (const text of [claimLines, claimWarnings].map((print) => print(checked, manifest).join(""))) {
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  }
  expect(claimErrors(checked)).toEqual(["src/a.md:9: claim: \\u001b[2J\\u202e"]);
});

test("claimWarnings(checked, manifest) names the claims that do not hold", () => {
  const checked = [
    item("src/a.md", 5, "First.", status("holds", {})),
    item("src/a.md", 7, "Second.", status("unknown", {})),
    item("src/a.md", 9, "Third.", status("fails", {}, {since: "2021-02-14", then: {}, hasHeld: true})),
    item("src/a.md", 11, "Fourth.", status("fails", {}))
  ];
  expect(claimWarnings(checked, manifest)).toEqual([
    "src/a.md:9: no longer holds since 2021-02-14: Third.",
    "src/a.md:11: does not hold: Fourth."
  ]);
});

test.each([
  ["**Most** leave: ${formats.count(lost.users)}, or ${ lost.share }.", "Most leave: 1,234, or 0.5."],
  ["In percent: ${formats.percent(lost.share)}; ${formats.shrug(lost.share)}; ${lost.none}.", "In percent: 50.0%; …; …."],
  ["<p class=x>See [the funnel](./funnel) and `code`,\n _all_ of snake_case</p>", "See the funnel and code, all of snake_case"],
  ["${others.users} ${a ? `x` : `y`}", "… …"],
  ["", "(no sentence beside it)"],
  ["a".repeat(100), `${"a".repeat(89)}…`]
])("plainSentence of %j is %j", (sentence, text) => {
  const checked = [item("src/a.md", 5, sentence, status("holds", {users: 1234, share: 0.5, none: null}))];
  expect(plainSentence(checked[0] as CheckedClaim, checked, numberFormat("en-GB", "EUR"))).toBe(text);
}); // prettier-ignore

function claim(page: string, line: number, sentence: string) {
  return {page, line, id: "lost", query: "q", sentence, problem: undefined};
}

function item(page: string, line: number, sentence: string, of: ClaimStatus): CheckedClaim {
  return {claim: claim(page, line, sentence), answer, status: of};
}

function status(
  state: ClaimState,
  values: Record<string, ClaimValue>,
  {
    since = null,
    then,
    hasHeld = state === "holds"
  }: {since?: string | null; then?: typeof values; hasHeld?: boolean} = {}
): ClaimStatus {
  const before = then ? {day: "2021-02-14", events: "one", state: "holds" as const, values: then} : null;
  return {
    state,
    hasHeld,
    since,
    then: before,
    now: {day: "2021-02-28", events: "one", state, values},
    hasOtherEvents: false,
    hasNewQuery: false,
    laterDay: null
  };
}
