import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../../fixtures/raw-event.ts";

function visit(user: string, views: number, secondsBetween: number): RawEvent[] {
  return Array.from({length: views}, (_, i) => {
    const time = new Date(Date.UTC(2024, 0, 1, 10) + 1000 * secondsBetween * i).toISOString().slice(0, 19);
    return event(time.replace("T", " "), "view", user, {user_session: user});
  });
}

const people = Array.from({length: 100}, (_, i) => visit(`person ${i}`, 1 + (i % 5), 30)).flat();

test("analysis.bot_like_sessions are sessions with far more views than people's, in far less time", async () => {
  const rows = await rowsOf("select events from analysis.bot_like_sessions order by events", [
    ...people,
    ...visit("machine", 400, 3),
    ...visit("patient reader", 400, 30),
    ...visit("quick reader", 20, 3)
  ]);
  expect(rows).toEqual([{events: 400}]);
});

test("analysis.bot_like_sessions are none where all look around in the same way, or nobody views", async () => {
  expect(await rowsOf("analysis.bot_like_sessions", visit("ann", 400, 3))).toEqual([]);
  expect(await rowsOf("analysis.bot_like_sessions", [event("2024-01-01 10:00:00", "cart", "ann")])).toEqual([]);
});
