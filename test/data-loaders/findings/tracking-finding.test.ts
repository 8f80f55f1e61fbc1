import {expect, test} from "vitest";
import {trackingFinding} from "../../../data-loaders/findings/tracking-finding.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";

const format = numberFormat("en-US", "USD");
const finding = trackingFinding({
  name: "lost-tails",
  metrics: ["tails", "ears"],
  question: "tails were lost",
  needs: "tails",
  quiet: "No day has fewer tails.",
  worth: "Cats without tails look like others.",
  action: "Look for tails.",
  recommendation: {title: "Find tails", steps: ["Look."], effort: "hours", measure: "Tails."}
});
const row = {
  watched_days: 30n,
  seconds: 30 * 86_400,
  is_over: false,
  holds: true,
  explanation: "On 1 May 2024 there were no tails.",
  started_on: "2024-05-01",
  ended_on: "2024-05-01",
  days: 1n,
  p_value: 0.0004,
  episodes: 1n
};

test("trackingFinding(gap) says what the strongest episode says, on how many days, and how sure it is", () => {
  expect(finding.state(row, format)).toMatchObject({
    verdict: "holds",
    claim: "On 1 May 2024 there were no tails.",
    action: "Look for tails.",
    about: null,
    days: ["2024-05-01", "2024-05-01"],
    evidence: "Found on 1 day; corrected for all series and days that are watched, p is below 0.1%."
  });
  expect(finding.state({...row, days: 3n, episodes: 3n, p_value: 0.0123}, format).evidence).toBe(
    "Found on 3 days, and in 2 more episodes; corrected for all series and days that are watched, p is 1.2%."
  );
});

test("trackingFinding(gap) is quiet without an episode, and says where nothing is watched", () => {
  expect(finding.state({...row, holds: false}, format)).toMatchObject({
    verdict: "does_not_hold",
    claim: "No day has fewer tails."
  });
});

test("trackingFinding(gap) says why it cannot tell", () => {
  expect(finding.state({...row, watched_days: 0n, holds: false}, format)).toMatchObject({
    verdict: "not_in_data",
    claim: "Whether tails were lost cannot be told: the data has no tails, or too few."
  });
  expect(finding.state({...row, watched_days: 0n, holds: false, seconds: 14 * 86_400}, format).claim).toBe(
    "Whether tails were lost cannot be told: that takes four weeks, and the data covers 14 days."
  );
});

test("trackingFinding(gap) asks for its metrics alone", () => {
  expect(finding.query).toContain("where metric in ('tails', 'ears')");
  expect(finding.evidence.query).toContain("where metric in ('tails', 'ears')");
});
