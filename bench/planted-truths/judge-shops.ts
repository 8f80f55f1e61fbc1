import {type TruthName, truthNames, truths} from "../../data-loaders/demo-store/truths.ts";
import {expectations} from "./expectations.ts";
import type {Answer, Episode, MeasuredShop} from "./measure-shop.ts";
import {questions} from "./questions.ts";

/** The shop of one seed, with everything planted and with nothing. */
export interface ShopPair {
  planted: MeasuredShop;
  clean: MeasuredShop;
}

/** In how many of how many cases something was as it should be, and what was said where it was not. */
export interface Score {
  name: string;
  hits: number;
  of: number;
  misses: string[];
}

/** How well the report tells what is planted from what is not, in shops of one size. */
export interface Judgement {
  users: number;
  seeds: number[];
  /** of each truth that days show, in how many shops an episode shows it */
  anomalies: Score[];
  /** how many daily series are watched in all shops without truths, and what is found in them */
  clean: {series: number; episodes: Episode[]; incidents: number};
  /** episodes with truths that neither overlap one nor belong to the incident of one that does */
  others: {episodes: number; incidents: number; ofIncidents: number};
  /** of each question, in how many shops the cause is named first */
  questions: Score[];
  /** of each truth that is about values of dimensions, how many episodes on its days are about one of them, or publish drivers that begin with one */
  published: Score[];
  /** the same of all episodes that stand for an incident and touch its days */
  touching: Score[];
  /** of each truth, in how many shops its finding holds with it, and does not hold without */
  held: Score[];
  absent: Score[];
  /** findings about no truth: in how many shops each holds, with truths and without */
  plain: {finding: string; withTruths: number; without: number}[];
}

const watched = truthNames.filter((name) => expectations[name].anomaly);
const caused = truthNames.filter((name) => expectations[name].causes);

/** Judges shops of one size. Shares of no shops are NaN. */
export function judgeShops(pairs: readonly ShopPair[]): Judgement {
  return {
    users: pairs[0]?.planted.users ?? 0,
    seeds: pairs.map(({planted}) => planted.seed),
    anomalies: watched.map((name) =>
      score(
        name,
        pairs.map(({planted}) => [planted.seed, planted.episodes.some((episode) => shows(episode, name)), "no episode"])
      )
    ),
    clean: {
      series: pairs.reduce((sum, {clean}) => sum + clean.series, 0),
      episodes: pairs.flatMap(({clean}) => clean.episodes),
      incidents: pairs.reduce((sum, {clean}) => sum + countIncidents(clean.episodes), 0)
    },
    others: judgeOthers(pairs),
    questions: questions.map(({changeId, truth}, i) =>
      score(
        changeId,
        pairs.map(({planted}) => judgeAnswer(planted.seed, planted.answers[i], truth))
      )
    ),
    published: judgePublished(pairs, coincides),
    touching: judgePublished(pairs, (episode, name) => episode.isMain && overlaps(episode, name)),
    held: truthNames.map((name) =>
      score(
        name,
        pairs.map(({planted}) => judgeFinding(planted, name, true))
      )
    ),
    absent: truthNames.map((name) =>
      score(
        name,
        pairs.map(({clean}) => judgeFinding(clean, name, false))
      )
    ),
    plain: countPlain(pairs)
  };
}

/** The share of cases that were as they should be, of several scores together; NaN for none. */
export function shareOf(scores: readonly Score[]): number {
  return scores.reduce((sum, {hits}) => sum + hits, 0) / scores.reduce((sum, {of}) => sum + of, 0);
}

/** Whether a shop's finding about a truth says what it should: that it holds and what it is about, or that it does not. */
export function judgeFinding(shop: MeasuredShop, name: TruthName, isPlanted: boolean): [number, boolean, string] {
  const {name: expected, names} = expectations[name].finding;
  const stated = shop.findings.find(({finding}) => finding === expected);
  const isNamed = names?.some((word) => stated?.claim.includes(word)) ?? true;
  const isRight = isPlanted ? stated?.holds === true && isNamed : stated?.holds === false;
  return [shop.seed, isRight, stated?.claim ?? "no such finding"];
}

