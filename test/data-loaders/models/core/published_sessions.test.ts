import {expect, onTestFinished, test} from "vitest";
import {parseConfiguration} from "../../../../data-loaders/configuration.ts";
import {Warehouse} from "../../../../data-loaders/warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";
import {runOnRaw} from "../../../fixtures/run-on-raw.ts";

test("core.published_sessions keeps about as many as may be published, of whole users", async () => {
  const events = Array.from({length: 400}, (_, i) => [
    event(`2024-01-01 10:${String(i % 60).padStart(2, "0")}:00`, "view", `user ${i}`, {user_session: `a${i}`}),
    event(`2024-01-02 10:${String(i % 60).padStart(2, "0")}:00`, "view", `user ${i}`, {user_session: `b${i}`})
  ]).flat();
  const configuration = parseConfiguration({segmentation: {seeds: 1}});
  const warehouse = await Warehouse.open({threads: 2});
  onTestFinished(() => warehouse.close());
  await runOnRaw(warehouse, events, {...configuration, sessions: {idleMinutes: 30, maximumPublished: 200}});
  const {sessions, users} = await warehouse.row(
    "select count(*) as sessions, count(distinct user_id) as users from core.published_sessions"
  );
  expect(Number(sessions)).toBe(2 * Number(users));
  expect(Number(sessions)).toBeGreaterThan(120);
  expect(Number(sessions)).toBeLessThan(280);
});

test("core.published_sessions has an order that does not hang on that of the events", async () => {
  const categories = ["b", "d", "a", "c"];
  for (const order of [categories, categories.toReversed()]) {
    const events = order.map((category) =>
      event("2024-01-01 10:00:00", "view", `user of ${category}`, {user_session: category, category_code: category})
    );
    const warehouse = await Warehouse.open({threads: 2});
    onTestFinished(() => warehouse.close());
    await runOnRaw(warehouse, events, parseConfiguration({segmentation: {seeds: 1}}));
    const sessions = await warehouse.rows("select category from core.published_sessions order by rowid");
    expect(sessions.map(({category}) => category)).toEqual(["a", "b", "c", "d"]);
  }
});
