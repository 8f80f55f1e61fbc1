import {expect, test} from "vitest";
import type {Answer} from "../../../data-loaders/answers/answer-queries.ts";
import {checkClaims, historyOfSource, rememberClaims} from "../../../data-loaders/claims/check-claims.ts";
import type {ClaimHistory} from "../../../data-loaders/claims/claim-history.ts";
import type {Claim} from "../../../data-loaders/claims/find-claims.ts";
import type {Manifest} from "../../../data-loaders/snapshots.ts";

const nothing: ClaimHistory = {version: 2, sources: {}};
const claim: Claim = {page: "src/a.md", line: 3, id: "lost", query: "q", sentence: "", problem: undefined};
const manifest = (day: string, {source = "files", events = "one"} = {}) =>
  ({lastEventAt: `${day}T23:59:59.000Z`, source, sourceFingerprint: events}) as Manifest;
const answer = (holds: string, n: string): Answer => ({columns: ["holds", "n"], rows: [[holds, n]]});
interface BuildOptions {
  of?: Claim;
  holds?: string;
  n?: string;
  source?: string;
  events?: string;
}
const build = (
  day: string,
  history: ClaimHistory,
  {of = claim, holds = "true", n = "1", ...events}: BuildOptions = {}
) => {
  const known = {manifest: manifest(day, events), history};
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
    then: {day: "2021-01-01", events: "one", state: "holds", values: {n: 1}},
    now: {day: "2021-01-02", events: "one", state: "fails", values: {n: 2}},
    hasOtherEvents: false,
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
  expect(Object.keys(renamed.history.sources["own-events"] ?? {})).toEqual([
    expect.stringMatching(/^src\/a\.md#[0-9a-f]{16}$/)
  ]);
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

test("rememberClaims(checked, known) keeps the made-up shop apart from one's own events", () => {
  const own = build("2021-01-01", nothing).history;
  const made = build("2020-01-01", own, {source: "demo-store", holds: "false"});
  expect(made.status).toMatchObject({since: null, laterDay: null});
  expect(made.history.sources["own-events"]).toEqual(own.sources["own-events"]);
  expect(Object.keys(made.history.sources)).toEqual(["own-events", "demo-store"]);
  expect(historyOfSource(manifest("2021-01-01"), made.history)).toEqual(own);
  expect(historyOfSource(manifest("2021-01-01"), nothing)).toEqual({version: 2, sources: {"own-events": {}}});
});

test("checkClaims(claims, answers, known) goes on where the events are configured differently, and says so", () => {
  const {history} = build("2021-01-31", nothing, {events: "a-file-of-january"});
  const next = build("2021-02-28", history, {source: "stage-tables", events: "a-file-of-february", n: "2"});
  expect(next.status).toMatchObject({
    since: "2021-01-31",
    hasOtherEvents: true,
    then: {day: "2021-01-31", events: "a-file-of-januar", values: {n: 1}}
  });
  const older = build("2021-01-31", next.history, {events: "a-file-of-january"});
  expect(older.status).toMatchObject({since: null, hasOtherEvents: true, laterDay: "2021-02-28"});
  const same = build("2021-01-31", history, {events: "the-same-file-moved"});
  expect(same.status).toMatchObject({then: null, hasOtherEvents: false});
});

test("rememberClaims(checked, known) forgets what is on no page, of other events too", () => {
  const made = build("2021-01-01", nothing, {source: "demo-store"}).history;
  const own = build("2021-01-01", made, {of: {...claim, id: "other"}}).history;
  expect(own.sources["demo-store"]).toEqual({});
  expect(Object.keys(own.sources["own-events"] ?? {})).toEqual(["src/a.md#other"]);
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