function judgeAnswer(seed: number, answer: Answer | null | undefined, truth: TruthName): [number, boolean, string] {
  const causes = expectations[truth].causes ?? [];
  const about = answer?.about ?? null;
  const ranked = about === null ? (answer?.ranked ?? []) : [about, ...(answer?.ranked ?? [])];
  // an episode that is about the cause names it already; else what its drivers name counts
  const isNamed = causes.includes(about ?? "") || causes.includes(answer?.ranked[0] ?? "");
  return [seed, isNamed, `${answer?.changeId ?? ""}: ${ranked.join("; ")}`];
}

function judgePublished(pairs: readonly ShopPair[], isMeant: (episode: Episode, name: TruthName) => boolean): Score[] {
  return caused.map((name) =>
    score(
      name,
      pairs.flatMap(({planted: {seed, episodes}}) =>
        episodes
          .filter((episode) => episode.drivers && isMeant(episode, name))
          .map(({drivers}) => judgeAnswer(seed, drivers, name))
      )
    )
  );
}

// the days that both have are at least half of the days that one of them has
function coincides({startedOn, endedOn}: Episode, name: TruthName): boolean {
  const {startsOn, endsOn} = truths[name];
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  const [starts, ends] = [[startedOn, startsOn].sort(), [endedOn, endsOn].sort()] as [
    [string, string],
    [string, string]
  ];
  return 2 * days(starts[1], ends[0]) >= days(starts[0], ends[1]);
}

function shows(episode: Episode, name: TruthName): boolean {
  const {metrics, value} = expectations[name].anomaly ?? {metrics: []};
  return (
    overlaps(episode, name) && metrics.includes(episode.metric) && (value === undefined || episode.value === value)
  );
}

function judgeOthers(pairs: readonly ShopPair[]): Judgement["others"] {
  const all = pairs.map(({planted: {episodes}}) => ({
    episodes,
    others: episodes.filter((episode) => {
      const same = episodes.filter(({incident}) => incident === episode.incident);
      return !watched.some(
        (name) => overlaps(episode, name) || same.some((other) => other.isMain && overlaps(other, name))
      );
    })
  }));
  return {
    episodes: all.reduce((sum, {others}) => sum + others.length, 0),
    incidents: all.reduce((sum, {others}) => sum + countIncidents(others), 0),
    ofIncidents: all.reduce((sum, {episodes}) => sum + countIncidents(episodes), 0)
  };
}

function countPlain(pairs: readonly ShopPair[]): Judgement["plain"] {
  const about = new Set(truthNames.map((name) => expectations[name].finding.name));
  const names = pairs[0]?.planted.findings.map(({finding}) => finding) ?? [];
  const count = (shops: MeasuredShop[], name: string) =>
    shops.filter(({findings}) => findings.some(({finding, holds}) => finding === name && holds)).length;
  return names
    .filter((name) => !about.has(name))
    .map((finding) => ({
      finding,
      withTruths: count(
        pairs.map(({planted}) => planted),
        finding
      ),
      without: count(
        pairs.map(({clean}) => clean),
        finding
      )
    }));
}

function score(name: string, cases: readonly [seed: number, isRight: boolean, said: string][]): Score {
  const misses = cases.filter(([, isRight]) => !isRight);
  return {
    name,
    hits: cases.length - misses.length,
    of: cases.length,
    misses: misses.map(([seed, , said]) => `seed ${seed}: ${said}`)
  };
}

function overlaps({startedOn, endedOn}: Episode, name: TruthName): boolean {
  const {startsOn, endsOn} = truths[name];
  return startedOn <= endsOn && endedOn >= startsOn;
}

function countIncidents(episodes: readonly Episode[]): number {
  return new Set(episodes.map(({incident}) => incident)).size;
}
