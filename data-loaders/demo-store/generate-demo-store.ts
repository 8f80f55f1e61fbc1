import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {DemoStore} from "../configuration.ts";
import {orderModels, readModelFolder} from "../models.ts";
import {type TableProgress, sqlLiteral, type Warehouse} from "../warehouse.ts";
import {type TruthName, truthNames, truths as allTruths} from "./truths.ts";

/**
 * Makes the demo store in the schema `demo` of a warehouse: its thirteen tables (the large ones as views of numbers in
 * the schema `skeleton`), the same rows in the same order for the same people, seed and truths, on any number of
 * threads. Throws when the schema is there already.
 */
export async function generateDemoStore(
  warehouse: Warehouse,
  store: DemoStore,
  progress?: TableProgress
): Promise<void> {
  await warehouse.run("create schema demo; create schema skeleton");
  await warehouse.run(defineSettings(store));
  await warehouse.run(readFileSync(join(import.meta.dirname, "random.sql"), "utf8"));
  const skeleton = readModelFolder(join(import.meta.dirname, "skeleton"), "skeleton");
  const tables = readModelFolder(join(import.meta.dirname, "tables"), "demo");
  await warehouse.runEach(orderModels([...skeleton, ...tables]), progress);
}

// constants that the models call by name, so that DuckDB can fold them
function defineSettings({users, seed, truths}: DemoStore): string {
  const byName = (value: (name: TruthName) => string): string =>
    `case name ${truthNames.map((name) => `when ${sqlLiteral(name)} then ${value(name)}`).join(" ")} end`;
  // a shop of a hundred people has no visitor to spare for a machine
  const bots = users < 100 ? 0 : Math.max(1, Math.floor(users / 50_000));
  const macros = {
    "users()": users,
    "seed()": seed,
    "bots()": bots,
    "bot_views()": Math.min(400, Math.max(40, Math.floor(users / 25))),
    "planted(name)": byName((name) => String(truths.includes(name))),
    "starts_on(name)": byName((name) => `date '${allTruths[name].startsOn}'`),
    "ends_on(name)": byName((name) => `date '${allTruths[name].endsOn}'`),
    "first_day(name)": "cast(demo.starts_on(name) - date '2020-09-24' as integer)",
    "is_within(name, day)":
      "demo.planted(name) and day between demo.first_day(name) and cast(demo.ends_on(name) - date '2020-09-24' as integer)"
  };
  return Object.entries(macros)
    .map(([name, value]) => `create macro demo.${name} as ${value}`)
    .join(";\n");
}
