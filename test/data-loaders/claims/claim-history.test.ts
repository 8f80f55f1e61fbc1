import {existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {expect, test} from "vitest";
import {
  type ClaimHistory,
  findRecord,
  readClaimHistory,
  writeClaimHistory
} from "../../../data-loaders/claims/claim-history.ts";
import {ReportError} from "../../../data-loaders/report-error.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

const now = {
  day: "2021-02-14",
  events: "one",
  state: "holds" as const,
  values: {n: 5, text: "<b>", none: null, is: true}
};
const record = {query: "q", first: now, since: now, before: null, held: null, latest: now};
const history: ClaimHistory = {version: 2, sources: {"own-events": {"p#2": record, "p#1": record}, "demo-store": {}}};

test("readClaimHistory(file) gives what writeClaimHistory(file, history) wrote, and nothing where there is no file", () => {
  const file = join(temporaryFolder(), "work", "claims.json");
  expect(readClaimHistory(file)).toEqual({version: 2, sources: {}});
  expect(existsSync(file)).toBe(false);
  writeClaimHistory(file, history);
  expect(readClaimHistory(file)).toEqual(history);
  expect(readdirSync(dirname(file))).toEqual(["claims.json"]);
});

test("writeClaimHistory(file, history) orders what it writes, and does not touch a file that says so already", () => {
  const file = join(temporaryFolder(), "claims.json");
  writeClaimHistory(file, history);
  const text = readFileSync(file, "utf8");
  expect(["demo-store", "own-events", "p#1", "p#2"].map((key) => text.indexOf(`"${key}"`))).toEqual(
    ["demo-store", "own-events", "p#1", "p#2"].map((key) => text.indexOf(`"${key}"`)).sort((a, b) => a - b)
  );
  utimesSync(file, 1, 1);
  writeClaimHistory(file, {version: 2, sources: {"demo-store": {}, "own-events": {"p#1": record, "p#2": record}}});
  expect(statSync(file).mtimeMs).toBe(1000);
});

test.each([
  ["{", /claims\.json: what claims were before cannot be read \(.*JSON.*\); put back a copy, or delete the file/],
  ["[]", /cannot be read \(the file: /],
  ['{"version": 1, "sources": {}}', /cannot be read \(version: /],
  ['{"version": 2, "sources": {"own-events": {"p#1": {}}}}', /cannot be read \(sources\.own-events\.p#1\.query: /],
  ['{"version": 2, "sources": {"others": {}}}', /cannot be read \(sources/],
  [JSON.stringify(history).replace("2021-02-14", "14.2.21"), /cannot be read \(sources\.own-events\.p#2\.first\.day: /]
])("readClaimHistory(file) of a file with %j says what to do", (text, message) => {
  const file = join(temporaryFolder(), "claims.json");
  writeFileSync(file, text);
  expect(() => readClaimHistory(file)).toThrow(message);
  expect(() => readClaimHistory(file)).toThrow(ReportError);
});

test("findRecord(history, source, key) finds what is remembered, and nothing else", () => {
  expect(findRecord(history, "own-events", "p#1")).toEqual(record);
  expect(findRecord(history, "own-events", "constructor")).toBeUndefined();
  expect(findRecord(history, "demo-store", "p#1")).toBeUndefined();
});
