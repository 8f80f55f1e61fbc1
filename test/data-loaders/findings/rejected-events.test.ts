import {expect, test} from "vitest";
import {rejectedEvents} from "../../../data-loaders/findings/rejected-events.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";
import {rowsOf} from "../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../fixtures/raw-event.ts";

// sixty people a day for five weeks, each with an event that can be read but for some
function shop(rejectedOn: (day: number) => number): RawEvent[] {
  return Array.from({length: 35}, (_, day) =>
    Array.from({length: 60}, (_, i) => {
      const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
      const hour = String(i % 24).padStart(2, "0");
      return event(`${date} ${hour}:10:00`, i < rejectedOn(day) ? "wink" : "view", `user ${day} ${i}`);
    })
  ).flat();
}

async function stateOf(events: RawEvent[]) {
  const [row] = await rowsOf(rejectedEvents.query, events);
  return rejectedEvents.state(row, numberFormat("en-US", "USD"));
}

test("rejectedEvents holds where far more rows than usual had to be rejected", async () => {
  expect(await stateOf(shop((day) => (day === 20 ? 20 : day % 2)))).toMatchObject({
    verdict: "holds",
    claim: expect.stringMatching(
      /^On 21 January 2024 33\.3% of the rows read had to be rejected, where .* to be expected\.$/
    ) as string
  });
});

test("rejectedEvents does not hold where as few as ever were rejected", async () => {
  expect(await stateOf(shop((day) => day % 2))).toMatchObject({
    verdict: "does_not_hold",
    claim: "No day has more events that cannot be read than chance allows."
  });
});
