import {expect, test} from "vitest";
import {buildWarehouse, rowsOf} from "../../../fixtures/build-warehouse.ts";
import {plainRows} from "../../../fixtures/plain-rows.ts";
import {event} from "../../../fixtures/raw-event.ts";
import {cleanRaw} from "../../../fixtures/run-on-raw.ts";
import {parseConfiguration} from "../../../../data-loaders/configuration.ts";
import {readModels} from "../../../../data-loaders/models.ts";
import {Warehouse} from "../../../../data-loaders/warehouse.ts";

const query = "select column_name, rows, missing, missing_share, lowest, highest from marts.column_checks";

test("marts.column_checks counts empty values of all rows read, and the range of good ones", async () => {
  const lamp = {product_id: "lamp", brand: "", price: "2.50"};
  expect(
    await rowsOf(query, [
      event("2024-01-01 10:00:00", "view", "ann", lamp),
      event("2024-01-01 10:00:00", "view", "ann", lamp),
      event("2024-01-01 10:00:00", "wink", "bob", {...lamp, price: "-1"}),
      event("NaT", "view", "", {...lamp, brand: "Alder", price: "7"})
    ])
  ).toEqual([
    {column_name: "brand", rows: 4, missing: 3, missing_share: 0.75, lowest: null, highest: null},
    {column_name: "event_time", rows: 4, missing: 1, missing_share: 0.25, lowest: null, highest: null},
    {column_name: "event_type", rows: 4, missing: 1, missing_share: 0.25, lowest: null, highest: null},
    {column_name: "price", rows: 4, missing: 0, missing_share: 0, lowest: 2.5, highest: 2.5},
    {column_name: "product_id", rows: 4, missing: 0, missing_share: 0, lowest: null, highest: null},
    {column_name: "user_id", rows: 4, missing: 1, missing_share: 0.25, lowest: null, highest: null}
  ]);
});

test("marts.column_checks takes a column as empty in a file that lacks it", async () => {
  const warehouse = await Warehouse.open({threads: 1});
  try {
    await cleanRaw(
      warehouse,
      [
        [event("2024-01-01 10:00:00", "view", "ann", {device: "phone"})],
        [event("2024-01-02 10:00:00", "view", "ann"), event("2024-01-03 10:00:00", "view", "ann")]
      ],
      parseConfiguration({})
    );
    await warehouse.runModels("core");
    await warehouse.runEach(readModels("marts").filter(({name}) => name === "column_checks"));
    expect(plainRows(await warehouse.rows(`${query} where column_name = 'device'`))).toEqual([
      {column_name: "device", rows: 3, missing: 2, missing_share: 2 / 3, lowest: null, highest: null}
    ]);
  } finally {
    warehouse.close();
  }
});

test("marts.column_checks is in the warehouse of any data", async () => {
  const warehouse = await buildWarehouse([event("2024-01-01 10:00:00", "view", "ann")]);
  expect(await warehouse.rows("select count(*) as columns from marts.column_checks")).toEqual([{columns: 3n}]);
});
