import {expect, test} from "vitest";
import {daysWithoutEvents} from "../../../data-loaders/findings/days-without-events.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";
import {rowsOf} from "../../fixtures/build-warehouse.ts";
import {event, type RawEvent} from "../../fixtures/raw-event.ts";

const format = numberFormat("en-US", "USD");

// as many people a day for two weeks, but for some days
function shop(peopleADay: number, emptyDays: readonly number[]): RawEvent[] {
  return Array.from({length: 14}, (_, day) => (emptyDays.includes(day) ? 0 : peopleADay)).flatMap((people, day) =>
    Array.from({length: people}, (_, i) =>
      event(`2024-01-${String(day + 1).padStart(2, "0")} 10:00:00`, "view", `user ${day} ${i}`)
    )
  );
}

async function stateOf(events: RawEvent[]) {
  const [row] = await rowsOf(daysWithoutEvents.query, events);
  return daysWithoutEvents.state(row, format);
}

test("daysWithoutEvents names the longest gap, in data of any length", async () => {
  expect(await stateOf(shop(20, [2, 5, 6]))).toMatchObject({
    verdict: "holds",
    claim: "From 6 to 7 January 2024 there were no events at all.",
    evidence: "3 days of 14 between the first event and the last have no event. The longest of 2 gaps.",
    isOver: false
  });
  expect(await stateOf(shop(20, [2]))).toMatchObject({
    claim: "On 3 January 2024 there were no events at all.",
    evidence: "1 day of 14 between the first event and the last has no event.",
    isOver: true
  });
});

test("daysWithoutEvents asks after the time where most days are empty", async () => {
  expect((await stateOf(shop(20, [1, 2, 3, 4, 5, 6, 7, 8]))).evidence).toMatch(
    / Most days are empty: is the time of the first or last events wrong\?$/
  );
});

test("daysWithoutEvents cannot tell where so few come that a day without any is chance", async () => {
  expect(await stateOf(shop(2, [4]))).toMatchObject({
    verdict: "too_few_to_tell",
    claim:
      "Too few people come a day to tell whether days without events are missing: 1 day of 14 between the first event and the last has none."
  });
});

test("daysWithoutEvents leaves out days of the week on which the shop is closed", async () => {
  const weeks = [0, 7, 14, 21, 28];
  const shop = (empty: readonly number[]) =>
    Array.from({length: 31}, (_, day) => day)
      .filter((day) => !empty.includes(day))
      .flatMap((day) =>
        Array.from({length: 12}, (_, i) =>
          event(`2024-01-${String(day + 1).padStart(2, "0")} 10:00:00`, "view", `user ${day} ${i}`)
        )
      );
  const weekends = weeks.flatMap((week) => [week + 5, week + 6]);
  expect(await stateOf(shop(weekends))).toMatchObject({
    verdict: "does_not_hold",
    claim: "Every day on which the shop is open has events."
  });
  expect(await stateOf(shop([...weekends, 9]))).toMatchObject({
    claim: "On 10 January 2024 there were no events at all.",
    evidence:
      "1 day of 31 between the first event and the last has no event. Days of the week on which there are usually none are left out."
  });
});

test("daysWithoutEvents does not hold where every day has events", async () => {
  expect((await stateOf(shop(2, []))).claim).toBe("Every day of the data has events.");
  expect((await stateOf(shop(1, []).slice(0, 1))).claim).toBe("The only day of the data has events.");
  expect(daysWithoutEvents.state(undefined, format).verdict).toBe("not_in_data");
});
