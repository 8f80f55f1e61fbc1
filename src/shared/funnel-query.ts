/** What counts as going through a funnel. */
export interface FunnelDefinition {
  /** positions of the stages, ascending, each from 1 to 63 */
  stages: readonly number[];
  /** `any`: an event of the stage is enough; `ordered`: after the stage before, where events of one second count as in order */
  order: "any" | "ordered";
  /** how many seconds after the entry events still count, or those of the entry's session alone; null for all of them */
  window: number | "session" | null;
  /** who goes through: people, or each visit for itself */
  unit: "users" | "sessions";
  /** open: enter at any stage, from which the ordered funnel goes on; closed: at the first, and no stage counts without those before */
  isOpen: boolean;
  /** whether each product that a unit has to do with goes through for itself, with the unit's events that name no product */
  isProductHeld: boolean;
}

/** Which events a funnel counts, and what it is split by. */
export interface FunnelSelection {
  /** columns and the values that the events have to have */
  filter?: Readonly<Record<string, string>>;
  /** a column, and the stage at whose event a unit's value is taken (a position, or where the unit enters) */
  breakdown?: {column: string; at: number | "entry"} | undefined;
}

/**
 * A query for how many went through a funnel: one row per stage (`position`), or per `value` and stage of a breakdown, with
 * `members` and `also_previous`, those of them that have the stage before too. Units without a value, for not reaching the
 * stage that supplies it, have a null one. No events give no rows for a breakdown, and zeros otherwise.
 *
 * `events` is SQL for a relation with `user_key`, `session_key` (null for an event of no session), `event_second` (a whole number),
 * `position`, `weight` (how many units one stands for; 1, or more for a unit with a single event), `product_key` where products are held
 * (null for an event of none), and the columns of the selection. The SQL is what DuckDB 0.9 and later understand, so that the
 * build and the reader's browser count the same. Throws for stages that are not ascending positions.
 */
export function funnelCounts(events: string, definition: FunnelDefinition, selection: FunnelSelection = {}): string {
  const {stages} = definition;
  const {breakdown} = selection;
  const total = (condition: string): string => `coalesce(sum(weight) filter (where ${condition}), 0)`;
  const columns = stages.flatMap((_, i) => [
    `${total(`moment_${i} is not null`)} as members_${i}`,
    `${total(`moment_${i} is not null and ${i ? `moment_${i - 1} is not null` : "false"}`)} as also_previous_${i}`
  ]);
  return `with ${reachedStages(events, definition, selection)},

totals as (

    select ${[...(breakdown ? ["value"] : []), ...columns].join(", ")}
    from ${breakdown ? "valued" : "reached"}
    ${breakdown ? "group by value" : ""}

)

select
    ${breakdown ? "value," : ""}
    stages.position,
    cast(case stages.number ${stages.map((_, i) => `when ${i} then members_${i}`).join(" ")} end as bigint) as members,
    cast(case stages.number ${stages.map((_, i) => `when ${i} then also_previous_${i}`).join(" ")} end as bigint) as also_previous
from totals
cross join ${stageNumbers(stages)}`;
}

/**
 * A query for how long units took from stage to stage: one row per stage but the first that some reached from the one before
 * (`position`), with `members`, the quartiles `lower_quartile`, `median` and `upper_quartile` of their seconds, and `up_to_<n>`, how many took at
 * most so many seconds, for each of `limits`. In any order, those who were at the later stage first count as zero seconds. See funnelCounts.
 */
