import {expect, onTestFinished, test} from "vitest";
import {parseConfiguration} from "../../../../data-loaders/configuration.ts";
import {Warehouse} from "../../../../data-loaders/warehouse.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";
import {runOnRaw} from "../../../fixtures/run-on-raw.ts";

test("core.published_sessions keeps about as many as may be published, of whole users", async () => {
  const events = Array.from({length: 400}, (_, i) => [
    event(`2024-01-01 10:${String(i % 60).padStart(2, "0")}:00`, "view", `user ${i}`, {user_session: `a${i}`}),
    event(`2024-01-02 10:${String(i % 60).padStart(2, "0")}:00`, "view", `user ${i}`, {user_session: `b${i}`})
  ]).flat();
  const configuration = parseConfiguration({segmentation: {seeds: 1}});
  const warehouse = await Warehouse.open({threads: 2});
  onTestFinished(() => warehouse.close());
  await runOnRaw(warehouse, events, {...configuration, sessions: {idleMinutes: 30, maximumPublished: 200}}, [
    "core.published_sessions"
  ]);
  const {sessions, users} = await warehouse.row(
    "select count(*) as sessions, count(distinct user_id) as users from core.published_sessions"
  );
  expect(Number(sessions)).toBe(2 * Number(users));
  expect(Number(sessions)).toBeGreaterThan(120);
  expect(Number(sessions)).toBeLessThan(280);
});

test.each([1000, 15])(
  "core.published_sessions of at most %i are the same in the same order, however events are ordered and split",
  async (maximumPublished) => {
    const people = Array.from({length: 30}, (_, i) => i);
    const view = (second: number, i: number, user_session: string) =>
      event(`2024-01-01 10:00:${String(second).padStart(2, "0")}`, "view", `user ${i}`, {
        user_session,
        category_code: `category ${(i * 7) % 30}`
      });
    const begun = people.map((i) => view(0, i, `a${i}`));
    // the same hour goes on for half of the people, for some of them in a session that ties with the first
    const later = people.filter((i) => i % 2 === 0).map((i) => view(i % 3 ? 10 : 0, i, `${i % 4 ? "a" : "b"}${i}`));
    const publish = async (files: RawEvent[][]) => {
      const warehouse = await Warehouse.open({threads: 2});
      onTestFinished(() => warehouse.close());
      const configuration = parseConfiguration({segmentation: {seeds: 1}});
      await runOnRaw(warehouse, files, {...configuration, sessions: {idleMinutes: 30, maximumPublished}}, [
        "core.published_sessions",
        "marts.sessions"
      ]);
      return [
        await warehouse.rows(
          "select user_id, started_at, events, category from core.published_sessions order by rowid"
        ),
        await warehouse.rows("select * from marts.sessions order by rowid")
      ];
    };
    const together = await publish([[...begun, ...later]]);
    expect(await publish([[...begun, ...later].toReversed()])).toEqual(together);
    expect(await publish([begun, later])).toEqual(together);
    expect(await publish([later, begun])).toEqual(together);
  }
);
