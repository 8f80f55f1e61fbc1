import {parseArgs} from "node:util";
import {parseConfiguration} from "../data-loaders/configuration.ts";
import {truths} from "../data-loaders/demo-store/truths.ts";
import {runPipeline} from "../data-loaders/pipeline.ts";
import {type Change, type ChangeDriver, explainChanges} from "../data-loaders/statistics/driver-tasks.ts";
import {conclude} from "./conclude.ts";

const help = `Asks in made-up shops of several seeds why a metric changed when something was planted, and how often what was planted is named
first.

  npm run bench:drivers -- [--seeds <n>] [--users <n>]

  --seeds  how many shops (default: 20)
  --users  people in each (default: 40000)
`;

/** In how many of the shops the cause has to be named first. */
const limit = 0.9;

interface Question extends Change {
  /** names of what was planted, as dimension = value */
  causes: string[];
}

// the days of what was planted, and as many before
const checkout = {
  before: ["2020-12-28", "2021-01-10"],
  after: [truths.mobile_safari_checkout.startsOn, truths.mobile_safari_checkout.endsOn],
  causes: ["browser = Mobile Safari"]
} as const;
const promotion = {
  before: ["2020-12-03", "2020-12-09"],
  after: [truths.december_promotion.startsOn, truths.december_promotion.endsOn],
  causes: ["campaign = December promotion", "visitor = new"]
} as const;

const questions = [
  ...["checkout_to_purchase", "session_conversion"].map((metric) => ask(metric, "mobile_safari_checkout", checkout)),
  ...["session_conversion", "view_to_cart", "sessions"].map((metric) => ask(metric, "december_promotion", promotion))
];

const {values} = parseArgs({
  options: {
    seeds: {type: "string", default: "20"},
    users: {type: "string", default: "40000"},
    help: {type: "boolean", short: "h", default: false}
  }
});

if (values.help) console.log(help);
else await runBench(Number(values.seeds), Number(values.users));

async function runBench(seeds: number, users: number): Promise<void> {
  const firsts = new Map(questions.map((question) => [question, 0]));
  for (let seed = 1; seed <= seeds; ++seed) {
    const configuration = parseConfiguration({events: {source: "demo-store", users, seed}, segmentation: {seeds: 1}});
    const warehouse = await runPipeline(configuration);
    const drivers = await explainChanges(warehouse.connection, questions);
    warehouse.close();
    for (const question of questions) {
      const ranked = drivers.filter(({changeId}) => changeId === question.changeId);
      const isFirst = question.causes.includes(nameOf(ranked[0]));
      if (isFirst) firsts.set(question, (firsts.get(question) ?? 0) + 1);
      else console.log(`seed ${seed}, ${question.changeId}: ${ranked.slice(0, 4).map(describe).join("; ")}`);
    }
  }
  for (const [{changeId, causes}, first] of firsts) {
    conclude(
      `${changeId}: ${causes.join(" or ")} is named first in ${first} of ${seeds} shops of ${users} people`,
      first >= limit * seeds
    );
  }
}

function ask(metric: string, truth: string, {before, after, causes}: typeof checkout | typeof promotion): Question {
  return {changeId: `${truth}, ${metric}`, metric, before, after, causes: [...causes]};
}

function nameOf(driver: ChangeDriver | undefined): string {
  return driver ? `${driver.dimension} = ${driver.value}` : "nothing";
}

function describe(driver: ChangeDriver): string {
  return `${nameOf(driver)} (score ${driver.score.toFixed(1)}, ${((driver.shareOfChange ?? 0) * 100).toFixed(0)} % of the change)`;
}