export function funnelTimes(
  events: string,
  definition: FunnelDefinition,
  {limits, ...selection}: FunnelSelection & {limits: readonly number[]}
): string {
  const {stages} = definition;
  const later = stages.map((_, i) => i).slice(1);
  const seconds = later.map((i) => `when ${i} then ${secondOf(`moment_${i}`)} - ${secondOf(`moment_${i - 1}`)}`);
  const quartile = (share: number): string => `percentile_cont(${share}) within group (order by seconds)`;
  return `with ${reachedStages(events, definition, {...selection, breakdown: undefined})},

passed as (

    select stages.position, greatest(0, cast(case stages.number ${seconds.join(" ")} end as double)) as seconds
    from reached
    cross join ${stageNumbers(stages)}
    where case stages.number ${later.map((i) => `when ${i} then moment_${i} is not null and moment_${i - 1} is not null`).join(" ")} else false end

)

select
    position,
    count(*) as members,
    ${quartile(0.25)} as lower_quartile,
    ${quartile(0.5)} as median,
    ${quartile(0.75)} as upper_quartile${limits.map((limit) => `,\n    count(*) filter (where seconds <= ${limit}) as up_to_${limit}`).join("")}
from passed
group by position`;
}

// One row per unit: the moment at which it reached each stage, null where it did not. A moment is a second and a position,
// so that moments of one second are in the order of the stages.
function reachedStages(events: string, definition: FunnelDefinition, selection: FunnelSelection): string {
  const {stages, order} = definition;
  if (!stages.length || stages.some((position, i) => !(position > (stages[i - 1] ?? 0) && position < 64))) {
    throw new Error(`invalid stages; not ascending positions from 1 to 63: ${stages.join(", ")}`);
  }
  const steps = order === "any" ? reachInAnyOrder(definition) : reachInOrder(definition);
  return [
    ...chooseEvents(events, definition, selection),
    ...enter(definition),
    ...steps,
    ...takeValue(definition, selection)
  ]
    .map(([name, query]) => `${name} as (\n\n    ${query}\n\n)`)
    .join(",\n\n");
}

type Step = [name: string, query: string];

function chooseEvents(
  events: string,
  {stages, unit, isProductHeld}: FunnelDefinition,
  {filter = {}, breakdown}: FunnelSelection
): Step[] {
  const conditions = [
    `position in (${stages.join(", ")})`,
    ...(unit === "sessions" ? ["session_key is not null"] : []),
    ...Object.entries(filter).map(([column, value]) => `"${column}" = '${value.replaceAll("'", "''")}'`)
  ];
  const chosen = `select
        ${unit === "users" ? "user_key" : "session_key"} as unit_key,
        ${isProductHeld ? "cast(product_key as varchar)" : "''"} as item_key,
        session_key,
        position,
        event_second * 64 + position as moment,
        weight${breakdown ? `,\n        "${breakdown.column}" as value` : ""}
    from ${events}
    where ${conditions.join(" and ")}`;
  if (!isProductHeld) return [["events", chosen]];
  return [
    ["chosen", chosen],
    ["items", "select distinct unit_key, item_key from chosen where item_key is not null"],
    [
      "events",
      `select chosen.unit_key, coalesce(chosen.item_key, items.item_key, '') as item_key, session_key, position, moment, weight${breakdown ? ", value" : ""}
    from chosen
    left join items on items.unit_key = chosen.unit_key and chosen.item_key is null`
    ]
  ];
}

// who enters when, and the moment from which on their events count no longer
function enter({stages, order, window, isOpen}: FunnelDefinition): Step[] {
  const isFirst = order === "any" || isOpen ? "" : `where position = ${stages[0]}`;
  const limit = typeof window === "number" ? `entry_moment - entry_moment % 64 + ${(window + 1) * 64}` : undefined;
  const first: Step = [
    "first_moments",
    `select unit_key, item_key, min(moment) as entry_moment, max(weight) as weight
    from events
    ${isFirst}
    group by unit_key, item_key`
  ];
  if (window !== "session") {
    return [first, ["entries", `select *, ${limit ?? "cast(null as bigint)"} as limit_moment from first_moments`]];
  }
  return [
    first,
    [
      "entries",
      `select first_moments.unit_key, first_moments.item_key, entry_moment, first_moments.weight, min(events.session_key) as entry_session
    from first_moments
    inner join events
        on events.unit_key = first_moments.unit_key
        and events.item_key = first_moments.item_key
        and events.moment = first_moments.entry_moment
    group by first_moments.unit_key, first_moments.item_key, entry_moment, first_moments.weight`
    ]
  ];
}

