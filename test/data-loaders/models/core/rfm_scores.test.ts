import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const buy = (day: number, user: string, price: string) =>
  event(`2024-01-${String(day).padStart(2, "0")} 10:00:00`, "purchase", user, {product_id: "lamp", price});

test("core.rfm_scores scores buyers against each other, and names what follows", async () => {
  expect(
    await rowsOf(
      "select user_id, recency_days, recency_score, frequency_score, money_score, segment from core.rfm_scores order by user_id",
      [
        buy(30, "ann", "50"),
        buy(29, "ann", "50"),
        buy(28, "ann", "50"),
        buy(30, "bob", "1"),
        buy(15, "cyd", "40"),
        buy(14, "cyd", "40"),
        buy(3, "dan", "90"),
        buy(2, "dan", "90"),
        buy(1, "dan", "90"),
        buy(5, "eve", "2"),
        // looks only: no buyer
        event("2024-01-30 11:00:00", "view", "fay")
      ]
    )
  ).toEqual([
    {user_id: "ann", recency_days: 0, recency_score: 5, frequency_score: 5, money_score: 4, segment: "Champions"},
    {
      user_id: "bob",
      recency_days: 0,
      recency_score: 5,
      frequency_score: 2,
      money_score: 1,
      segment: "Recent customers"
    },
    {user_id: "cyd", recency_days: 15, recency_score: 3, frequency_score: 3, money_score: 3, segment: "Need attention"},
    {user_id: "dan", recency_days: 27, recency_score: 1, frequency_score: 5, money_score: 5, segment: "At risk"},
    {user_id: "eve", recency_days: 25, recency_score: 2, frequency_score: 2, money_score: 2, segment: "Hibernating"}
  ]);
});

test("core.rfm_scores gives buyers who are alike the middle score", async () => {
  const rows = await rowsOf("select distinct recency_score, frequency_score, money_score from core.rfm_scores", [
    buy(1, "ann", "5"),
    buy(1, "bob", "5"),
    buy(1, "cyd", "5")
  ]);
  expect(rows).toEqual([{recency_score: 3, frequency_score: 3, money_score: 3}]);
});

test("core.rfm_scores is empty where nobody buys", async () => {
  expect(await rowsOf("core.rfm_scores", [event("2024-01-01 10:00:00", "view", "ann")])).toEqual([]);
});
