import {expect, test} from "vitest";
import {rowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

const lamp = {product_id: "lamp", price: "5"};

test("marts.cleaning_audit follows the rows from step to step", async () => {
  expect(
    await rowsOf("marts.cleaning_audit", [
      event("2024-01-01 10:00:00", "view", "ann", lamp),
      event("2024-01-01 10:00:00", "view", "ann", lamp),
      event("2024-01-01 10:00:00", "VIEW ", "ann", {...lamp, price: "5.00"}),
      event("2024-01-01 10:00:01", "view", "ann", lamp),
      event("yesterday", "view", "ann", lamp),
      event("yesterday", "view", "ann", lamp),
      event("2024-01-01 10:00:00", "wink", "ann", lamp),
      event("2024-01-01 10:00:00", "view", "ann", {...lamp, price: "-5"})
    ])
  ).toEqual([
    {step: "parse", position: 1, rows_in: 8, rows_out: 8, rows_removed: 0, share_removed: 0},
    {step: "type", position: 2, rows_in: 8, rows_out: 5, rows_removed: 3, share_removed: 3 / 8},
    {step: "price", position: 3, rows_in: 5, rows_out: 4, rows_removed: 1, share_removed: 1 / 8},
    {step: "duplicates", position: 4, rows_in: 4, rows_out: 2, rows_removed: 2, share_removed: 2 / 8}
  ]);
});