function isWithin({window}: FunnelDefinition, before: string): string {
  if (window === null) return "";
  if (window === "session") {
    return ` and (events.session_key = ${before}.entry_session or events.moment = ${before}.entry_moment)`;
  }
  return ` and events.moment < ${before}.limit_moment`;
}

function carried({window}: FunnelDefinition): string[] {
  return ["unit_key", "item_key", "weight", "entry_moment", window === "session" ? "entry_session" : "limit_moment"];
}

function reachInAnyOrder(definition: FunnelDefinition): Step[] {
  const {stages, isOpen} = definition;
  const columns = carried(definition).map((column) => `entries.${column}`);
  const moments = stages.map(
    (position, i) => `min(case when events.position = ${position} then events.moment end) as moment_${i}`
  );
  // closed: every stage before is there too
  const isThere = (i: number): string => Array.from({length: i}, (_, j) => `moment_${j} is not null`).join(" and ");
  const kept = stages.map((_, i) =>
    isOpen || i === 0 ? `moment_${i}` : `case when ${isThere(i)} then moment_${i} end as moment_${i}`
  );
  return [
    [
      "found",
      `select ${[...columns, ...moments].join(", ")}
    from entries
    inner join events
        on events.unit_key = entries.unit_key
        and events.item_key = entries.item_key${isWithin(definition, "entries")}
    group by ${columns.join(", ")}`
    ],
    ["reached", `select unit_key, item_key, weight, entry_moment, ${kept.join(", ")} from found`]
  ];
}

function reachInOrder(definition: FunnelDefinition): Step[] {
  const {stages, isOpen} = definition;
  const entersAt = (position: number): string => `case when entry_moment % 64 = ${position} then entry_moment end`;
  const first: Step = ["step_0", `select *, ${entersAt(stages[0] as number)} as moment_0 from entries`];
  const later = stages.slice(1).map((position, previous): Step => {
    const before = `step_${previous}`;
    const columns = [...carried(definition), ...Array.from({length: previous + 1}, (_, j) => `moment_${j}`)].map(
      (column) => `${before}.${column}`
    );
    const next = "min(events.moment)";
    return [
      `step_${previous + 1}`,
      `select ${columns.join(", ")}, ${isOpen ? `coalesce(${next}, ${entersAt(position)})` : next} as moment_${previous + 1}
    from ${before}
    left join events
        on events.unit_key = ${before}.unit_key
        and events.item_key = ${before}.item_key
        and events.position = ${position}
        and events.moment > ${before}.moment_${previous}${isWithin(definition, before)}
    group by ${columns.join(", ")}`
    ];
  });
  return [first, ...later, ["reached", `select * from step_${stages.length - 1}`]];
}

// events of one moment may differ in the value: the first by the alphabet
function takeValue({stages}: FunnelDefinition, {breakdown}: FunnelSelection): Step[] {
  if (!breakdown) return [];
  const at = breakdown.at === "entry" ? "entry_moment" : `moment_${stages.indexOf(breakdown.at)}`;
  if (at === "moment_-1") throw new Error(`invalid stage to take a value at; not of the funnel: ${breakdown.at}`);
  const columns = ["unit_key", "item_key", "weight", ...stages.map((_, i) => `moment_${i}`)].map(
    (name) => `reached.${name}`
  );
  return [
    [
      "valued",
      `select ${columns.join(", ")}, min(events.value) as value
    from reached
    left join events
        on events.unit_key = reached.unit_key
        and events.item_key = reached.item_key
        and events.moment = reached.${at}
    group by ${columns.join(", ")}`
    ]
  ];
}

function secondOf(moment: string): string {
  return `(${moment} - ${moment} % 64) / 64`;
}

function stageNumbers(stages: readonly number[]): string {
  return `(values ${stages.map((position, i) => `(${i}, ${position})`).join(", ")}) as stages(number, position)`;
}
