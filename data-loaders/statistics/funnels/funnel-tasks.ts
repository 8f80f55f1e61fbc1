import type {DuckDBConnection} from "@duckdb/node-api";
import {funnelCounts} from "../../../src/shared/funnel/funnel-counts.ts";
import {funnelPassages} from "../../../src/shared/funnel/funnel-passages.ts";
import {timePassages} from "../../../src/shared/funnel/funnel-times.ts";
import {readRows} from "../../read-results.ts";
import {type PlainValue, sqlLiteral, type Task, writeTable} from "../../warehouse.ts";
import {conversionColumns, conversionOf} from "./conversion-of.ts";
import {writeSplits} from "./funnel-splits.ts";
import {type FunnelChoice, funnelChoices, headline, orderedWithinWeek, windowName} from "./funnel-definitions.ts";

/**
 * What counts funnels in the schema `analysis`: `funnel_counts` (one row per definition and stage), `passages` (one row per person who entered and did
 * more, of the headline and the ordered funnel each: when they reached which stage), `funnel_times` (quartiles of the seconds from stage to stage) and
 * `funnel_splits` (one row per definition, dimension, value and stage, days, weeks and months among the dimensions). No stages give empty tables.
 */
export function funnelTasks(): Task[] {
  return [
    {
      table: "analysis.funnel_counts",
      reads: ["analysis.weighed_events", "analysis.item_events", "core.stages"],
      run: countDefinitions
    },
    {
      table: "analysis.passages",
      reads: ["analysis.stage_events", "core.stages"],
      run: writePassages
    },
    {table: "analysis.funnel_times", reads: ["analysis.passages", "core.stages"], run: writeTimes},
    {
      table: "analysis.funnel_splits",
      reads: [
        "analysis.placed_passages",
        "analysis.lone_entries",
        "analysis.dimension_people",
        "core.columns",
        "core.stages"
      ],
      run: async (connection) => writeSplits(connection, await readStages(connection))
    }
  ];
}

/** Up to how many seconds steps are counted together: ten seconds, a minute, five and thirty, two hours, one, three, seven days. */
export const timeLimits = [10, 60, 300, 1800, 7200, 86_400, 259_200, 604_800] as const;

const splitDefinitions = {any: headline, ordered: orderedWithinWeek};

async function readStages(connection: DuckDBConnection): Promise<number[]> {
  const rows = await readRows(connection, "select position from core.stages order by position");
  return rows.map(({position}) => Number(position));
}

async function countDefinitions(connection: DuckDBConnection): Promise<void> {
  const stages = await readStages(connection);
  const rows: PlainValue[][] = [];
  for (const [i, choice] of (stages.length ? funnelChoices : []).entries()) {
    const {unit, order, isOpen, isProductHeld} = choice;
    const counts = await readRows(
      connection,
      `${funnelCounts(eventsOf(choice), {...choice, stages})} order by position`
    );
    const members = counts.map((row) => Number(row.members));
    counts.forEach(({position, also_previous}, stage) => {
      const here = {members: members[stage] as number, also_previous: Number(also_previous)};
      rows.push([
        ...[i + 1, unit, order, windowName(choice), isOpen, isProductHeld, Number(position)],
        ...[here.members, here.also_previous],
        ...conversionOf(here, {previous: members[stage - 1], first: members[0]})
      ]);
    });
  }
  await writeTable(
    connection,
    `analysis.funnel_counts(definition integer, unit varchar, funnel_order varchar, conversion_window varchar, is_open boolean,
      is_product_held boolean, position integer, members bigint, also_previous bigint,
      ${conversionColumns})`,
    rows
  );
}

function eventsOf({unit, isProductHeld}: FunnelChoice): string {
  return isProductHeld ? "analysis.item_events" : `(select * from analysis.weighed_events where unit = '${unit}')`;
}

const noPassages = `create table analysis.passages(funnel_order varchar, user_key bigint, weight integer, first_session_key bigint,
  last_session_key bigint, entry_moment bigint)`;

// with the session in which they entered, whose circumstances the passage has: several, where they share a second
async function writePassages(connection: DuckDBConnection): Promise<void> {
  const stages = await readStages(connection);
  const moments = stages.map((_, i) => `moment_${i}`);
  if (!stages.length) return void (await connection.run(noPassages));
  const queries = Object.entries(splitDefinitions).map(
    ([name, choice]) => `select
        ${sqlLiteral(name)} as funnel_order,
        passages.unit_key as user_key,
        passages.weight,
        min(events.session_key) as first_session_key,
        max(events.session_key) as last_session_key,
        passages.entry_moment,
        ${moments.map((moment) => `passages.${moment}`).join(", ")}
    from (${funnelPassages("(select *, 1 as weight from analysis.stage_events where not is_lone)", {...choice, stages})}) as passages
    inner join analysis.stage_events as events
        on events.user_key = passages.unit_key
        and events.event_second * 64 + events.position = passages.entry_moment
    group by passages.unit_key, passages.weight, passages.entry_moment, ${moments.map((moment) => `passages.${moment}`).join(", ")}`
  );
  await connection.run(`create table analysis.passages as ${queries.join("\nunion all\n")}`);
}

async function writeTimes(connection: DuckDBConnection): Promise<void> {
  const stages = await readStages(connection);
  const limits = timeLimits.map((limit) => `up_to_${limit} bigint`).join(", ");
  await connection.run(`create table analysis.funnel_times(position integer, members bigint, lower_quartile double, median double,
    upper_quartile double, ${limits})`);
  if (stages.length < 2) return;
  const ordered = "(select * from analysis.passages where funnel_order = 'ordered')";
  await connection.run(`insert into analysis.funnel_times with ${timePassages(ordered, {stages}, timeLimits)}`);
}
