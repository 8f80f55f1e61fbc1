import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "10"};

test("marts.data_checks counts what does not look as it should", async () => {
  expect(
    await rowsOf("select * exclude (description) from marts.data_checks", [
      event("2024-01-01 10:00:00", "view", "ann", {...lamp, user_session: "shared"}),
      event("2024-01-01 10:05:00", "view", "bob", {...lamp, user_session: "shared"}),
      event("2024-01-01 10:00:00", "view", "cyd", {...lamp, user_session: "month"}),
      event("2024-01-31 10:00:01", "view", "cyd", {...lamp, user_session: "month"}),
      event("2024-01-01 10:00:00", "view", "dan", {...lamp, user_session: "day"}),
      event("2024-01-02 10:00:00", "purchase", "dan", {...lamp, user_session: "day", order_id: "o1"}),
      event("2024-01-04 10:00:00", "purchase", "dan", {user_session: ""})
    ])
  ).toEqual([
    {check_name: "sessions_shared_by_users", position: 1, affected: 1, total: 3, share: 1 / 3},
    // a day to the second is not longer than a day
    {check_name: "sessions_longer_than_a_day", position: 2, affected: 1, total: 3, share: 1 / 3},
    {check_name: "sessions_longer_than_30_days", position: 3, affected: 1, total: 3, share: 1 / 3},
    {check_name: "events_without_session", position: 4, affected: 1, total: 7, share: 1 / 7},
    {check_name: "users_with_one_event", position: 5, affected: 2, total: 4, share: 2 / 4},
    {check_name: "purchases_without_order_id", position: 6, affected: 1, total: 2, share: 1 / 2},
    {check_name: "purchases_without_product", position: 7, affected: 1, total: 2, share: 1 / 2},
    {check_name: "days_without_events", position: 8, affected: 27, total: 31, share: 27 / 31},
    {check_name: "stray_event_times", position: 9, affected: 0, total: 7, share: 0}
  ]);
});

test("marts.data_checks leaves out checks of columns that the data lacks, and gives a share of 0 of nothing", async () => {
  expect(
    await rowsOf("select check_name, share from marts.data_checks", [event("2024-01-01 10:00:00", "view", "ann")])
  ).toEqual([
    {check_name: "sessions_longer_than_a_day", share: 0},
    {check_name: "sessions_longer_than_30_days", share: 0},
    {check_name: "users_with_one_event", share: 1},
    {check_name: "days_without_events", share: 0},
    {check_name: "stray_event_times", share: 0}
  ]);
});

test("marts.data_checks says in words what it counts", async () => {
  expect(
    await rowsOf("select description from marts.data_checks where check_name = 'days_without_events'", [
      event("2024-01-01 10:00:00", "view", "ann")
    ])
  ).toEqual([{description: "days between the first event and the last without any event"}]);
});
