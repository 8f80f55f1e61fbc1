import {truths} from "../../data-loaders/demo-store/truths.ts";
import type {TruthName} from "../../data-loaders/demo-store/truths.ts";
import {expectations} from "./expectations.ts";
import {type Judgement, type Score, shareOf} from "./judge-shops.ts";
import {limits} from "./limits.ts";

/** The last seed, from 1 on, of the shops that the search for anomalies was tuned on, by how many people they have. */
const tuned: Readonly<Record<number, number>> = {40_000: 9, 407_000: 3};

/** The document that says how well the report tells what is planted from what is not, in shops of several sizes; the same for the same shops. */
export function writeReport(judgements: readonly Judgement[]): string {
  const sections = [
    introduction(judgements),
    summary(judgements),
    anomalies(judgements),
    drivers(judgements),
    findings(judgements),
    misses(judgements)
  ];
  return `${sections.join("\n\n")}\n`;
}

function introduction(judgements: readonly Judgement[]): string {
  const shops = judgements.map(
    ({users, seeds}) => `- ${people(users)}: seeds ${runs(seeds)}, ${servedAmong(users, seeds)}`
  );
  return `# What is planted, and what the report finds

Made by \`npm run bench:truths\`; do not edit. The report is made of each [made-up shop](demo-store.md) twice: with nine things planted and
with none of them. The method never reads what is planted.

${shops.join("\n")}`;
}

function servedAmong(users: number, seeds: readonly number[]): string {
  const last = tuned[users];
  if (last === undefined) return "a size on which nothing was tuned";
  const served = seeds.filter((seed) => seed <= last);
  return `${served.length ? `of which seeds ${runs(served)} served` : "none of which served"} to tune the search for anomalies (seeds 1 to ${last} did)`;
}

function summary(judgements: readonly Judgement[]): string {
  const line = (what: string, limit: string, of: (judgement: Judgement) => string): string[] => [
    what,
    limit,
    ...judgements.map(of)
  ];
  const per20 = ({clean}: Judgement) => ((20 * clean.episodes.length) / clean.series).toFixed(3);
  return table(
    ["", "limit", ...judgements.map(({users}) => people(users))],
    [
      line("planted anomalies that are found", `at least ${limits.recall}`, (one) => share(one.anomalies)),
      line("false episodes per 20 series without truths", `at most ${limits.falseEpisodes}`, per20),
      line("changes whose planted cause is named first", `at least ${limits.firstPlaces}`, (one) =>
        share(one.questions)
      ),
      line("findings about truths that hold with them", `at least ${limits.findings}`, (one) => share(one.held)),
      line("findings about truths that do not hold without", `at least ${limits.findings}`, (one) => share(one.absent))
    ]
  );
}

function anomalies(judgements: readonly Judgement[]): string {
  const false_ = judgements.map(
    ({users, clean, others}) =>
      `- ${people(users)}: without truths ${clean.episodes.length} episodes in ${clean.incidents} incidents, in ${clean.series} series; with truths ` +
      `${others.episodes} episodes in ${others.incidents} of ${others.ofIncidents} incidents have nothing to do with one`
  );
  return `## Anomalies

In how many shops an episode of one of these metrics overlaps the days of what is planted. Six of the nine show in daily series.

${perTruth(judgements, "anomalies", (name) => {
  const {metrics = [], value} = expectations[name].anomaly ?? {};
  return `${metrics.map(code).join(", ")}${value === undefined ? "" : ` in ${value}`}`;
})}

False alarms:

${false_.join("\n")}`;
}

function drivers(judgements: readonly Judgement[]): string {
  const names = judgements[0]?.questions.map(({name}) => name) ?? [];
  const causesOf = (name: string) => (expectations[name.split(",")[0] as TruthName].causes ?? []).join(" or ");
  return `## Drivers

In how many shops the ranking of drivers begins with the planted cause, when it is asked why a metric changed on the days of what is planted against
as many days before.

${table(
  ["change", "cause", ...judgements.map(({users}) => people(users))],
  names.map((name, i) => [name, causesOf(name), ...judgements.map(({questions}) => count(questions[i]))])
)}

The same of the drivers that the report publishes: of the episodes on the days of a truth (at least half of the days of both together are days of
both), those that are about its cause or whose drivers begin with it.

${perTruth(judgements, "published", causesOf)}

And of all episodes that stand for an incident and touch a truth's days, though most of the others have to do with something else:

${perTruth(judgements, "touching", causesOf)}`;
}

function findings(judgements: readonly Judgement[]): string {
  const columns = judgements.flatMap(({users}) => [`${people(users)}: with`, "without"]);
  const names = judgements[0]?.held.map(({name}) => name) ?? [];
  const plain = judgements[0]?.plain.map(({finding}) => finding) ?? [];
  return `## Findings

In how many shops the finding about a truth holds, and names it where it has a name or days, with what is planted; and in how many it does not hold without.

${table(
  ["truth", "finding", ...columns],
  names.map((name, i) => [
    code(name),
    expectations[name as TruthName].finding.name,
    ...judgements.flatMap(({held, absent}) => [count(held[i]), count(absent[i])])
  ])
)}

The other findings are about no truth. In how many shops they hold:

${table(
  ["finding", ...columns],
  plain.map((name, i) => [
    name,
    ...judgements.flatMap(({plain, seeds}) => [
      `${plain[i]?.withTruths} of ${seeds.length}`,
      `${plain[i]?.without} of ${seeds.length}`
    ])
  ])
)}`;
}

function misses(judgements: readonly Judgement[]): string {
  const lists = judgements.map(({users, ...judgement}) => {
    const lines = (["anomalies", "questions", "published", "held", "absent"] as const).flatMap((key) =>
      judgement[key].flatMap(({name, misses}) => misses.map((miss) => `- ${titles[key]} \`${name}\`, ${miss}`))
    );
    const alarms = judgement.clean.episodes.map(({explanation}) => `- false alarm: ${explanation}`);
    return `### ${people(users)}\n\n${[...lines, ...alarms].join("\n") || "Nothing."}`;
  });
  return `## What was missed, and what was not there\n\n${lists.join("\n\n")}`;
}

const titles = {
  anomalies: "not found:",
  questions: "another cause first:",
  published: "another cause published first:",
  held: "finding missing with",
  absent: "finding without"
} as const;

function perTruth(
  judgements: readonly Judgement[],
  key: "anomalies" | "published" | "touching",
  by: (name: TruthName) => string
): string {
  const names = (judgements[0]?.[key] ?? []).map(({name}) => name as TruthName);
  return table(
    ["truth", "days", "by", ...judgements.map(({users}) => people(users))],
    names.map((name, i) => [
      code(name),
      `${truths[name].startsOn} to ${truths[name].endsOn}`,
      by(name),
      ...judgements.map((judgement) => count(judgement[key][i]))
    ])
  );
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function count(score: Score | undefined): string {
  return score ? `${score.hits} of ${score.of}` : "";
}

function share(scores: readonly Score[]): string {
  return shareOf(scores).toFixed(3);
}

function people(users: number): string {
  return `${users.toLocaleString("en-US")} people`;
}

function code(name: string): string {
  return `\`${name}\``;
}

// 101, 102, 103, 201 as "101 to 103, 201"
function runs(seeds: readonly number[]): string {
  const starts = seeds.filter((seed) => !seeds.includes(seed - 1));
  return starts
    .map((start) => {
      let end = start;
      while (seeds.includes(end + 1)) ++end;
      return end === start ? String(start) : `${start} to ${end}`;
    })
    .join(", ");
}
