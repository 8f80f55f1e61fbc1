import {expect, test} from "vitest";
import {Warehouse} from "../../../../data-loaders/warehouse.ts";
import {parseConfiguration} from "../../../../data-loaders/configuration.ts";
import {event} from "../../../fixtures/raw-event.ts";
import {plainRows} from "../../../fixtures/plain-rows.ts";
import {runOnRaw} from "../../../fixtures/run-on-raw.ts";

test("core.row_days counts copies, between files too, rejects and missing attributes by day", async () => {
  const warehouse = await Warehouse.open({threads: 2});
  const view = event("2024-01-01 10:00:00", "view", "ann", {
    product_id: "p1",
    price: "1",
    brand: "",
    category_code: "a.b"
  });
  const free = event("2024-01-02 10:00:00", "view", "ann", {
    product_id: "p1",
    price: "0",
    brand: "B",
    category_code: ""
  });
  const known = event("2024-01-02 11:00:00", "view", "bob", {
    product_id: "p2",
    price: "3",
    brand: "B",
    category_code: "c"
  });
  const untimed = event("never", "view", "ann", {price: "1"});
  await runOnRaw(
    warehouse,
    [
      [view, view, free, untimed],
      [view, known]
    ],
    parseConfiguration({segmentation: {seeds: 1}})
  );
  const rows = plainRows(
    await warehouse.rows(
      "select * replace (cast(event_date as varchar) as event_date) from core.row_days order by event_date"
    )
  );
  warehouse.close();
  expect(rows).toEqual([
    {
      event_date: "2024-01-01",
      rows_read: 3,
      rejected: 0,
      good: 3,
      copies: 2,
      product_events: 1,
      events_without_brand: 1,
      events_without_category: 0
    },
    {
      event_date: "2024-01-02",
      rows_read: 2,
      rejected: 1,
      good: 1,
      copies: 0,
      product_events: 1,
      events_without_brand: 0,
      events_without_category: 0
    }
  ]);
});
