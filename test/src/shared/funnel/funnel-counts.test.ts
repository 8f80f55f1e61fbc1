import {afterAll, beforeAll, expect, test} from "vitest";
import {Warehouse} from "../../../../data-loaders/warehouse.ts";
import {funnelCounts} from "../../../../src/shared/funnel/funnel-counts.ts";
import type {FunnelDefinition} from "../../../../src/shared/funnel/funnel-definition.ts";
import {funnelTimes} from "../../../../src/shared/funnel/funnel-times.ts";
import {
  definitions,
  expectedCounts,
  logColumns,
  logRows,
  randomLogs,
  selections
} from "../../../fixtures/funnel-logs.ts";
import {walkFunnel} from "../../../fixtures/plain-funnel.ts";

let warehouse: Warehouse;
const logs = randomLogs();

beforeAll(async () => {
  warehouse = await Warehouse.open();
  await warehouse.insert(`logs${logColumns}`, logRows(logs));
});

afterAll(() => warehouse.close());

test.each(definitions)(
  "funnelCounts(events, $order, window $window, $unit, open $isOpen, products held $isProductHeld) agrees with a state machine on a thousand logs",
  async (definition) => {
    for (const selection of selections) {
      expect(await countsOf(definition, selection)).toEqual(sorted(expectedCounts(logs, definition, selection)));
    }
    for (const {filter = {}} of selections) {
      const whole = expectedCounts(logs, definition, {filter});
      const counted = (await countsOf(definition, {filter})).map((row) => ({...row, value: null}));
      expect(counted).toEqual(sorted(whole));
    }
  }
);

test.each(definitions)(
  "funnelTimes(events, $order, window $window, $unit, open $isOpen, products held $isProductHeld) agrees with a state machine",
  async (definition) => {
    const passages = logs.flatMap((log) => walkFunnel(log, definition));
    const expected = definition.stages.slice(1).flatMap((position, i) => {
      const times = passages.flatMap(({seconds: {[i]: before, [i + 1]: after}}) =>
        before == null || after == null ? [] : [Math.max(0, after - before)]
      );
      if (!times.length) return [];
      return [
        {
          position,
          members: times.length,
          lower_quartile: quantile(times, 0.25),
          median: quantile(times, 0.5),
          upper_quartile: quantile(times, 0.75),
          up_to_0: times.filter((time) => time === 0).length,
          up_to_5: times.filter((time) => time <= 5).length
        }
      ];
    });
    const rows = await warehouse.rows(`${funnelTimes("logs", definition, {limits: [0, 5]})} order by position`);
    expect(
      rows.map((row) => ({
        ...row,
        members: Number(row.members),
        up_to_0: Number(row.up_to_0),
        up_to_5: Number(row.up_to_5)
      }))
    ).toEqual(expected);
  }
);

const ordered: FunnelDefinition = {
  stages: [1, 2],
  order: "ordered",
  window: null,
  unit: "users",
  isOpen: false,
  isProductHeld: false
};

test("funnelCounts(events, definition) gives zeros where there are no events, and no rows for a breakdown", async () => {
  await warehouse.run("create or replace table nothing as select * from logs limit 0");
  expect(await warehouse.rows(`${funnelCounts("nothing", ordered)} order by position`)).toEqual([
    {position: 1, members: 0n, also_previous: 0n},
    {position: 2, members: 0n, also_previous: 0n}
  ]);
  const split = {breakdown: {column: "device", at: "entry"}} as const;
  expect(await warehouse.rows(funnelCounts("nothing", ordered, split))).toEqual([]);
});

test("funnelCounts(events, definition) counts a unit that stands for several as often", async () => {
  await warehouse.run(`create or replace table weighed as
    select * from logs limit 0;
    insert into weighed values (1, 1, null, 100, 1, 40, 'phone', ''), (2, 2, null, 100, 1, 1, 'phone', ''), (2, 2, null, 101, 2, 1, 'phone', '')`);
  expect(await warehouse.rows(`${funnelCounts("weighed", ordered)} order by position`)).toEqual([
    {position: 1, members: 41n, also_previous: 0n},
    {position: 2, members: 1n, also_previous: 1n}
  ]);
});

test("funnelCounts(events, definition) takes a filter's value as text, whatever it holds", async () => {
  const filter = {device: "'; drop table logs; --"};
  const [row] = await warehouse.rows(`${funnelCounts("logs", ordered, {filter})} order by position`);
  expect(row).toEqual({position: 1, members: 0n, also_previous: 0n});
  expect(await warehouse.rows("select count(*) > 0 as is_there from logs")).toEqual([{is_there: true}]);
});

test("funnelCounts(events, definition) throws for stages that are no ascending positions", () => {
  const message = "invalid stages; not ascending positions from 1 to 63:";
  expect(() => funnelCounts("logs", {...ordered, stages: [2, 1]})).toThrow(`${message} 2, 1`);
  expect(() => funnelCounts("logs", {...ordered, stages: []})).toThrow(message);
  expect(() => funnelCounts("logs", {...ordered, stages: [64]})).toThrow(`${message} 64`);
  expect(() => funnelCounts("logs", ordered, {breakdown: {column: "device", at: 5}})).toThrow(
    "invalid stage to take a value at; not of the funnel: 5"
  );
});

async function countsOf(
  definition: FunnelDefinition,
  selection: Parameters<typeof funnelCounts>[2]
): Promise<Counts[]> {
  const rows = await warehouse.rows(funnelCounts("logs", definition, selection));
  return sorted(
    rows.map(({value, position, members, also_previous}) => ({
      value: value as string | null,
      position: Number(position),
      members: Number(members),
      also_previous: Number(also_previous)
    }))
  );
}

type Counts = ReturnType<typeof expectedCounts>[number];

function sorted(rows: Counts[]): Counts[] {
  return rows.sort((a, b) =>
    (a.value ?? "") < (b.value ?? "") ? -1 : (a.value ?? "") > (b.value ?? "") ? 1 : a.position - b.position
  );
}

// between the two nearest, as percentile_cont
function quantile(values: number[], share: number): number {
  const ordered = [...values].sort((a, b) => a - b);
  const place = share * (ordered.length - 1);
  const [low, high] = [ordered[Math.floor(place)] as number, ordered[Math.ceil(place)] as number];
  return low + (high - low) * (place - Math.floor(place));
}
