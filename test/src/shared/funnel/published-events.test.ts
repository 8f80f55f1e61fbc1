import {afterAll, beforeAll, expect, test} from "vitest";
import {parseConfiguration} from "../../../../data-loaders/configuration.ts";
import {funnelChoices} from "../../../../data-loaders/statistics/funnels/funnel-definitions.ts";
import {Warehouse} from "../../../../data-loaders/warehouse.ts";
import {funnelCounts} from "../../../../src/shared/funnel/funnel-counts.ts";
import {publishedEvents} from "../../../../src/shared/funnel/published-events.ts";
import type {RawEvent} from "../../../fixtures/raw-event.ts";
import {runOnRaw} from "../../../fixtures/run-on-raw.ts";
import {untidyEvents} from "../../../fixtures/untidy-events.ts";

let warehouse: Warehouse;
let stages: number[];
const choices = funnelChoices.filter(({isProductHeld}) => !isProductHeld);

beforeAll(async () => {
  warehouse = await build(withOwnSessions(untidyEvents(900, {users: 300, sessions: 4})));
  const rows = await warehouse.rows("select position from core.stages order by position");
  stages = rows.map(({position}) => Number(position));
});

afterAll(() => warehouse.close());

test("publishedEvents(unit) has several sessions of people with one stage and with several", async () => {
  const [row] = await warehouse.rows(`select
    count(*) as sessions, count(distinct session_number) filter (where user_number in (select user_number from marts.funnel_events)) as counted
    from marts.sessions`);
  expect(Number(row?.counted)).toBeGreaterThan(50);
  expect(Number(row?.sessions)).toBeGreaterThan(Number(row?.counted) + 20);
});

test.each(choices)(
  "publishedEvents(unit) counts what the build counts: $order, window $window, $unit, open $isOpen, where every event is in a session of one user",
  async (choice) => {
    const definition = {...choice, stages};
    const counts = async (events: string) => warehouse.rows(`${funnelCounts(events, definition)} order by position`);
    const built = await counts("(select *, 1 as weight from analysis.stage_events)");
    expect(await counts(publishedEvents(choice.unit))).toEqual(built);
  }
);

test.each(["users", "sessions"] as const)(
  "publishedEvents(%s, condition) counts in any order what the sessions of the filter have reached",
  async (unit) => {
    const definition = {stages, order: "any", window: null, unit, isOpen: true, isProductHeld: false} as const;
    const key = unit === "users" ? "user_number" : "session_number";
    const rows = await warehouse.rows(
      `${funnelCounts(publishedEvents(unit, "device = 'phone'"), definition)} order by position`
    );
    const expected = await warehouse.rows(`
      select stages.position, count(distinct sessions.${key}) as members
      from marts.sessions as sessions
      inner join core.stages as stages on (sessions.reached_stages & stages.reach_flag) > 0
      where sessions.device = 'phone'
      group by stages.position
      order by stages.position`);
    expect(rows.map(({position, members}) => ({position: Number(position), members}))).toEqual(
      expected.map(({position, members}) => ({position: Number(position), members}))
    );
  }
);

test("publishedEvents(unit) lacks what people did outside sessions, and has no more of them than the build", async () => {
  const untidy = await build(untidyEvents(300));
  try {
    const definition = {stages, order: "any", window: null, unit: "users", isOpen: true, isProductHeld: false} as const;
    const published = await untidy.rows(`${funnelCounts(publishedEvents("users"), definition)} order by position`);
    const built = await untidy.rows("select users from marts.funnel_users order by position");
    const fewer = published.map(({members}, i) => Number(built[i]?.users) - Number(members));
    expect(Math.min(...fewer)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...fewer)).toBeGreaterThan(0);
  } finally {
    untidy.close();
  }
});

async function build(events: RawEvent[]): Promise<Warehouse> {
  const made = await Warehouse.open({threads: 2});
  await runOnRaw(made, events, parseConfiguration({segmentation: {seeds: 1}, privacy: {minimumGroupSize: 1}}));
  await made.run("create view funnel_events as from marts.funnel_events; create view sessions as from marts.sessions");
  await made.run("create view funnel_sessions as from marts.funnel_sessions");
  return made;
}

// sessions that users share belong to one of them in what is published
function withOwnSessions(events: RawEvent[]): RawEvent[] {
  return events
    .filter(({user_session}) => user_session)
    .map((event) => ({...event, user_session: `${event.user_id} ${event.user_session}`}));
}
