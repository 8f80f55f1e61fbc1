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
