import {expect, test} from "vitest";
import {parseConfiguration} from "../../../data-loaders/configuration.ts";
import {writeFindings} from "../../../data-loaders/findings/write-findings.ts";
import {describeColumn} from "../../../data-loaders/models/columns.ts";
import {buildWarehouse} from "../../fixtures/build-warehouse.ts";
import {event} from "../../fixtures/raw-event.ts";

test("describeColumn(table, column) gives what a name means, or what it means in one table alone", () => {
  expect(describeColumn("daily", "carts")).toBe("cart events");
  expect(describeColumn("abandoned_brands", "carts")).toBe("products left behind in carts");
  expect(describeColumn("daily", "nothing")).toBeUndefined();
});

test("describeColumn(table, column) describes every published column", async () => {
  const warehouse = await buildWarehouse([event("2024-01-01 10:00:00", "view", "ann")]);
  await writeFindings(warehouse, parseConfiguration({}));
  const columns = await warehouse.rows(
    "select table_name, column_name from information_schema.columns where table_schema = 'marts'"
  );
  expect(columns.length).toBeGreaterThan(80);
  const missing = columns.filter((column) => !describeColumn(String(column.table_name), String(column.column_name)));
  expect(missing).toEqual([]);
});
