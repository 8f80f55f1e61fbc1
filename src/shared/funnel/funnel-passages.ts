import type {FunnelDefinition, FunnelSelection} from "./funnel-definition.js";

/**
 * A query for how each unit went through a funnel: one row per unit that entered, with `unit_key`, `item_key` (its product as text
 * where products are held), `weight`, `entry_moment`, and `moment_<i>` for the i-th stage from 0, null where it was not reached. A moment is the second
 * times 64 plus the stage's position. See funnelCounts.
 */
export function funnelPassages(
  events: string,
  definition: FunnelDefinition,
  {filter}: Pick<FunnelSelection, "filter"> = {}
): string {
  return `with ${passageSteps(events, definition, {filter: filter ?? {}})} select * from reached`;
}

/**
 * The common table expressions of a funnel's query, the last of which, `reached`, has the rows of funnelPassages, or where values are asked for
 * `valued` has them with a `value`. See funnelCounts.
 */
export function passageSteps(events: string, definition: FunnelDefinition, selection: FunnelSelection): string {
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
  const columns = (item: string): string =>
    `chosen.unit_key, ${item} as item_key, session_key, position, moment, weight${breakdown ? ", value" : ""}`;
  return [
    ["chosen", chosen],
    ["items", "select distinct unit_key, item_key from chosen where item_key is not null"],
    [
      "events",
      // an outer join on a condition of one side alone would compare all rows with all
      `select * from chosen where item_key is not null
    union all
    select ${columns("items.item_key")} from chosen inner join items on items.unit_key = chosen.unit_key where chosen.item_key is null
    union all
    select ${columns("''")} from chosen where item_key is null and unit_key not in (select unit_key from items)`
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
    return ` and events.session_key = ${before}.entry_session`;
  }
  return ` and events.moment < ${before}.limit_moment`;
}

function entersAt(position: number): string {
  return `case when entry_moment % 64 = ${position} then entry_moment end`;
}

function carried({window}: FunnelDefinition): string[] {
  return ["unit_key", "item_key", "weight", "entry_moment", window === "session" ? "entry_session" : "limit_moment"];
}

function reachInAnyOrder(definition: FunnelDefinition): Step[] {
  const {stages, isOpen} = definition;
  const columns = carried(definition).map((column) => `entries.${column}`);
  // the entry counts itself, also where it belongs to no session
  const moments = stages.map(
    (position, i) =>
      `coalesce(${entersAt(position)}, min(case when events.position = ${position} then events.moment end)) as moment_${i}`
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
    left join events
        on events.unit_key = entries.unit_key
        and events.item_key = entries.item_key${isWithin(definition, "entries")}
    group by ${columns.join(", ")}`
    ],
    ["reached", `select unit_key, item_key, weight, entry_moment, ${kept.join(", ")} from found`]
  ];
}

function reachInOrder(definition: FunnelDefinition): Step[] {
  const {stages, isOpen} = definition;
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
