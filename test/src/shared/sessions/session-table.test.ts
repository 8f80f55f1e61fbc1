import fc from "fast-check";
import {expect, test} from "vitest";
import {countStages} from "../../../../src/shared/sessions/count-stages.ts";
import {SessionTable} from "../../../../src/shared/sessions/session-table.ts";

interface Session {
  user: number;
  device: "mobile" | "desktop" | null;
  source: "ads" | "direct";
  day: number;
  stages: number[];
  revenue: number;
}

const stages = ["view", "cart", "purchase"];
const devices = ["desktop", "mobile"];
const sources = ["ads", "direct"];

function tableOf(sessions: readonly Session[]): SessionTable {
  const sets = [...new Set(sessions.map((session) => session.stages.join()))];
  return new SessionTable({
    stages,
    reached: {
      sets: sets.map((set) => (set ? set.split(",").map(Number) : [])),
      codes: Int32Array.from(sessions, (session) => sets.indexOf(session.stages.join()))
    },
    dimensions: {
      device: {
        values: devices,
        codes: Int32Array.from(sessions, ({device}) => (device ? devices.indexOf(device) : devices.length))
      },
      source: {values: sources, codes: Int32Array.from(sessions, ({source}) => sources.indexOf(source))}
    },
    days: Int32Array.from(sessions, ({day}) => day),
    firstDay: "2021-01-30",
    users: Int32Array.from(sessions, ({user}) => user),
    measures: {revenue: Float64Array.from(sessions, ({revenue}) => revenue)}
  });
}

const someSessions = fc.array(
  fc.record<Session>({
    user: fc.integer({min: 1, max: 6}),
    device: fc.constantFrom("mobile", "desktop", null),
    source: fc.constantFrom("ads", "direct"),
    day: fc.integer({min: 0, max: 4}),
    stages: fc.subarray([0, 1, 2]),
    revenue: fc.integer({min: 0, max: 100})
  }),
  {maxLength: 30}
);

const someSelection = fc.record({
  values: fc.record({device: fc.subarray(devices), source: fc.subarray(sources)}, {requiredKeys: []}),
  from: fc.option(fc.constantFrom("2021-01-30", "2021-02-01", "2021-03-01"), {nil: undefined}),
  to: fc.option(fc.constantFrom("2021-01-29", "2021-01-31", "2021-02-02"), {nil: undefined})
});

const dayOf = (session: Session) => new Date(Date.UTC(2021, 0, 30 + session.day)).toISOString().slice(0, 10);

test("SessionTable counts what plain filters count, after every one of many selections", () => {
  fc.assert(
    fc.property(someSessions, fc.array(someSelection, {minLength: 1, maxLength: 4}), (sessions, selections) => {
      const table = tableOf(sessions);
      for (const selection of selections) {
        table.select(selection);
        const {device = [], source = []} = selection.values;
        const passes = {
          device: (session: Session) => !device.length || (session.device !== null && device.includes(session.device)),
          source: (session: Session) => !source.length || source.includes(session.source),
          days: (session: Session) =>
            (!selection.from || dayOf(session) >= selection.from) && (!selection.to || dayOf(session) <= selection.to)
        };
        const left = sessions.filter((session) => Object.values(passes).every((pass) => pass(session)));
        expect([...table.selected()]).toEqual(left.map((session) => sessions.indexOf(session)));
        expect(table.sum("revenue")).toBe(left.reduce((sum, {revenue}) => sum + revenue, 0));
        const withoutDevice = sessions.filter((session) => passes.source(session) && passes.days(session));
        const {counts} = table.valueCounts().get("device") ?? {counts: new Uint32Array()};
        const sets = table.columns.reached.sets.length;
        const mobile = [...counts.subarray(sets, 2 * sets)].reduce((a, b) => a + b, 0);
        expect(mobile).toBe(withoutDevice.filter(({device}) => device === "mobile").length);
        const users = (stage: number) => new Set(left.filter((s) => s.stages.includes(stage)).map(({user}) => user));
        expect(countStages(table, "users")).toEqual(
          stages.map((stage, i) => ({
            stage,
            position: i + 1,
            members: users(i).size,
            also_previous: [...users(i)].filter((user) => users(i - 1).has(user)).length
          }))
        );
        expect(countStages(table, "sessions").map(({members}) => members)).toEqual(
          stages.map((_, i) => left.filter((session) => session.stages.includes(i)).length)
        );
      }
    })
  );
});

test("SessionTable.sum(measure) throws for a measure that there is not", () => {
  expect(() => tableOf([]).sum("profit")).toThrow("unknown measure of sessions: profit");
});
