import {expect, test} from "vitest";
import type {Answer} from "../../../data-loaders/answers/answer-queries.ts";
import {checkClaims, historyOfSource, rememberClaims} from "../../../data-loaders/claims/check-claims.ts";
import type {ClaimHistory} from "../../../data-loaders/claims/claim-history.ts";
import type {Claim} from "../../../data-loaders/claims/find-claims.ts";
import type {Manifest} from "../../../data-loaders/snapshots.ts";

const nothing: ClaimHistory = {version: 1, sources: {}};
const claim: Claim = {page: "src/a.md", line: 3, id: "lost", query: "q", sentence: "", problem: undefined};
const manifest = (day: string, source = "one") =>
  ({lastEventAt: `${day}T23:59:59.000Z`, sourceFingerprint: source}) as Manifest;
const answer = (holds: string, n: string): Answer => ({columns: ["holds", "n"], rows: [[holds, n]]});
const build = (day: string, history: ClaimHistory, {of = claim, holds = "true", n = "1", source = "one"} = {}) => {
  const known = {manifest: manifest(day, source), history};
  const checked = checkClaims([of], [answer(holds, n)], known);
  return {status: checked[0]?.status, history: rememberClaims(checked, known)};
};

test("checkClaims(claims, answers, known) compares with what rememberClaims(checked, known) remembered", () => {
  const first = build("2021-01-01", nothing);
  expect(first.status).toMatchObject({state: "holds", since: null, then: null});
  const second = build("2021-01-02", first.history, {holds: "false", n: "2"});
  expect(second.status).toEqual({
    state: "fails",
    hasHeld: true,
    since: "2021-01-02",
    then: {day: "2021-01-01", state: "holds", values: {n: 1}},
    now: {day: "2021-01-02", state: "fails", values: {n: 2}},
    hasNewQuery: false,
    laterDay: null
  });
  expect(build("2021-01-02", second.history, {holds: "false", n: "2"})).toEqual(second);
});

test("rememberClaims(checked, known) leaves the history be on older data", () => {
  const {history} = build("2021-01-05", nothing);
  const older = build("2021-01-01", history, {holds: "false"});
  expect(older.history).toEqual(history);
  expect(older.status).toMatchObject({state: "fails", since: null, laterDay: "2021-01-05"});
});

test("rememberClaims(checked, known) begins anew with a changed query, and forgets what is on no page", () => {
  const {history} = build("2021-01-01", nothing);
  const changed = build("2021-01-02", history, {of: {...claim, query: "other"}});
  expect(changed.status).toMatchObject({since: null, then: null, hasNewQuery: true});
  const renamed = build("2021-01-02", history, {of: {...claim, id: undefined}});
  expect(Object.keys(renamed.history.sources.one ?? {})).toEqual([expect.stringMatching(/^src\/a\.md#[0-9a-f]{16}$/)]);
});

test("rememberClaims(checked, known) goes on where a query is laid out or commented differently, with an id or without", () => {
  const query = "select sum( n )=1 as holds, ' a  -- b' as text from kpis -- all\n";
  const same = "-- whether\nselect /* all */ sum(n) = 1 as holds,\n    ' a  -- b' as text\nfrom kpis;";
  const others = [query.replace("sum( n )", "su m( n )"), query.replace(" a  -- b", " a -- b")];
  for (const id of ["lost", undefined]) {
    const {history} = build("2021-01-01", nothing, {of: {...claim, id, query}});
    const next = (changed: string) => build("2021-01-02", history, {of: {...claim, id, query: changed}}).status;
    expect(next(same)).toMatchObject({since: "2021-01-01", hasNewQuery: false});
    for (const other of others) expect(next(other)).toMatchObject({since: null, hasNewQuery: id !== undefined});
  }
});

test("rememberClaims(checked, known) keeps the events of each source apart", () => {
  const one = build("2021-01-01", nothing).history;
  const both = build("2020-01-01", one, {source: "another-source-of-events", holds: "false"}).history;
  expect(both.sources.one).toEqual(one.sources.one);
  expect(Object.keys(both.sources)).toEqual(["one", "another-source-o"]);
  expect(historyOfSource(manifest("2021-01-01"), both)).toEqual(one);
  expect(historyOfSource(manifest("2021-01-01"), nothing)).toEqual({version: 1, sources: {one: {}}});
});

test("checkClaims(claims, answers, known) gives the error of a fence before that of its query, and keeps its record", () => {
  const {history} = build("2021-01-01", nothing);
  const known = {manifest: manifest("2021-01-02"), history};
  const failed: Answer = {columns: [], rows: [], error: "Parser Error"};
  const checked = checkClaims([{...claim, problem: "the fence is empty"}, claim, claim], [failed, failed], known);
  expect(checked.map(({error}) => error)).toEqual([
    "the fence is empty",
    "Parser Error",
    "the query has not been answered"
  ]);
  expect(rememberClaims(checked, known)).toEqual(history);
});
