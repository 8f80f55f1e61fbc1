import {expect, test} from "vitest";
import {stagingRowsOf} from "../../../fixtures/build-warehouse.ts";
import {event} from "../../../fixtures/raw-event.ts";

test("staging.copies lists the rows that are exact copies of earlier ones, by the values that they are read as", async () => {
  const ann = (others = {}) => event("2024-01-01 10:00:00", "view", "ann", {product_id: "p", price: "1", ...others});
  expect(
    await stagingRowsOf("select file_row from staging.copies order by file_row", [
      ann({page: "a"}),
      ann({page: "b"}),
      ann({page: "a"}),
      ann({page: "a", price: "1.00"}),
      {...ann({page: "b"}), event_time: "2024-01-01T10:00:00Z", event_type: "VIEW"},
      event("NaT", "view", "ann"),
      event("NaT", "view", "ann")
    ])
  ).toEqual([{file_row: 2}, {file_row: 3}, {file_row: 4}]);
});
